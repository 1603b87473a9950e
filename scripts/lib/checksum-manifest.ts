import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { listFiles } from './site-links.ts';

/** One file of a folder with its fixity. */
export interface FileDigest {
  /** Path below the folder, with slashes. */
  readonly path: string;
  /** SHA-256, lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

/** SHA-256 of a file, read as a stream. */
export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/**
 * Digests of all files below a folder, sorted by path; `left out` paths are not hashed.
 * @throws when a path holds a line break, backslash or percent sign: such names cannot be written in
 * a manifest that every tool reads the same way
 */
export async function digestFolder(
  folder: string,
  leftOut: ReadonlySet<string> = new Set(),
): Promise<FileDigest[]> {
  const digests: FileDigest[] = [];
  for (const path of await listFiles(folder)) {
    if (leftOut.has(path)) continue;
    if (/[\r\n\\%]/u.test(path)) {
      throw new Error(
        `Unexpected file name ${JSON.stringify(path)}, expected one without line breaks, \\ and %. Rename it.`,
      );
    }
    const file = join(folder, path);
    digests.push({ path, sha256: await sha256OfFile(file), bytes: (await stat(file)).size });
  }
  return digests;
}

/** The text of a manifest that `sha256sum -c` accepts; `prefix` stands before every path. */
export const manifestText = (digests: readonly FileDigest[], prefix = ''): string =>
  digests.map(({ sha256, path }) => `${sha256}  ${prefix}${path}\n`).join('');

/** Name of the manifest of a built site. */
export const siteManifestName = 'manifest-sha256.txt';

/** Writes the manifest of a built site into it and returns how many files it lists. */
export async function writeSiteManifest(site: string): Promise<number> {
  const digests = await digestFolder(site, new Set([siteManifestName]));
  await writeFile(join(site, siteManifestName), manifestText(digests));
  return digests.length;
}
