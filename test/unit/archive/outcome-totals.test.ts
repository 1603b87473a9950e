import { describe, expect, test } from 'vitest';
import { indexEconomicClasses } from '../../../src/archive/find-economic-class.ts';
import { outcomeTotals } from '../../../src/archive/outcome-totals.ts';
import { summarise } from '../../../src/archive/summarise.ts';
import { exampleFinalAccounts } from '../../support/example-final-accounts.ts';

const disclosure = exampleFinalAccounts(2024);
const findEconomicClass = indexEconomicClasses([
  { code: '301', name: '工资福利支出', aliases: [], parent: null },
  { code: '30101', name: '基本工资', aliases: [], parent: '301' },
]);
const summary = summarise(disclosure, {
  file: 'x.json',
  recordSha256: '0'.repeat(64),
  findings: [],
  findEconomicClass,
});

describe('the summary of final accounts', () => {
  test('takes its totals from the tables of the outcome', () => {
    expect(summary.totals).toEqual({
      revenueFen: 306_800_000,
      expenditureFen: 306_800_000,
      basicFen: 205_400_000,
      projectFen: 98_900_000,
      carryoverFen: 10_800_000,
      threePublicFen: 3_000_000,
      agencyOperatingFen: null,
    });
  });

  test('is null for what no table prints', () => {
    const totals = outcomeTotals(new Map());
    expect(new Set(Object.values(totals))).toEqual(new Set([null]));
  });

  test('lists functional subjects and economic classes from the tables that print them', () => {
    expect(summary.subjects.map(({ code, totalFen }) => [code, totalFen])).toContainEqual([
      '2070104',
      278_100_000,
    ]);
    expect(summary.subjectNames.map(({ code }) => code)).toEqual([
      ...['207', '20701', '2070104', '208', '20805', '2080505', '229', '22960', '2296002'],
    ]);
    const classes = summary.economicClasses.filter(({ code }) => code !== null);
    expect(classes.map(({ code, totalFen }) => [code, totalFen])).toEqual([
      ['301', 170_600_000],
      ['30101', 80_000_000],
    ]);
  });
});
