import { describe, expect, test } from 'vitest';
import { correctedPlaces, embeddedAmounts } from '../../../src/components/embed-view.ts';
import { parseFen } from '../../../src/money/fen.ts';
import type { Amount } from '../../../src/schema/amount.ts';
import type { Table } from '../../../src/schema/table.ts';
import { exampleForm, exampleTable } from '../../support/example-disclosure.ts';

const table = exampleTable(
  'projects-current',
  ['total', 'general', 'fund', 'unit_funds'],
  [{ name: '示例项目', amounts: { total: '0.00', general: '60.00', fund: '0.00' } }],
);
const row = { table, row: table.rows[0] ?? fail() };
const yuan = (printed: string): Amount => ({
  printed,
  moneyUnit: '元',
  fen: parseFen(printed, '元'),
  place: 'L9C2',
});
const noMoney = { central: null, provincial: null, local: null, own: null, other: null };

function fail(): never {
  throw new Error('Unexpected table without rows');
}

describe('embeddedAmounts', () => {
  test('gives the total even where it is zero, and of the sources those that are not', () => {
    expect(embeddedAmounts(row, undefined)).toEqual([
      { label: '合计', text: '0.00', moneyUnit: '万元' },
      { label: '一般公共预算', text: '60.00', moneyUnit: '万元' },
    ]);
  });

  test('gives what a form prints in its own measure, and nothing for what it does not print', () => {
    const form = exampleForm({
      whole: { ...noMoney, total: null },
      yearMoney: { ...noMoney, total: yuan('600000') },
    });
    expect(embeddedAmounts(undefined, form)).toEqual([
      { label: '绩效表：年度资金总额', text: '600000', moneyUnit: '元' },
    ]);
  });

  test('gives the execution of a self-evaluation, as corrected where it is damaged', () => {
    const form = exampleForm({
      kind: 'self-evaluation',
      whole: null,
      yearMoney: null,
      selfEvaluation: [
        {
          name: '年度资金总额',
          initialBudget: yuan('10'),
          fullYearBudget: null,
          executed: { ...yuan('9'), printed: '9。', read: '9', correction: 'c1' },
          ...{ weight: '10', rate: '90%', score: '9' },
        },
      ],
    });
    expect(embeddedAmounts(undefined, form)).toEqual([
      { label: '年度资金总额：年初预算数', text: '10', moneyUnit: '元' },
      { label: '年度资金总额：全年执行数', text: '9', moneyUnit: '元' },
    ]);
  });

  test('is empty where nothing is printed', () => {
    expect(embeddedAmounts(undefined, undefined)).toEqual([]);
  });
});

test('correctedPlaces counts repaired rows and cells', () => {
  const [first] = table.rows;
  const repaired: Table = {
    ...table,
    rows: table.rows.map((one) => ({
      ...one,
      correction: 'c1',
      cells: one.cells.map((cell, i) => (i === 0 ? { ...cell, correction: 'c2' } : cell)),
    })),
  };
  expect(first).toBeDefined();
  expect([correctedPlaces(table), correctedPlaces(repaired)]).toEqual([0, 2]);
});
