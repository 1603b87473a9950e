import { describe, expect, test } from 'vitest';
import { flowBars, flowFrame } from '../../../src/components/flow-picture.ts';
import { flowView } from '../../../src/components/flow-view.ts';
import { exampleFlow } from '../../support/example-flow.ts';

const view = flowView(exampleFlow());
if (view === undefined) throw new Error('Unexpected example without a view');

describe('flowFrame', () => {
  test('lists every figure of the picture with its share and the row it is read from', () => {
    const { table, tables } = flowFrame(view);
    expect(table.rows[3]).toEqual([
      { text: '功能科目', fen: null, anchor: null },
      { text: '乙类', fen: null, anchor: 'expenditure-by-subject-r2' },
      { text: '', fen: 20_000_000, anchor: null },
      { text: '20.00%', fen: null, anchor: null },
    ]);
    expect(table.rows).toHaveLength(9);
    expect(tables.map(({ id }) => id)).toEqual([
      'revenue-expenditure-summary',
      'expenditure-by-subject',
      'projects-current',
      'projects-carryover',
      'revenue-by-subject',
    ]);
  });
});

describe('flowBars', () => {
  test('draws every part as its share of the whole money', () => {
    expect(
      flowBars(view).map(({ heading, rows }) => [heading, rows.map(({ bars }) => bars[0]?.share)]),
    ).toEqual([
      ['来源', [0.7, 0.3]],
      ['功能科目', [0.8, 0.2]],
      ['支出性质', [0.6, 0.4]],
      ['项目', [0.3, 0.2, 0.1]],
    ]);
  });
});
