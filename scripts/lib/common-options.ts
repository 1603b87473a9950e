import type { CommandOption } from './command-line.ts';

/** `--content`: where records and registers are. */
export const contentOption = {
  type: 'string',
  value: '<folder>',
  default: 'content',
  about: 'folder of records and registers',
} as const satisfies CommandOption;

/** `--dir`, or `--out` of what is written into it: where a built site is. */
export const builtSiteOption = {
  type: 'string',
  value: '<folder>',
  default: 'dist',
  about: 'folder of the built site',
} as const satisfies CommandOption;

/** `--base`: path of a site on its host; undefined = the configured one. */
export const baseOption = {
  type: 'string',
  value: '</path/>',
  about: 'path of the site on its host; left out: as content/archive.json says',
} as const satisfies CommandOption;

/** `--site`: address of the host of a site; undefined = the configured one. */
export const siteOption = {
  type: 'string',
  value: '<address>',
  about: 'address of the host; left out: as content/archive.json says',
} as const satisfies CommandOption;
