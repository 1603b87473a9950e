import { printedAmount } from './cell-marks.ts';
import { markup, type Html } from './html.ts';
import type { RowOfProject } from './project-parts.ts';
import { columnLabels } from '../format/labels.ts';
import type { Form } from '../schema/form.ts';
import type { Project } from '../schema/project.ts';

/** What the closed entry of a project shows. */
export interface SummarisedProject {
  readonly project: Project;
  readonly row: RowOfProject | undefined;
  readonly form: Form | undefined;
  /** Whether something of it is known to be lost. */
  readonly isDamaged: boolean;
  /** How many differences concern it. */
  readonly differences: number;
}

const tag = (text: string): Html => markup`<span>${text}</span>`;

const amountWithUnit = (moneyUnit: string, amount: Html | null): Html => markup`
  <span data-money-unit="${moneyUnit}">
    ${amount}<span class="money-unit" data-money-unit-label>${moneyUnit}</span>
  </span>`;

/** The total of the row, else that of the form. */
function amount({ row, form }: SummarisedProject): Html {
  const total = row?.row.cells.find(({ column }) => column === 'total');
  if (row !== undefined && total !== undefined) {
    const { fen, place, read, printed } = total;
    const data = markup`
      <data class="amount" value="${fen}" data-place="${place}">${read ?? printed}</data>`;
    return amountWithUnit(row.table.moneyUnit, data);
  }
  const ofForm = form?.yearMoney?.total;
  return ofForm
    ? amountWithUnit(ofForm.moneyUnit, printedAmount(ofForm))
    : markup`<span class="note">原文无此数</span>`;
}

function tags({ project, row, form, isDamaged, differences }: SummarisedProject): Html[] {
  const funds = row?.row.cells.filter(({ column, fen }) => column !== 'total' && fen !== 0) ?? [];
  const indicators = form?.kind === 'goal' ? '绩效指标' : '自评指标';
  return [
    ...(project.phase === 'carryover' ? [tag('上年结转')] : []),
    ...(project.phase === null ? [tag('仅见于绩效表')] : []),
    ...funds.map(({ column }) => tag(columnLabels[column])),
    tag(form === undefined ? '无绩效表' : `${indicators} ${form.indicators.length}`),
    ...(isDamaged ? [tag('有缺损')] : []),
    ...(differences > 0
      ? [markup`<span class="result result-difference">差异 ${differences}</span>`]
      : []),
  ];
}

/** A project in one line: its name, its money, and what there is to open. */
export const projectSummary = (shown: SummarisedProject): Html => markup`
  <summary>
    <span class="project-name">${shown.project.name}</span>
    <span class="project-amount">${amount(shown)}</span>
    <span class="project-tags">${tags(shown)}</span>
  </summary>`;
