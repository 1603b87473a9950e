import type { OutcomeSide } from '../archive/compare-budget-final.ts';

/** What a cell of the comparison says in place of an amount; a row that prints nothing stays blank. */
export const outcomeStateTexts: Readonly<Record<OutcomeSide['state'], string>> = {
  amount: '',
  blank: '',
  'no-row': '无此行',
  'empty-table': '无数据',
  'no-table': '未公开',
};
