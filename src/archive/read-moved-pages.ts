import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { redirectSchema, tombstoneSchema } from '../schema/moved-page.ts';
import type { Redirect, Tombstone } from '../schema/moved-page.ts';
import { fieldName, parseJson } from './record-file.ts';

/** The addresses that lead elsewhere or say why they are empty; both in the order of their files. */
export interface MovedPages {
  readonly redirects: readonly Redirect[];
  readonly tombstones: readonly Tombstone[];
}

/** The addresses of pages that lead elsewhere or say why they are empty. */
export const movedAddresses = ({ redirects, tombstones }: MovedPages): string[] => [
  ...redirects.map(({ from }) => from),
  ...tombstones.map(({ path }) => path),
];

/**
 * The redirects and tombstones of a content folder, from redirects.json and tombstones.json; a file that
 * is not there holds none.
 * @throws naming file and field when an entry breaks its schema, an address is given twice, or a redirect
 * leads to one that is itself moved
 */
export function readMovedPages(contentDirectory: string): MovedPages {
  const redirects = readList(contentDirectory, 'redirects.json', redirectSchema);
  const tombstones = readList(contentDirectory, 'tombstones.json', tombstoneSchema);
  const moved = new Set<string>();
  for (const path of movedAddresses({ redirects, tombstones })) {
    if (moved.has(path)) {
      throw new Error(
        `content/redirects.json, content/tombstones.json: Unexpected second entry of ${path}. Keep one.`,
      );
    }
    moved.add(path);
  }
  for (const { from, to } of redirects) {
    if (moved.has(to)) {
      throw new Error(
        `content/redirects.json: Unexpected redirect from ${from} to ${to}, which is moved itself. Lead to where it is today.`,
      );
    }
  }
  return { redirects, tombstones };
}

function readList<S extends z.ZodType>(
  contentDirectory: string,
  file: string,
  schema: S,
): z.infer<S>[] {
  const path = join(contentDirectory, file);
  if (!existsSync(path)) return [];
  const place = `content/${file}`;
  const result = z.array(schema).safeParse(parseJson(readFileSync(path, 'utf8'), place));
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${fieldName(issue.path)}: ${issue.message}`);
  throw new Error(`${place}: Unexpected entry.\n${lines.join('\n')}\nMend the file.`);
}
