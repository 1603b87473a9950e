import { describe, expect, test } from 'vitest';
import { flowView } from '../../../src/components/flow-view.ts';
import type { FlowView } from '../../../src/components/flow-model.ts';
import type { Table } from '../../../src/schema/table.ts';
import { exampleTable } from '../../support/example-disclosure.ts';
import {
  exampleExpenditure,
  exampleFlow,
  exampleProjects,
  exampleRevenue,
  exampleSummary,
} from '../../support/example-flow.ts';

const nodesOf = (view: FlowView | undefined): Record<string, (string | number)[][]> =>
  Object.fromEntries(
    (view?.levels ?? []).map(({ id, nodes }) => [id, nodes.map(({ name, fen }) => [name, fen])]),
  );

/** A table printed empty. */
const empty = (table: Table): Table => ({ ...table, status: 'printed-empty', rows: [] });

/** The table with another amount in a cell of a row. */
const changed = (table: Table, row: number, column: string, fen: number): Table => ({
  ...table,
  rows: table.rows.map((own) =>
    own.row === row
      ? {
          ...own,
          cells: own.cells.map((cell) => (cell.column === column ? { ...cell, fen } : cell)),
        }
      : own,
  ),
});

const million = 1_000_000;

describe('flowView', () => {
  test('shows the money on every level, largest parts first', () => {
    const view = flowView(exampleFlow());
    expect(nodesOf(view)).toEqual({
      sources: [
        ['一般公共预算', 70 * million],
        ['上年结转', 30 * million],
      ],
      subjects: [
        ['甲类', 80 * million],
        ['乙类', 20 * million],
      ],
      kinds: [
        ['项目支出', 60 * million],
        ['基本支出', 40 * million],
      ],
      projects: [
        ['项目三（上年结转）', 30 * million],
        ['项目二', 20 * million],
        ['项目一', 10 * million],
      ],
    });
    expect(view?.notes).toEqual([]);
    expect(view?.summary).toBe(
      '收入总计 100.00 万元。来源是一般公共预算 70.00 万元、上年结转 30.00 万元；用得最多的科目是甲类 80.00 万元；项目支出 60.00 万元，基本支出 40.00 万元；最大的项目是项目三（上年结转） 30.00 万元。',
    );
  });

  test('connects the levels by what 表2 and 表3 print', () => {
    const view = flowView(exampleFlow());
    expect(view?.links).toEqual([
      { from: 'source-general', to: 'expenditure-by-subject-r4', fen: 50 * million },
      { from: 'source-carryover', to: 'expenditure-by-subject-r4', fen: 30 * million },
      { from: 'source-general', to: 'expenditure-by-subject-r2', fen: 20 * million },
      { from: 'expenditure-by-subject-r4', to: 'kind-project', fen: 60 * million },
      { from: 'expenditure-by-subject-r4', to: 'kind-basic', fen: 20 * million },
      { from: 'expenditure-by-subject-r2', to: 'kind-basic', fen: 20 * million },
      { from: 'kind-project', to: 'projects-carryover-r1', fen: 30 * million },
      { from: 'kind-project', to: 'projects-current-r3', fen: 20 * million },
      { from: 'kind-project', to: 'projects-current-r2', fen: 10 * million },
    ]);
    expect(view?.linkTables.map(({ id }) => id)).toEqual([
      'revenue-by-subject',
      'expenditure-by-subject',
    ]);
  });

  test('says that a table is printed empty, and takes the 类 from 表1', () => {
    const view = flowView(
      exampleFlow([
        exampleSummary([
          { side: 'expenditure', name: '八、甲类', amounts: { total: '80.00' } },
          { side: 'expenditure', name: '十、乙类', amounts: { total: '20.00' } },
        ]),
        empty(exampleExpenditure()),
      ]),
    );
    expect(Object.keys(nodesOf(view))).toEqual(['sources', 'subjects']);
    expect(nodesOf(view)['subjects']).toEqual([
      ['甲类', 80 * million],
      ['乙类', 20 * million],
    ]);
    expect(view?.links).toEqual([]);
    expect(view?.notes).toEqual([
      '支出总表本表无数据，不画基本支出与项目支出，也不画各个项目。',
      '收入总表没有与来源和科目都一致的数字，来源与科目之间不连线。',
    ]);
  });

  test('leaves out a level whose parts do not make up the whole', () => {
    const [current, carryover] = exampleProjects();
    if (current === undefined || carryover === undefined) throw new Error('Unexpected example');
    const view = flowView(exampleFlow([changed(current, 2, 'total', 11 * million), carryover]));
    expect(Object.keys(nodesOf(view))).toEqual(['sources', 'subjects', 'kinds']);
    expect(view?.notes).toEqual(['项目各项相加不等于总额，不画这一层。']);
  });

  test('takes a last place for each part as rounding', () => {
    const view = flowView(exampleFlow([changed(exampleSummary(), 1, 'revenue', 70.02 * million)]));
    expect(view?.levels.map(({ id }) => id)).toContain('sources');
  });

  test('draws no connection that 表2 contradicts', () => {
    const view = flowView(exampleFlow([changed(exampleRevenue(), 2, 'general', 40 * million)]));
    expect(view?.links.filter(({ from }) => from.startsWith('source-'))).toEqual([]);
    expect(view?.notes).toEqual(['收入总表没有与来源和科目都一致的数字，来源与科目之间不连线。']);
  });

  test('takes the smallest of many projects together', () => {
    const rows = Array.from({ length: 12 }, (_, i) => ({
      name: `项目${i + 1}`,
      amounts: { total: '5.00' },
    }));
    const view = flowView(
      exampleFlow([
        exampleTable('projects-current', ['total'], rows),
        empty(exampleTable('projects-carryover', ['total'], [])),
      ]),
    );
    expect(nodesOf(view)['projects']?.slice(7)).toEqual([
      ['项目8', 5 * million],
      ['其余 4 项', 20 * million],
    ]);
  });

  test.each([
    ['表1 is missing', [exampleRevenue()]],
    ['表1 is printed empty', [empty(exampleSummary()), exampleExpenditure()]],
  ])('draws nothing where %s', (_why, tables) => {
    expect(flowView({ ...exampleFlow(), tables: [...tables] })).toBeUndefined();
  });

  test('draws nothing with negative money', () => {
    const view = flowView(exampleFlow([changed(exampleExpenditure(), 2, 'total', -20 * million)]));
    expect(view?.notes).toContain('功能科目中有负数，不画这一层。');
  });
});
