import { describe, expect, test } from 'vitest';
import {
  checkYears,
  comparesYears,
  crossYearChecks,
  lastYearAgrees,
} from '../../../src/checks/cross-year.ts';
import { findingSchema } from '../../../src/schema/finding.ts';

const cases = crossYearChecks.flatMap((check) =>
  check.examples.map((example) => ({ id: check.id, title: example.title, check, example })),
);

describe('checkYears', () => {
  test.each(cases)('$id: $title', ({ check, example }) => {
    const findings = checkYears(example.earlier, example.later);
    expect(findings.map(({ result, message }) => ({ result, message }))).toEqual(example.expected);
    for (const finding of findings) {
      expect(findingSchema.parse(finding)).toEqual(finding);
      expect(finding).toMatchObject({ checkId: check.id, disclosureId: example.later.id });
    }
  });

  test('finds nothing in a document that is said to compare nothing with the year before', () => {
    for (const { example } of cases) {
      const silent = { ...example.later, keyFacts: [] };
      expect(comparesYears(silent)).toBe(false);
      if (example.earlier.year + 1 === silent.year)
        expect(checkYears(example.earlier, silent)).toEqual([]);
      expect(comparesYears(example.later)).toBe(true);
    }
  });

  test('points at the sentence of the later year that states the change', () => {
    const example = lastYearAgrees.examples.find(({ title }) => title.includes('相差'));
    expect(example === undefined ? [] : checkYears(example.earlier, example.later)).toEqual([
      {
        disclosureId: '990101-shili-2031-budget',
        checkId: 'last-year-agrees',
        result: 'difference',
        tableId: null,
        row: null,
        column: null,
        place: 'L1502',
        leftLabel: '2031年情况说明一、收入总计减变动推算的上年数',
        leftFen: 82_000_000,
        rightLabel: '2030年表1 收入总计',
        rightFen: 80_000_000,
        differenceFen: 2_000_000,
        message:
          '2031年情况说明一、收入总计减变动推算的上年数 82.00，2030年表1 收入总计 80.00，相差 2.00 万元',
        projectN: null,
      },
    ]);
  });
});
