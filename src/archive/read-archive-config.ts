import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { archiveConfigSchema, type ArchiveConfig } from '../schema/archive-config.ts';
import { fieldName, parseJson } from './record-file.ts';

/** Name of the file in a content folder in which an archive says what it is. */
export const archiveConfigName = 'archive.json';

/**
 * The configuration a text holds, what it leaves out filled with the defaults.
 * @throws naming the field when the text is no JSON or breaks the schema.
 */
export function parseArchiveConfig(text: string): ArchiveConfig {
  const place = `content/${archiveConfigName}`;
  const result = archiveConfigSchema.safeParse(parseJson(text, place));
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${fieldName(issue.path)}: ${issue.message}`);
  throw new Error(`${place}: Unexpected configuration.\n${lines.join('\n')}\nMend the file.`);
}

/**
 * What the archive of a content folder says of itself; the defaults where it has no such file.
 * @throws as {@link parseArchiveConfig} does.
 */
export function readArchiveConfig(contentDirectory: string): ArchiveConfig {
  const path = join(contentDirectory, archiveConfigName);
  return parseArchiveConfig(existsSync(path) ? readFileSync(path, 'utf8') : '{}');
}

/** Where a site stands. */
export interface SiteAddress {
  readonly base: string;
  /** Public address of the host; undefined = not known. */
  readonly site: string | undefined;
}

/**
 * Where a site stands: as the environment says in BASE_PATH and SITE_URL, else as configured; a variable
 * that is empty says nothing.
 */
export const siteAddress = (
  config: Pick<ArchiveConfig, 'base' | 'site'>,
  { BASE_PATH = '', SITE_URL = '' }: Readonly<Record<string, string | undefined>>,
): SiteAddress => ({
  base: BASE_PATH === '' ? config.base : BASE_PATH,
  site: SITE_URL === '' ? (config.site ?? undefined) : SITE_URL,
});
