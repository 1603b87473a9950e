import { describe, expect, test } from 'vitest';
import { linkRowsAndForms } from '../../../src/assemble/project-links.ts';

type Side = readonly (readonly [string | null, number | null])[];
const link = (rows: Side, forms: Side): string[] =>
  linkRowsAndForms(
    rows.map(([name, fen]) => ({ name, fen })),
    forms.map(([name, fen]) => ({ name, fen })),
  ).map(({ row, form, why }) => `${row}-${form} ${why}`);

describe('linkRowsAndForms', () => {
  test.each<[string, Side, Side, string[]]>([
    [
      'same name but for blanks',
      [['人人持证,示例经费', 1]],
      [['人人持证, 示例经费', 2]],
      ['0-0 same-name'],
    ],
    ['punctuation', [['示例经费（办公）', 1]], [['示例经费-办公', 2]], ['0-0 similar-name']],
    ['one character', [['山西绥民律师费', 1]], [['山西恒民律师费', 2]], ['0-0 similar-name']],
    ['one character lost', [['临时工工资', 1]], [['临时工资', 2]], ['0-0 similar-name']],
    [
      'a year and a remark',
      [['农民工周转金', 1]],
      [['2025 年农民工周转金(561人)', 2]],
      ['0-0 similar-name'],
    ],
    [
      'a year and a character',
      [['社保平台运行费', 1]],
      [['2024 年社保平台运行经费', 2]],
      ['0-0 similar-name'],
    ],
    [
      'two characters and the same amount',
      [['护工培训奖励激励金', 500]],
      [['护工培训奖励补助金', 900]],
      ['0-0 similar-name'],
    ],
    [
      'two characters and another amount',
      [['护工培训奖励激励金', 500]],
      [['护工培训奖励补助金', 90_000]],
      [],
    ],
    ['another year', [['2023年示例补助资金', 1]], [['2024年示例补助资金', 90_000]], []],
    ['the same amount only', [['甲', 1_000_000]], [[null, 1_004_000]], ['0-0 same-amount']],
    [
      'the same amount twice',
      [
        ['甲', 500],
        ['乙', 500],
      ],
      [['丙丁戊', 500]],
      [],
    ],
    ['no amount', [['甲', null]], [['丙丁戊', null]], []],
    ['zero is no amount to link by', [['甲', 0]], [['丙丁戊', 0]], []],
    ['short names are not guessed', [['甲', 1]], [['乙', 90_000]], []],
  ])('%s', (_, rows, forms, expected) => {
    expect(link(rows, forms)).toEqual(expected);
  });

  test('of two rows with one name the one with the same amount is linked', () => {
    expect(
      link(
        [
          ['甲经费', 1_000_000],
          ['甲经费', 2_000_000],
        ],
        [['甲经费', 2_000_000]],
      ),
    ).toEqual(['1-0 same-name']);
    expect(
      link(
        [
          ['甲经费', 1_000_000],
          ['甲经费', 2_000_000],
        ],
        [['甲经费', 3_000_000]],
      ),
    ).toEqual([]);
  });

  test('two forms of one name go to the rows with their amounts', () => {
    const rows: Side = [
      ['甲经费', 1_000_000],
      ['甲经费', 2_000_000],
    ];
    expect(
      link(rows, [
        ['甲经费', 2_000_000],
        ['甲经费', 1_000_000],
      ]),
    ).toEqual(['1-0 same-name', '0-1 same-name']);
  });

  test('of two forms alike the row takes the one with its amount, the other stays open', () => {
    expect(
      link(
        [['甲经费', 1_000_000]],
        [
          ['甲经费', 9],
          ['甲经费', 1_000_000],
        ],
      ),
    ).toEqual(['0-1 same-name']);
  });

  test('the same name goes before a similar one', () => {
    const rows: Side = [
      ['甲乙丙丁经费', 1],
      ['甲乙丙丁戊经费', 2],
    ];
    expect(
      link(rows, [
        ['甲乙丙丁戊经费', 3],
        ['甲乙丙丁己经费', 4],
      ]),
    ).toEqual(['1-0 same-name', '0-1 similar-name']);
  });
});
