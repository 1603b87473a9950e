import { printedAmount } from './cell-marks.ts';
import { markup, type Html } from './html.ts';
import { tableFrame } from './table-frame.ts';
import type { Form } from '../schema/form.ts';

const moneyColumns = ['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'];

const row = (line: NonNullable<Form['selfEvaluation']>[number]): Html => markup`
  <tr>
    <th scope="row">${line.name}</th>
    <td class="num">${printedAmount(line.initialBudget)}</td>
    <td class="num">${printedAmount(line.fullYearBudget)}</td>
    <td class="num">${printedAmount(line.executed)}</td>
    <td class="num">${line.weight}</td>
    <td class="num">${line.rate}</td>
    <td class="num">${line.score}</td>
  </tr>`;

/** Money block of a self-evaluation form (自评表): budget, execution, weight and score as printed; null = it has none. */
export function selfEvaluationTable(projectN: number, form: Form): Html | null {
  const lines = form.selfEvaluation ?? [];
  if (lines.length === 0) return null;
  const unit = lines
    .flatMap((line) => [line.initialBudget, line.fullYearBudget, line.executed])
    .find((amount) => amount !== null)?.moneyUnit;
  const captionId = `project-${projectN}-execution`;
  const note =
    unit && markup`<span class="note">单位：<span data-money-unit-label>${unit}</span></span>`;
  return tableFrame(
    captionId,
    markup`
      <table class="data">
        <caption id="${captionId}">预算执行${note}</caption>
        <thead>
          <tr>
            <th scope="col">项目资金</th>
            ${moneyColumns.map((label) => markup`<th scope="col" class="num">${label}</th>`)}
          </tr>
        </thead>
        <tbody>${lines.map(row)}</tbody>
      </table>`,
  );
}
