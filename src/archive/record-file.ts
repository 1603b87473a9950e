import { createHash } from 'node:crypto';
import { isAbsolute, join, relative } from 'node:path';
import { disclosureSchema } from '../schema/disclosure.ts';
import type { Disclosure } from '../schema/disclosure.ts';

/** Path of the folder of records below a content folder. */
export const disclosuresFolder = 'disclosures';

/** The only place where the record of a disclosure may stand, below content/disclosures/. */
export function recordFile(
  disclosure: Pick<Disclosure, 'regionCode' | 'unitId' | 'year' | 'kind'>,
): string {
  const { regionCode, unitId, year, kind } = disclosure;
  return `${regionCode}/${unitId}/${year}-${kind}.json`;
}

/**
 * Absolute path of a record file.
 * @throws when the path would leave the folder of records.
 */
export function recordFilePath(contentDirectory: string, file: string): string {
  const folder = join(contentDirectory, disclosuresFolder);
  const path = join(folder, file);
  const below = relative(folder, path);
  if (below === '' || below.startsWith('..') || isAbsolute(below)) {
    throw new Error(
      `Unexpected record path "${file}", expected a file below content/${disclosuresFolder}/`,
    );
  }
  return path;
}

/** SHA-256 of bytes, or of a text as UTF-8, lower-case hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * The record a file holds, validated, in the place where its id says it must be.
 * @throws naming file and field when the text is no JSON, breaks the schema, is misplaced, or has an
 * id other than its unit, year and kind make.
 */
export function parseRecord(text: string, file: string): Disclosure {
  const place = `content/${disclosuresFolder}/${file}`;
  const result = disclosureSchema.safeParse(parseJson(text, place));
  if (!result.success) {
    const lines = result.error.issues.map(
      (issue) => `  ${fieldName(issue.path)}: ${issue.message}`,
    );
    throw new Error(
      `${place}: Unexpected record.\n${lines.join('\n')}\nImport the document again or mend the file.`,
    );
  }
  const disclosure = result.data;
  const id = `${disclosure.unitId}-${disclosure.year}-${disclosure.kind}`;
  if (disclosure.id !== id) {
    throw new Error(
      `${place}: id: Unexpected "${disclosure.id}", expected "${id}" from unitId, year and kind.`,
    );
  }
  if (recordFile(disclosure) !== file) {
    throw new Error(
      `${place}: Unexpected place of ${id}, expected ${recordFile(disclosure)}. Move the file.`,
    );
  }
  return disclosure;
}

/**
 * The value of a JSON text.
 * @throws naming the place when it is no JSON.
 */
export function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${place}: Unexpected text, expected JSON: ${(cause as Error).message}`, {
      cause,
    });
  }
}

/**
 * A path into a record as people write it.
 * @example fieldName(['tables', 0, 'rows', 2, 'name']) // 'tables[0].rows[2].name'
 */
export function fieldName(path: readonly PropertyKey[]): string {
  const name = path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./u, '');
  return name === '' ? '(record)' : name;
}
