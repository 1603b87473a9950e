import { readArchiveConfig, siteAddress } from '../../src/archive/read-archive-config.ts';

/** Base path a site is built for where a command is not told another. */
export const configuredBase = (contentDirectory = 'content'): string =>
  siteAddress(readArchiveConfig(contentDirectory), process.env).base;
