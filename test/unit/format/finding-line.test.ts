import { expect, test } from 'vitest';
import type { ListedFinding } from '../../../src/format/finding-file.ts';
import { findingLine } from '../../../src/format/finding-line.ts';

const finding: ListedFinding = {
  unitId: '990101-shili',
  unitName: '示例单位',
  regionCode: '990101',
  year: 2024,
  kind: 'budget',
  n: 7,
  checkId: 'columns-add-up',
  result: 'difference',
  differenceFen: -10_000,
  message: '示例',
  target: 'expenditure-by-subject-r2-total',
  rank: [0, 2, -10_000],
};
const page = '/units/990101-shili/2024/';

test('a finding is told with its difference, its document and the cell it points at', () => {
  expect(findingLine(finding)).toEqual({
    money: { label: '相差', fen: 10_000, text: '0.01' },
    documentName: '示例单位 2024 年度预算',
    findingPath: `${page}#finding-7`,
    targetPath: `${page}#expenditure-by-subject-r2-total`,
    checkPath: '/findings/columns-add-up/',
  });
});

test.each([
  [
    'money that nobody can compare',
    { differenceFen: null, rank: [0, 1, -340_430_000] },
    '涉及 340.43',
  ],
  ['a difference of nothing', { differenceFen: 0, rank: [0, 3, 0] }, null],
  ['words', { differenceFen: null, rank: [0, 4, 0] }, null],
])('%s', (_, extra, expected) => {
  const { money } = findingLine({ ...finding, ...extra });
  expect(money === null ? null : `${money.label} ${money.text}`).toBe(expected);
});

test('a finding that points at nothing leads nowhere', () => {
  expect(findingLine({ ...finding, target: null }).targetPath).toBeNull();
});
