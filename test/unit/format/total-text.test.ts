import { expect, test } from 'vitest';
import { describeTotals } from '../../../src/format/total-text.ts';

test('a total says what it covers: projects, years, blanks, what a department includes', () => {
  const totals = {
    phases: [
      {
        phase: 'current' as const,
        fen: 123_456_789,
        known: 1_200,
        missing: 3,
        overlapping: 2,
        byYear: [
          { year: 2024, fen: 123_456_789 },
          { year: 2023, fen: null },
        ],
      },
      {
        phase: 'carryover' as const,
        fen: null,
        known: 0,
        missing: 1,
        overlapping: 0,
        byYear: [{ year: 2024, fen: null }],
      },
    ],
    formOnly: 4,
    finalAccounts: 2,
  };
  expect(describeTotals(totals)).toEqual([
    {
      text: '项目金额（本年预算）合计 123.456789 万元（1,200 项，2 个年度相加，3 项未列金额，2 项已含在主管部门预算内，未重复计入）。',
      years: ['2024 年 123.456789 万元', '2023 年 无金额'],
    },
    { text: '项目金额（上年结转）无金额（0 项，1 项未列金额）。', years: [] },
    { text: '另有 4 个项目仅见于绩效目标表，表中无金额。', years: [] },
    { text: '另有 2 个决算中的项目，与预算是同一笔钱，未计入。', years: [] },
  ]);
  expect(describeTotals({ phases: [], formOnly: 0, finalAccounts: 0 })).toEqual([]);
});
