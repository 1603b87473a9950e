import { describe, expect, test } from 'vitest';
import { changeView } from '../../../src/components/change-view.ts';
import type { KeyFact } from '../../../src/schema/key-fact.ts';
import { exampleDisclosure } from '../../support/example-disclosure.ts';

const fact = (n: number, more: Partial<KeyFact>): KeyFact => ({
  n,
  section: '一、',
  topic: 'revenue-total',
  measure: 'amount',
  label: '收入总计',
  printed: '100万元',
  moneyUnit: '万元',
  fen: 100_000_000,
  number: '100',
  unit: null,
  direction: null,
  directionPrinted: null,
  base: null,
  place: 'L10',
  ...more,
});
const change = (n: number, more: Partial<KeyFact> = {}): KeyFact =>
  fact(n, {
    measure: 'change-amount',
    printed: '20万元',
    fen: 20_000_000,
    direction: 'increase',
    directionPrinted: '增加',
    base: '上年',
    ...more,
  });
const rowsOf = (facts: KeyFact[], lastYear: Parameters<typeof changeView>[1] = null) =>
  changeView(exampleDisclosure({ keyFacts: facts }), lastYear)?.table.rows.map((cells) =>
    cells.map(({ text, fen }) => fen ?? text),
  );

describe('changeView', () => {
  test.each([
    ['an increase', change(2), ['收入总计', 100_000_000, '增加 20万元', 80_000_000]],
    [
      'a decrease',
      change(2, { direction: 'decrease', directionPrinted: '下降' }),
      ['收入总计', 100_000_000, '下降 20万元', 120_000_000],
    ],
    [
      'an equal amount',
      change(2, {
        measure: 'unchanged',
        printed: '与上年预算数相同',
        fen: null,
        number: null,
        moneyUnit: null,
        direction: 'unchanged',
        directionPrinted: null,
        base: '2023年',
      }),
      ['收入总计', 100_000_000, '与上年预算数相同', 100_000_000],
    ],
  ])('works out last year from %s', (_case, stated, row) => {
    expect(rowsOf([fact(1, {}), stated])).toEqual([row]);
  });

  test('sets the amounts of the archived year beside it where there are any', () => {
    expect(rowsOf([fact(1, {}), change(2)], { 'revenue-total': 81_000_000 })).toEqual([
      ['收入总计', 100_000_000, '增加 20万元', 80_000_000, 81_000_000],
    ]);
  });

  test('says that amounts are worked out, and does not work out a change stated both ways', () => {
    const topic = { topic: 'agency-operating', section: '八、', label: '机关运行经费' };
    const view = changeView(
      exampleDisclosure({
        keyFacts: [
          fact(1, {}),
          change(2),
          fact(3, topic),
          change(4, topic),
          change(5, { ...topic, measure: 'change-percent', fen: null, direction: 'decrease' }),
        ],
      }),
      null,
    );
    expect(
      view?.groups[0]?.rows.map(({ label, bars }) => [
        label,
        ...bars.map(({ caption }) => caption),
      ]),
    ).toEqual([['收入总计', '2024 年', '2023 年，按原文所述变动推算']]);
    expect(view?.notes).toEqual([
      '2023 年的数按原文所述变动推算，不是原文所印。',
      '每个事项的几条横条按其中最大的数画满，事项之间不能比长短。',
      '机关运行经费：原文的金额与百分比一增一减，不推算。',
    ]);
  });

  test('shows equal totals of revenue and expenditure once', () => {
    const topic = { topic: 'expenditure-total', label: '支出总计' };
    expect(rowsOf([fact(1, {}), change(2), fact(3, topic), change(4, topic)])).toHaveLength(1);
  });

  test.each([
    ['no change is stated', [fact(1, {})]],
    ['the amount is not stated', [change(2)]],
    ['the base is another year', [fact(1, {}), change(2, { base: '2022年' })]],
    ['the direction is lost', [fact(1, {}), change(2, { direction: null })]],
    ['last year would be below zero', [fact(1, {}), change(2, { fen: 200_000_000 })]],
    [
      'it is a reason for a change',
      [fact(1, { topic: 'reason-amount' }), change(2, { topic: 'reason-amount' })],
    ],
  ])('works nothing out where %s', (_why, facts) => {
    expect(changeView(exampleDisclosure({ keyFacts: facts }), null)).toBeUndefined();
  });
});
