import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseRecord } from '../../../src/archive/record-file.ts';
import { exampleContent } from '../../support/example-content.ts';

const file = '990101/990101-jiaotongju/2024-budget.json';
const text = readFileSync(join(exampleContent, 'disclosures', file), 'utf8');

type Step = string | number;

/** The places of all texts in a value, one for each path of field names. */
function textPlaces(value: unknown, path: readonly Step[] = []): (readonly Step[])[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    textPlaces(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** The record with a text of one million signs in one place. */
function withLongText(path: readonly Step[]): string {
  const record = JSON.parse(text) as unknown;
  let inner = record as Record<Step, unknown>;
  for (const step of path.slice(0, -1)) inner = inner[step] as Record<Step, unknown>;
  inner[path.at(-1) ?? ''] = '长'.repeat(1_000_000);
  return JSON.stringify(record);
}

const places = textPlaces(JSON.parse(text));
const fieldOf = (path: readonly Step[]): string =>
  path.filter((step) => typeof step === 'string').join('.');
const fields = [...new Map(places.map((path) => [fieldOf(path), path]))];

describe('a record with a text of one million signs', () => {
  test('is tried in many fields', () => {
    expect(fields.length).toBeGreaterThan(40);
  });

  test.each(fields)('is refused: %s', (_, path) => {
    expect(() => parseRecord(withLongText(path), file)).toThrow(/Unexpected/u);
  });
});
