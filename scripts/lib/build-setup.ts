import { join, relative, resolve } from 'node:path';
import { readArchiveConfig, siteAddress } from '../../src/archive/read-archive-config.ts';
import { CommandLineError, type CommandOption } from './command-line.ts';
import { baseOption, siteOption } from './common-options.ts';
import { keyOf } from './parts/build-keys.ts';

/** The options that all commands share which build a site or a slice of one. */
export const buildOptions = {
  out: { type: 'string', value: '<folder>', default: 'dist', about: 'folder of the site' },
  root: {
    type: 'string',
    value: '<folder>',
    default: '.',
    about: 'folder of the archive, with content/ and public/',
  },
  base: baseOption,
  site: siteOption,
  cache: {
    type: 'string',
    value: '<folder>',
    about: 'what is kept for the next build; left out: .cache/build',
  },
  jobs: { type: 'string', value: '<n>', about: 'processes at once; left out: one a core' },
  'records-per-process': {
    type: 'string',
    value: '<n>',
    about: 'records a process takes up in one go',
  },
} as const satisfies Readonly<Record<string, CommandOption>>;

/** What those options say. */
export interface BuildValues {
  readonly out: string;
  readonly root: string;
  readonly base?: string | undefined;
  readonly site?: string | undefined;
  readonly cache?: string | undefined;
  readonly jobs?: string | undefined;
  readonly 'records-per-process'?: string | undefined;
}

/** Where a build reads and writes, and how. */
export interface BuildSetup {
  /** Folder of the generator. */
  readonly generator: string;
  readonly content: string;
  readonly out: string;
  /** Folder of what a build keeps for the next one. */
  readonly cache: string;
  readonly base: string;
  /** Public address of the host; undefined = not known. */
  readonly site: string | undefined;
  readonly jobs: number | undefined;
  readonly recordsPerProcess: number | undefined;
}

/** Where a build keeps what the next one may use again: with the archive, or with the generator. */
const defaultCache = (generator: string, root: string): string =>
  relative(generator, root).startsWith('..')
    ? join(generator, '.cache/build', keyOf(root))
    : join(root, '.cache/build');

/** An option that is a number from 1; undefined = not given. @throws when it is anything else. */
function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,6}$/u.test(text)) return Number(text);
  throw new CommandLineError(`Unexpected --${name} "${text}", expected a whole number from 1.`);
}

/**
 * Where a build reads and writes, from its options, its archive's configuration and the environment.
 * @throws when an option or the configuration is malformed.
 */
export function buildSetup(values: BuildValues): BuildSetup {
  const generator = resolve(import.meta.dirname, '../..');
  const root = resolve(values.root);
  if (values.base !== undefined) process.env['BASE_PATH'] = values.base;
  if (values.site !== undefined) process.env['SITE_URL'] = values.site;
  const content = join(root, 'content');
  return {
    generator,
    content,
    out: resolve(values.out),
    cache: resolve(values.cache ?? defaultCache(generator, root)),
    ...siteAddress(readArchiveConfig(content), process.env),
    jobs: wholeNumber('jobs', values.jobs),
    recordsPerProcess: wholeNumber('records-per-process', values['records-per-process']),
  };
}
