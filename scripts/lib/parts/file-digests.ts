import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Digest of a file as it was, with what tells whether it may have changed since. */
type Known = readonly [sha256: string, bytes: number, modified: number, changed: number];

/** Digests of files, kept between builds so that a file is read again only when it was touched. */
export interface FileDigests {
  /** SHA-256 of a file as it was when first asked for, lower-case hexadecimal. */
  digest(path: string): string;
  /** Keeps the digests asked for since the cache was opened, and no others. */
  save(): void;
}

/** Digests kept in the file `cache`; one that is not there, or is broken, counts as empty. */
export function openFileDigests(cache: string): FileDigests {
  const known = readKnown(cache);
  const used: Record<string, Known> = {};
  return {
    digest: (path) => {
      const asked = used[path];
      if (asked !== undefined) return asked[0];
      const { size, mtimeMs, ctimeMs } = statSync(path);
      const former = known[path];
      const same =
        former?.[1] === size && former[2] === mtimeMs && former[3] === ctimeMs ? former : undefined;
      const entry = same ?? [sha256Of(path), size, mtimeMs, ctimeMs];
      used[path] = entry;
      return entry[0];
    },
    save: () => {
      mkdirSync(dirname(cache), { recursive: true });
      writeFileSync(cache, JSON.stringify(used));
    },
  };
}

const sha256Of = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

function readKnown(cache: string): Readonly<Record<string, Known>> {
  if (!existsSync(cache)) return {};
  try {
    return JSON.parse(readFileSync(cache, 'utf8')) as Record<string, Known>;
  } catch {
    return {};
  }
}
