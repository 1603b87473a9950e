import { describe, expect, test } from 'vitest';
import KeyFigures from '../../src/components/KeyFigures.astro';
import { elementsOf, figuresOf, wordsOf } from '../lib/html-query.ts';
import { renderComponent } from '../lib/render-component.ts';

const none = { pass: 0, difference: 0, rounding: 0, 'not-applicable': 0, undecidable: 0 };
const unitYear = {
  kind: 'budget',
  totals: { revenueFen: 1432480000, basicFen: 0, projectFen: null, carryoverFen: null },
  tables: [
    { id: 'revenue-expenditure-summary', status: 'filled' },
    { id: 'expenditure-by-subject', status: 'printed-empty' },
  ],
  findings: none,
};
const render = async (props: object) => renderComponent(KeyFigures, { unitYear: props });
const values = (page: Awaited<ReturnType<typeof renderComponent>>) =>
  [...elementsOf(page)].filter(({ tagName }) => tagName === 'dd').map(wordsOf);

describe('KeyFigures', () => {
  test('tells a figure, a zero, a table printed empty and a blank cell apart', async () => {
    const page = await render(unitYear);
    expect(values(page)).toEqual([
      '1,432.48 万元',
      '0.00 万元',
      '本表无数据',
      '原文无此数',
      '尚无核对结果， 说明',
    ]);
    expect(figuresOf(page).map(({ fen }) => fen)).toEqual([1432480000, 0]);
  });

  test('says that a table is not published where the document does not have it', async () => {
    const page = await render({ ...unitYear, tables: [unitYear.tables[0]] });
    expect(values(page)[2]).toBe('未公开');
  });

  test('counts the results of the checks and leaves out those that did not apply', async () => {
    const findings = { ...none, pass: 38, difference: 2, 'not-applicable': 5 };
    expect(values(await render({ ...unitYear, findings }))[4]).toBe('通过 38 差异 2');
  });
});
