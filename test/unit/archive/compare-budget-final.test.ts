import { describe, expect, test } from 'vitest';
import { compareBudgetFinal, type OutcomeRow } from '../../../src/archive/compare-budget-final.ts';
import type { Disclosure } from '../../../src/schema/disclosure.ts';
import { exampleDisclosure, exampleTable } from '../../support/example-disclosure.ts';
import { exampleFinalAccounts } from '../../support/example-final-accounts.ts';
import { exampleRecords } from '../../support/example-records.ts';

const final = exampleFinalAccounts(2024);
const budget = exampleRecords().find(({ id }) => id === '990200-tushuguan-2024-budget');
if (budget === undefined) throw new Error('no budget');

/** A line in short: name, budget, outcome, difference in 万元, percent; the state where there is no amount. */
const short = ({ code, name, budget: before, outcome, differenceFen, percent }: OutcomeRow) =>
  [
    code === null ? name : `${code} ${name}`,
    before.fen === null ? before.state : before.fen / 1e6,
    outcome.fen === null ? outcome.state : outcome.fen / 1e6,
    differenceFen === null ? '-' : differenceFen / 1e6,
    percent ?? '-',
  ].join(' | ');
const compared = (before: Disclosure, after: Disclosure): Record<string, string[]> =>
  Object.fromEntries(
    compareBudgetFinal(before, after).map(({ id, rows }) => [id, rows.map(short)]),
  );

describe('compareBudgetFinal', () => {
  test('sets totals, subjects and three public expenses beside each other, exactly', () => {
    expect(compared(budget, final)).toEqual({
      totals: [
        '收入总计 | 50 | 306.8 | 256.8 | +513.60%',
        '本年收入 | 50 | 288.5 | 238.5 | +477.00%',
        '年初（上年）结转 | blank | 10.8 | - | -',
        '支出总计 | 50 | 306.8 | 256.8 | +513.60%',
        '本年支出 | 50 | 304.3 | 254.3 | +508.60%',
        '年末结转 | blank | 2.5 | - | -',
        '基本支出 | 30 | 205.4 | 175.4 | +584.67%',
        '项目支出 | 20 | 98.9 | 78.9 | +394.50%',
      ],
      subjects: [
        '207 文化旅游体育与传媒支出 | 50 | 278.1 | 228.1 | +456.20%',
        '20701 文化和旅游 | 50 | 278.1 | 228.1 | +456.20%',
        '2070104 图书馆 | 50 | 278.1 | 228.1 | +456.20%',
        '208 社会保障和就业支出 | no-row | 14.2 | - | -',
        '20805 行政事业单位养老支出 | no-row | 14.2 | - | -',
        '2080505 机关事业单位基本养老保险缴费支出 | no-row | 14.2 | - | -',
        '229 其他支出 | no-row | 12 | - | -',
        '22960 彩票公益金安排的支出 | no-row | 12 | - | -',
        '2296002 用于社会福利的彩票公益金支出 | no-row | 12 | - | -',
      ],
      'three-public': [
        '合计 | 2 | 3 | 1 | +50.00%',
        '因公出国（境）费 | blank | blank | - | -',
        '公务接待费 | 0 | 0.4 | 0.4 | -',
        '公务用车购置及运行维护费 | 2 | 2.6 | 0.6 | +30.00%',
        '公务用车购置费 | no-row | blank | - | -',
        '公务用车运行维护费 | no-row | 2.6 | - | -',
      ],
    });
  });

  test('gives the anchors of both rows and the adjusted budget the final accounts print', () => {
    const [total] =
      compareBudgetFinal(budget, final).find(({ id }) => id === 'three-public')?.rows ?? [];
    expect(total).toMatchObject({
      adjustedFen: 3_500_000,
      budget: { anchor: expect.stringMatching(/^three-public-expenses-r\d+$/u) as string },
      outcome: { anchor: 'three-public-outcome-r1' },
    });
  });

  test('a zero of the budget is compared, but has no percentage; a fall is told with its sign', () => {
    const planned = (amount: string): Disclosure =>
      exampleDisclosure({
        tables: [
          exampleTable(
            'expenditure-by-subject',
            ['total'],
            [{ code: '207', name: '文化', amounts: { total: amount } }],
          ),
        ],
      });
    const line = (amount: string): string | undefined =>
      compared(planned(amount), final)['subjects']?.[0];
    expect(line('0.00')).toBe('207 文化旅游体育与传媒支出 | 0 | 278.1 | 278.1 | -');
    expect(line('300.00')).toBe('207 文化旅游体育与传媒支出 | 300 | 278.1 | -21.9 | -7.30%');
  });

  test('a table that is missing or printed empty is told, and a part with nothing in it left out', () => {
    const without = { ...final, tables: [] };
    expect(compared(budget, without)['totals']?.[0]).toBe('收入总计 | 50 | no-table | - | -');
    const empty = final.tables.map((table) => ({
      ...table,
      rows: [],
      status: 'printed-empty' as const,
    }));
    expect(compared(budget, { ...final, tables: empty })['totals']?.[0]).toBe(
      '收入总计 | 50 | empty-table | - | -',
    );
    expect(compared({ ...budget, tables: [] }, without)).toEqual({});
  });
});
