import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { fieldName, parseJson, recordFile } from '../../src/archive/record-file.ts';
import { compareText } from '../../src/archive/order.ts';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import { correctionFileSchema } from '../../src/schema/correction.ts';

/** Paths of the files below content/corrections/, in text order; hidden files are left out. */
export function listCorrectionFiles(contentDirectory: string): string[] {
  const folder = join(contentDirectory, 'corrections');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort(compareText);
}

/**
 * What is wrong between a record and its file of corrections, which must hold exactly the corrections
 * of the record. Each line is `field: Unexpected X, expected Y`; empty = nothing.
 */
export function correctionProblems(contentDirectory: string, disclosure: Disclosure): string[] {
  const file = recordFile(disclosure);
  const path = join(contentDirectory, 'corrections', file);
  const place = `content/corrections/${file}`;
  if (!existsSync(path)) {
    return disclosure.corrections.length === 0
      ? []
      : [
          `corrections: Unexpected ${disclosure.corrections.length} corrections, expected them in ${place}`,
        ];
  }
  const result = correctionFileSchema.safeParse(parseJson(readFileSync(path, 'utf8'), place));
  if (!result.success) {
    return result.error.issues.map(
      (issue) => `${place}: ${fieldName(issue.path)}: ${issue.message}`,
    );
  }
  const { disclosureId, corrections } = result.data;
  return [
    ...(disclosureId === disclosure.id
      ? []
      : [`${place}: disclosureId: Unexpected "${disclosureId}", expected "${disclosure.id}"`]),
    ...(isDeepStrictEqual(corrections, disclosure.corrections)
      ? []
      : [
          `corrections: Unexpected difference from ${place}, expected the same corrections. Import the document again`,
        ]),
  ];
}
