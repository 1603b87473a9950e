import { expect, test } from 'vitest';
import {
  formatTopicFound,
  formatTopicLeftOut,
  formatTopicNews,
} from '../../../src/format/topic-text.ts';

const counts = {
  title: '示例',
  units: 5,
  unitsWith: 2,
  unitsMentioning: 0,
  projects: 4,
  regions: 2,
  years: [2023, 2024],
};

test.each([
  [
    {},
    '收录的 5 个单位中，2 个单位有“示例”的项目，共 4 个，分布在 2 个地区，2023–2024 年度；其余 3 个单位没有。',
  ],
  [
    { unitsMentioning: 1 },
    '收录的 5 个单位中，2 个单位有“示例”的项目，共 4 个，分布在 2 个地区，2023–2024 年度；1 个单位只在绩效指标中提到；其余 2 个单位没有。',
  ],
  [
    { unitsWith: 5, years: [2022, 2024] },
    '收录的 5 个单位中，5 个单位有“示例”的项目，共 4 个，分布在 2 个地区，2022、2024 年度。',
  ],
  [
    { unitsWith: 0, projects: 0, regions: 0, years: [] },
    '收录的 5 个单位中，没有一个单位有“示例”的项目。',
  ],
])('says among how many units what was found, case %#', (change, text) => {
  expect(formatTopicFound({ ...counts, ...change })).toBe(text);
});

test('names each kind of thing an amount does not contain, and nothing where nothing is left out', () => {
  const none = { missing: 0, overlapping: 0, formOnly: 0, finalAccounts: 0 };
  expect(formatTopicLeftOut(none)).toEqual([]);
  expect(formatTopicLeftOut({ missing: 1, overlapping: 2, formOnly: 3, finalAccounts: 4 })).toEqual(
    ['另 1 项未印金额', '另 3 项仅见于绩效表', '另 2 项已含在主管部门内', '另有决算 4 项'],
  );
});

test.each([
  [
    [{ name: '甲', phase: 'current', totalFen: 6_000_000 }],
    1,
    '项目 1 个：甲 6.00 万元；另有 1 个项目的绩效指标提到。',
  ],
  [
    [
      { name: '乙', phase: 'carryover', totalFen: 0 },
      { name: '丙', phase: null, totalFen: null },
    ],
    0,
    '项目 2 个：乙（上年结转） 0.00 万元，丙（仅见于绩效表） 未印金额。',
  ],
  [[], 2, '2 个项目的绩效指标提到。'],
  [
    Array.from({ length: 6 }, () => ({ name: '丁', phase: 'current', totalFen: null }) as const),
    0,
    '项目 6 个：丁 未印金额，丁 未印金额，丁 未印金额，丁 未印金额，丁 未印金额等。',
  ],
] as const)('formatTopicNews names projects with their amounts: %#', (projects, mentions, text) => {
  expect(formatTopicNews(projects, mentions)).toBe(text);
});
