import { describe, expect, test } from 'vitest';
import { structureView } from '../../../src/components/structure-view.ts';
import { exampleDisclosure, exampleTable } from '../../support/example-disclosure.ts';
import { exampleExpenditure, exampleFlow } from '../../support/example-flow.ts';

describe('structureView', () => {
  test('gives the share of every 类 and 款, largest first', () => {
    const view = structureView(exampleFlow());
    expect(view?.table.rows.map((cells) => cells.map(({ text, fen }) => fen ?? text))).toEqual([
      ['208', '甲类', 80_000_000, '80.00%'],
      ['20802', '甲二款', 50_000_000, '50.00%'],
      ['20801', '甲一款', 30_000_000, '30.00%'],
      ['210', '乙类', 20_000_000, '20.00%'],
      ['21001', '乙一款', 20_000_000, '20.00%'],
    ]);
    expect(
      view?.groups.map(({ heading, rows }) => [heading, ...rows.map(({ label }) => label)]),
    ).toEqual([
      ['甲类', '甲二款', '甲一款'],
      ['乙类', '乙一款'],
    ]);
    expect(view?.summary).toBe('支出总额 100.00 万元，分在 2 类：甲类占 80.00%，乙类占 20.00%。');
  });

  test('draws a 类 whole where its 款 do not add up, and says so', () => {
    const table = exampleExpenditure();
    const rows = table.rows.filter(({ code }) => code !== '20802');
    const view = structureView(exampleFlow([{ ...table, rows }]));
    expect(view?.groups[0]?.rows.map(({ label }) => label)).toEqual(['甲类']);
    expect(view?.notes[1]).toBe('甲类的各款相加不等于本类，只画整类。');
  });

  test('gives no share of an incomplete whole', () => {
    const table = exampleExpenditure();
    const rows = table.rows.filter(({ code }) => code !== '210');
    expect(structureView(exampleFlow([{ ...table, rows }]))).toBeUndefined();
  });

  test('draws nothing where all money belongs to one 类', () => {
    const table = exampleTable(
      'expenditure-by-subject',
      ['total'],
      [
        { kind: 'total', name: '合计', amounts: { total: '3.00' } },
        { kind: 'group', code: '208', name: '甲类', amounts: { total: '3.00' } },
      ],
    );
    expect(structureView(exampleDisclosure({ tables: [table] }))).toBeUndefined();
  });
});
