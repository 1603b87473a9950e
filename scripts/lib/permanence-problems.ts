import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { compareText } from '../../src/archive/order.ts';
import { parsePublishedUrls, registryName } from '../../src/archive/published-urls.ts';
import { readMovedPages, type MovedPages } from '../../src/archive/read-moved-pages.ts';
import { readVersions, versionsFolder } from '../../src/archive/read-versions.ts';
import { unitPath, unitYearPath } from '../../src/format/url.ts';

/** A record as its address is made of. */
export interface AddressedRecord {
  /** Path below content/disclosures/. */
  readonly file: string;
  readonly unitId: string;
  readonly year: number;
}

/** Runs a reader; what it throws is the problem. */
function attempt<T>(read: () => T, problems: string[]): T | undefined {
  try {
    return read();
  } catch (error) {
    problems.push((error as Error).message);
    return undefined;
  }
}

/** Files below content/versions/ that belong to no record's list of versions; folders whose list could not be read are left out. */
function strayVersions(
  contentDirectory: string,
  known: ReadonlySet<string>,
  unread: readonly string[],
): string[] {
  const folder = join(contentDirectory, 'versions');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(contentDirectory.length + 1))
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !known.has(file) && !unread.some((path) => file.startsWith(path)))
    .sort(compareText)
    .map(
      (file) =>
        `content/${file}: Unexpected file, expected a version that the versions.json of a record names. A version is never taken out: restore the record and its list.`,
    );
}

/** Addresses that a redirect or tombstone takes although a page stands there. */
function takenAddresses(
  { redirects, tombstones }: MovedPages,
  used: ReadonlySet<string>,
): string[] {
  return [
    ...redirects.map(({ from }) => ['redirects.json', from] as const),
    ...tombstones.map(({ path }) => ['tombstones.json', path] as const),
  ]
    .filter(([, path]) => used.has(path))
    .map(
      ([file, path]) =>
        `content/${file}: Unexpected entry for ${path}, expected an address where no page stands. An address is never given to something else.`,
    );
}

/** Addresses of units and years that were published and lead nowhere. */
function lostAddresses(text: string, { redirects, tombstones }: MovedPages, used: Set<string>) {
  const moved = new Set([
    ...redirects.map(({ from }) => from),
    ...tombstones.map(({ path }) => path),
  ]);
  return parsePublishedUrls(text)
    .filter(({ url }) => /^\/units\/[^/]+\/(?:\d{4}\/)?$/u.test(url))
    .filter(({ url }) => !used.has(url) && !moved.has(url))
    .map(
      ({ url, since }) =>
        `content/${registryName}: Unexpected absence of ${url}, published on ${since}. Restore its record, or say in content/redirects.json or content/tombstones.json what became of it.`,
    );
}

/**
 * What is wrong with the registers of what was published: redirects, tombstones, former versions and the
 * published addresses of units and years, as far as it shows without a built site. One line each.
 */
export function permanenceProblems(
  contentDirectory: string,
  records: readonly AddressedRecord[],
  unitIds: readonly string[],
): string[] {
  const problems: string[] = [];
  const versionFiles = new Set<string>();
  const unread: string[] = [];
  for (const { file } of records) {
    const folder = versionsFolder(file).split(sep).join('/');
    const versions = attempt(() => readVersions({ contentDirectory, file }), problems);
    versionFiles.add(`${folder}/versions.json`);
    if (versions === undefined) unread.push(`${folder}/`);
    for (const { version } of versions ?? []) versionFiles.add(`${folder}/v${version}.json`);
  }
  problems.push(...strayVersions(contentDirectory, versionFiles, unread));
  const moved = attempt(() => readMovedPages(contentDirectory), problems);
  if (moved === undefined) return problems;
  const used = new Set([
    ...unitIds.map(unitPath),
    ...records.map(({ unitId, year }) => unitYearPath(unitId, year)),
  ]);
  problems.push(...takenAddresses(moved, used));
  const registry = join(contentDirectory, registryName);
  if (existsSync(registry))
    problems.push(
      ...(attempt(() => lostAddresses(readFileSync(registry, 'utf8'), moved, used), problems) ??
        []),
    );
  return problems;
}
