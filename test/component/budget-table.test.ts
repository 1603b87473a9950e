import { describe, expect, test } from 'vitest';
import BudgetTable from '../../src/components/BudgetTable.astro';
import type { TableDefinition } from '../../src/schema/table-set.ts';
import type { Table } from '../../src/schema/table.ts';
import { attribute, elementsOf, figuresOf, textOf } from '../lib/html-query.ts';
import { renderComponent, requireElement } from '../lib/render-component.ts';
import { exampleTable } from '../support/example-disclosure.ts';

const definition: TableDefinition = {
  id: 'example',
  number: 3,
  name: '示例表',
  titleStems: ['示例表'],
  layout: 'by-subject',
  moneyUnit: '万元',
  nameColumns: [
    { id: 'code', side: null, titles: ['科目编码'] },
    { id: 'name', side: null, titles: ['科目名称'] },
  ],
  columns: [
    { id: 'total', side: null, titles: ['年合计'] },
    { id: 'basic', side: null, titles: ['基本支出'] },
  ],
};

const render = async (table: Table, props: Record<string, unknown> = {}) =>
  renderComponent(BudgetTable, { table, definition, ...props });

describe('BudgetTable', () => {
  const table = exampleTable(
    'example',
    ['total', 'basic'],
    [
      { kind: 'total', name: '合计', amounts: { total: '1,432.48', basic: '0.00' } },
      { code: '20805', name: '示例款', amounts: { total: '12' } },
    ],
  );

  test('prints each figure as printed, with its exact 分 and its place', async () => {
    const page = await render(table);
    expect(figuresOf(page)).toEqual([
      { fen: 1432480000, text: '1,432.48' },
      { fen: 0, text: '0.00' },
      { fen: 12000000, text: '12' },
    ]);
    const places = [...elementsOf(page)].filter(({ tagName }) => tagName === 'data');
    expect(places.map((place) => attribute(place, 'data-place'))).toEqual([
      'L11C2',
      'L11C3',
      'L12C2',
    ]);
  });

  test('leaves a blank cell empty, unlike a printed zero', async () => {
    const row = requireElement(await render(table), 'example-r2');
    const cells = [...elementsOf(row)].filter(({ tagName }) => tagName === 'td').map(textOf);
    expect(cells).toEqual(['20805', '12', '', 'L12']);
  });

  test('heads its columns with the titles of the table set without the year', async () => {
    const headers = [...elementsOf(await render(table))].filter(({ tagName }) => tagName === 'th');
    expect(headers.filter((header) => attribute(header, 'scope') === 'col').map(textOf)).toEqual([
      '科目编码',
      '科目名称',
      '合计',
      '基本支出',
      '原文行',
    ]);
  });

  test('says that an empty table is printed empty, and what its note says', async () => {
    const page = await render(exampleTable('example', ['total'], [], { note: '注：本表无数据' }));
    expect(textOf(page)).toContain('原文有此表，但没有数字，表下注明“注：本表无数据”。');
    expect(figuresOf(page)).toEqual([]);
  });

  test('says when the money measure is that of the table set because none is printed', async () => {
    const page = await render({ ...table, moneyUnitFrom: 'table-set' });
    expect(textOf(page)).toContain('原文未标金额单位，按报表体系以万元计');
  });

  test('shows the repaired reading of a corrected cell beside a link to the correction', async () => {
    const corrected = {
      ...table,
      rows: table.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) =>
          cell.printed === '1,432.48'
            ? { ...cell, printed: '1,432.4B', read: '1,432.48', correction: 'c1' }
            : cell,
        ),
      })),
    };
    const page = await render(corrected);
    expect(figuresOf(page)[0]).toEqual({ fen: 1432480000, text: '1,432.48' });
    const links = [...elementsOf(page)].filter(
      (link) => attribute(link, 'href') === '#correction-c1',
    );
    expect(links.map(textOf)).toEqual(['更正']);
  });

  test('marks the cell of a difference with a link to the finding', async () => {
    const marks = {
      original: null,
      targets: new Set(['example-r2-total', 'example-r1-total']),
      differences: new Map([['example-r2-total', [7, 9]]]),
      ofProjects: new Map(),
    };
    const page = await render(table, { marks });
    const cell = requireElement(page, 'example-r2-total');
    const links = [...elementsOf(cell)].filter((link) => attribute(link, 'href') === '#finding-7');
    expect(links.map(textOf)).toEqual(['差异 2']);
    expect(figuresOf(cell)).toHaveLength(1);
    expect(textOf(requireElement(page, 'example-r1-total'))).not.toContain('差异');
  });

  test('offers to show blank rows only where more than three are blank', async () => {
    const blank = Array.from({ length: 4 }, () => ({ name: '空白行' }));
    const rows = [{ kind: 'total', name: '合计', amounts: { total: '1.00' } } as const, ...blank];
    const many = await render(exampleTable('example', ['total'], rows));
    const few = await render(exampleTable('example', ['total'], rows.slice(0, 4)));
    expect(textOf(many)).toContain('显示空白行（4）');
    expect(textOf(few)).not.toContain('显示空白行');
  });
});
