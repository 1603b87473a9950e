import { describe, expect, test } from 'vitest';
import { groupFindings } from '../../../src/components/finding-groups.ts';
import type { Finding } from '../../../src/schema/finding.ts';

const checks = [
  { id: 'words', title: '增减词', attention: 3 },
  { id: 'small', title: '相加', attention: 2 },
  { id: 'large', title: '相符', attention: 2 },
];
const finding = (
  n: number,
  checkId: string,
  result: Finding['result'],
  differenceFen: number | null,
) => ({
  n,
  finding: {
    disclosureId: '990101-shili-2024-budget',
    checkId,
    result,
    tableId: null,
    row: null,
    column: null,
    place: null,
    leftLabel: '甲',
    leftFen: null,
    rightLabel: '乙',
    rightFen: null,
    differenceFen,
    message: '示例',
    projectN: null,
  },
});

describe('groupFindings', () => {
  test('puts differences first, checks by attention and then by money, findings in order', () => {
    const groups = groupFindings(
      [
        finding(1, 'words', 'difference', null),
        finding(2, 'small', 'pass', 0),
        finding(3, 'small', 'difference', 10000),
        finding(4, 'large', 'difference', 1),
        finding(5, 'large', 'difference', -3404300000000),
      ],
      checks,
    );
    expect(
      groups.map(({ result, count, groups: byCheck }) => [
        result,
        count,
        byCheck.map(({ check, members }) => [check.id, members.map(({ n }) => n)]),
      ]),
    ).toEqual([
      [
        'difference',
        4,
        [
          ['large', [4, 5]],
          ['small', [3]],
          ['words', [1]],
        ],
      ],
      ['pass', 1, [['small', [2]]]],
    ]);
  });

  test('refuses a finding of a check it does not know', () => {
    expect(() => groupFindings([finding(1, 'other', 'pass', null)], checks)).toThrow(
      'Unexpected check "other"',
    );
  });
});
