import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Name of the registry of published addresses in a content folder. */
export const registryName = 'published-urls.txt';

/** An address that was published once and must be there for good. */
export interface PublishedUrl {
  /** Day it was first published. */
  readonly since: string;
  /** Root-relative address without the base, with the anchor where it is a part of a page. */
  readonly url: string;
  /** SHA-256 of the record file behind the address as last published; null = not a record. */
  readonly sha256: string | null;
}

/**
 * The entries of a registry, in its order.
 * @throws naming the line when one is malformed or an address is there twice
 */
export function parsePublishedUrls(text: string): PublishedUrl[] {
  const seen = new Set<string>();
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, since, url, sha256 = null] =
        /^(\d{4}-\d{2}-\d{2}) (\/\S*?)(?: sha256:([0-9a-f]{64}))?$/u.exec(line) ?? [];
      if (since === undefined || url === undefined || seen.has(url)) {
        throw new Error(
          `content/${registryName}: Unexpected line "${line}", expected a day and an address that no other line has.`,
        );
      }
      seen.add(url);
      return { since, url, sha256 };
    });
}

const daysRead = new Map<string, { state: string; days: ReadonlyMap<string, string> }>();

/**
 * The day each address was first published, by root-relative address; empty before anything was. A
 * registry that has not changed is read once, since every feed asks for it.
 * @throws as {@link parsePublishedUrls} does
 */
export function readPublishedDays(contentDirectory: string): ReadonlyMap<string, string> {
  const path = join(contentDirectory, registryName);
  if (!existsSync(path)) return new Map();
  const { mtimeMs, size } = statSync(path);
  const state = `${mtimeMs} ${size}`;
  const known = daysRead.get(path);
  if (known?.state === state) return known.days;
  const days = new Map(
    parsePublishedUrls(readFileSync(path, 'utf8')).map(({ url, since }) => [url, since]),
  );
  daysRead.set(path, { state, days });
  return days;
}
