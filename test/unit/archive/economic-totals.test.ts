import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { economicDisclosures, economicTotalByYear } from '../../../src/archive/economic-totals.ts';
import { exampleContent } from '../../support/example-content.ts';

const archive = readContent(exampleContent);

describe('economicTotalByYear', () => {
  test.each([
    [
      'adds the lines of a unit and never a unit to its department',
      '30101',
      [
        { year: 2022, total: { fen: 40_000_000, known: 1, missing: 0, overlapping: 0 } },
        { year: 2023, total: { fen: 90_000_000, known: 1, missing: 0, overlapping: 0 } },
        { year: 2024, total: { fen: 170_000_000, known: 3, missing: 0, overlapping: 1 } },
      ],
    ],
    [
      'blank lines make no sum',
      '30201',
      [
        { year: 2022, total: { fen: null, known: 0, missing: 1, overlapping: 0 } },
        { year: 2023, total: { fen: null, known: 0, missing: 1, overlapping: 0 } },
        { year: 2024, total: { fen: null, known: 0, missing: 4, overlapping: 0 } },
      ],
    ],
  ])('%s', (_name, code, expected) => {
    const entry = archive.economicClass(code);
    if (entry === undefined) throw new Error(`No class ${code}`);
    expect(economicTotalByYear(archive, entry)).toEqual(expected);
  });
});

describe('economicDisclosures', () => {
  test('a disclosure with two lines of a class counts once', () => {
    const entry = archive.economicClass('30101');
    if (entry === undefined) throw new Error('No class 30101');
    expect([entry.rows.length, economicDisclosures(entry)]).toEqual([12, 6]);
  });
});
