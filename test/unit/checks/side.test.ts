import { describe, expect, test } from 'vitest';
import { compareSides } from '../../../src/checks/compare.ts';
import { exampleDisclosure, exampleTable } from '../../../src/checks/example-disclosure.ts';
import { halfStepFen, nowhere, querySide, rowName, sumSides } from '../../../src/checks/side.ts';
import type { Side } from '../../../src/checks/side.ts';

const side = (fen: number | null, extra: Partial<Side> = {}): Side => ({
  label: '甲',
  fen,
  boundFen: 0,
  parts: 1,
  blanks: 0,
  lossy: false,
  at: nowhere,
  ...extra,
});

describe('halfStepFen', () => {
  test.each([
    ['12.34', '万元', 5_000],
    ['12.3', '万元', 50_000],
    ['12', '万元', 500_000],
    ['1,200', '元', 50],
    ['0.10', '元', 0],
    ['0.00', '万元', 0],
    ['-3.5', '亿元', 500_000_000],
  ] as const)('%s %s can be off by %i 分', (printed, moneyUnit, expected) => {
    expect(halfStepFen(printed, moneyUnit)).toBe(expected);
  });
});

describe('sumSides', () => {
  test('leaves blanks out and counts them, never as zero', () => {
    expect(
      sumSides('和', [side(5, { boundFen: 2 }), side(null), side(7, { boundFen: 3 })]),
    ).toEqual(side(12, { label: '和', boundFen: 5, parts: 2, blanks: 1 }));
  });

  test('has no amount when nothing is printed', () => {
    expect(sumSides('和', [side(null), side(null)]).fen).toBeNull();
  });
});

describe('querySide', () => {
  const disclosure = exampleDisclosure({
    tables: [exampleTable(11, 'agency-operating-expenses', ['total'])],
  });

  test('points at the title of a table printed empty', () => {
    expect(
      querySide(disclosure, { tableId: 'agency-operating-expenses', column: 'total' }),
    ).toEqual(
      side(null, {
        label: '表11 合计',
        parts: 0,
        at: { ...nowhere, tableId: 'agency-operating-expenses', place: 'L1100' },
      }),
    );
  });

  test('points nowhere for a table the document does not have', () => {
    expect(querySide(disclosure, { tableId: 'projects-current', column: 'total' }).at).toEqual(
      nowhere,
    );
  });
});

describe('rowName', () => {
  test.each([
    ['二十一、粮油物资储备支出', '粮油物资储备支出'],
    ['①公务用车购置费', '公务用车购置费'],
    ['因公出国（境）费', '因公出国(境)费'],
    ['合 计', '合计'],
  ])('%s is %s', (printed, expected) => {
    expect(rowName(printed)).toBe(expected);
  });
});

describe('compareSides', () => {
  const disclosure = exampleDisclosure({});
  test.each([
    ['the smaller side may have lost text', side(3, { lossy: true }), side(5), 'undecidable'],
    [
      'lost text cannot have made the larger side larger',
      side(3),
      side(5, { lossy: true }),
      'difference',
    ],
    ['a missing side is not zero', side(null), side(0), 'undecidable'],
    ['equal sides pass whatever was lost', side(5, { lossy: true }), side(5), 'pass'],
    [
      'within the printed precision it is rounding',
      side(5, { boundFen: 1 }),
      side(7, { boundFen: 1 }),
      'rounding',
    ],
    [
      'one 分 beyond the printed precision it is a difference',
      side(5, { boundFen: 1 }),
      side(8, { boundFen: 1 }),
      'difference',
    ],
  ] as const)('%s', (_, left, right, expected) => {
    expect(compareSides('columns-add-up', disclosure, left, right).result).toBe(expected);
  });
});
