import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceDocument } from '../../src/schema/source.ts';
import { originalsFolder } from './kept-file.ts';

/** The public folder of the archive with a content folder. */
export const publicFolderOf = (content: string): string => join(content, '..', 'public');

/**
 * The bytes of a kept source.
 * @throws when the file is not there, or its bytes are not those its name says.
 */
export function readOriginal(publicFolder: string, original: string): Uint8Array {
  const path = join(publicFolder, originalsFolder, original);
  if (!existsSync(path))
    throw new Error(
      `source.original: Unexpected absence of public/${originalsFolder}/${original}, expected the kept source`,
    );
  const bytes = readFileSync(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (!original.startsWith(`${sha256}.`))
    throw new Error(
      `source.original: Unexpected bytes in public/${originalsFolder}/${original} with SHA-256 ${sha256}, expected those of its name`,
    );
  return bytes;
}

/** What is wrong with the kept source of a record; empty = nothing, or none is kept. */
export function originalProblems(
  publicFolder: string,
  { original }: Pick<SourceDocument, 'original'>,
): string[] {
  if (original === undefined) return [];
  try {
    readOriginal(publicFolder, original);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

/**
 * Names of the kept sources that the records below a folder of a content folder name, such as drafts
 * and former versions; a broken record names none.
 */
export function originalsNamedIn(content: string, folderName: string): string[] {
  const folder = join(content, folderName);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return /"original": "([0-9a-f]{64}\.[a-z.]+)"/u.exec(text)?.[1] ?? [];
    });
}

/** Files among the kept sources that nobody names: no build publishes them. */
export function unlistedOriginals(publicFolder: string, named: ReadonlySet<string>): string[] {
  const folder = join(publicFolder, originalsFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.') && !named.has(name))
    .toSorted();
}
