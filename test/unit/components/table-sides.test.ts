import { describe, expect, test } from 'vitest';
import { tableSides } from '../../../src/components/table-sides.ts';
import type { TableDefinition } from '../../../src/schema/table-set.ts';
import { exampleTable } from '../../support/example-disclosure.ts';

const table = exampleTable(
  'example',
  ['revenue', 'total', 'carryover'],
  [
    { side: 'expenditure', name: '支出甲', amounts: { total: '2.00' } },
    { side: 'revenue', name: '收入甲', amounts: { revenue: '2.00' } },
  ],
);
const definition: TableDefinition = {
  id: 'example',
  number: 1,
  name: '示例表',
  titleStems: ['示例表'],
  layout: 'two-sided',
  moneyUnit: '万元',
  nameColumns: [{ id: 'name', side: 'expenditure', titles: ['支出项目'] }],
  columns: [
    { id: 'revenue', side: 'revenue', titles: ['年', '金额'] },
    { id: 'total', side: 'expenditure', titles: ['年合计'] },
    { id: 'carryover', side: 'expenditure', titles: ['上年结转安排'] },
  ],
};
const short = (sides: ReturnType<typeof tableSides>) =>
  sides.map((side) => [
    side.label,
    side.nameLabels.name,
    side.columns.map(({ id, label }) => `${id} ${label}`),
    side.rows.map(({ name }) => name),
  ]);

describe('tableSides', () => {
  test('shows revenue first, each side with the columns its definition names, even blank ones', () => {
    expect(short(tableSides(table, definition))).toEqual([
      ['收入', '项目', ['revenue 金额'], ['收入甲']],
      ['支出', '支出项目', ['total 合计', 'carryover 上年结转安排'], ['支出甲']],
    ]);
  });

  test('shows the columns in which a side prints something where no definition is known', () => {
    expect(short(tableSides(table, undefined))).toEqual([
      ['收入', '项目', ['revenue 金额'], ['收入甲']],
      ['支出', '项目', ['total 合计'], ['支出甲']],
    ]);
  });

  test('never hides a column in which something is printed', () => {
    const odd = exampleTable(
      'example',
      ['total'],
      [{ side: 'revenue', name: '收入甲', amounts: { total: '1.00' } }],
    );
    expect(short(tableSides(odd, definition))).toEqual([
      ['收入', '项目', ['total 合计'], ['收入甲']],
    ]);
  });

  test('shows a one-sided table as one grid with all its columns', () => {
    const plain = exampleTable('example', ['total', 'fund'], [{ amounts: { total: '1.00' } }]);
    expect(short(tableSides(plain, undefined))).toEqual([
      [null, '项目', ['total 合计', 'fund 政府性基金预算'], ['示例行']],
    ]);
  });
});
