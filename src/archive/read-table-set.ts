import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableSetSchema } from '../schema/table-set.ts';
import type { TableSet } from '../schema/table-set.ts';
import { fieldName, parseJson } from './record-file.ts';

const known = new Map<string, TableSet>();

/**
 * The table set of an id, read once from content/table-sets/.
 * @throws naming the file when it is not there, breaks the schema or has another id.
 */
export function readTableSet(contentDirectory: string, id: string): TableSet {
  const place = `content/table-sets/${id}.json`;
  const path = join(contentDirectory, 'table-sets', `${id}.json`);
  const found = known.get(path);
  if (found !== undefined) return found;
  const result = tableSetSchema.safeParse(parseJson(readText(path, place), place));
  if (!result.success) {
    const lines = result.error.issues.map(
      (issue) => `  ${fieldName(issue.path)}: ${issue.message}`,
    );
    throw new Error(`${place}: Unexpected table set.\n${lines.join('\n')}\nMend the file.`);
  }
  if (result.data.id !== id) {
    throw new Error(`${place}: id: Unexpected "${result.data.id}", expected "${id}". Rename one.`);
  }
  known.set(path, result.data);
  return result.data;
}

function readText(path: string, place: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Error(`${place}: Unexpected absence, expected the table set there.`, { cause });
  }
}
