import { correctionMark, differenceMark, originalLink } from './cell-marks.ts';
import type { FindingMarks } from './finding-marks.ts';
import { goalColumns, goalHeads, type GoalColumns } from './goal-columns.ts';
import { attribute, markup, type Html } from './html.ts';
import { tableFrame } from './table-frame.ts';
import type { IndicatorRow, NumberedIndicator } from '../format/indicator-rows.ts';
import { placeLine } from '../format/place.ts';
import { indicatorAnchor } from '../format/url.ts';
import type { Form } from '../schema/form.ts';

/** Which columns a table of indicators has, and whose it is. */
interface IndicatorColumns extends GoalColumns {
  readonly projectN: number;
  readonly marks: FindingMarks;
}

/** Id of the table of the indicators of a project. */
export const indicatorTableId = (projectN: number): string =>
  `project-${projectN}-indicators-table`;

const levels = ({ level1, level2 }: IndicatorRow): string =>
  level1 === null && level2 === null
    ? '类别缺失'
    : [level1, level2].map((level) => level?.replace(/指标$/u, '') ?? '（缺）').join(' › ');

function nameCell({ projectN, marks }: IndicatorColumns, row: IndicatorRow): Html {
  const both = [row.whole, row.year];
  return markup`
    <th scope="row">
      ${row.name ?? markup`<span class="note">（名称缺失）</span>`}
      ${both.map((one) => correctionMark(one?.indicator.correction))}
      ${both.map((one) => one && differenceMark(marks, indicatorAnchor(projectN, one.i)))}
      <small class="levels">${levels(row)}</small>
    </th>`;
}

function indicatorRow(table: IndicatorColumns, row: IndicatorRow): Html {
  const { projectN, marks, isEvaluation, hasWhole, hasYear } = table;
  const last = (row.year ?? row.whole)?.indicator;
  const place = (row.whole ?? row.year)?.indicator.place;
  const target = (one: NumberedIndicator | null): Html => markup`
    <td${attribute('id', one && indicatorAnchor(projectN, one.i))}>${one?.indicator.printed}</td>`;
  return markup`
    <tr>
      ${nameCell(table, row)}
      ${hasWhole && target(row.whole)}
      ${hasYear && target(row.year)}
      ${isEvaluation && markup`<td>${last?.actual}</td>`}
      ${isEvaluation && markup`<td class="num">${last?.weight}</td>`}
      ${isEvaluation && markup`<td class="num">${last?.score}</td>`}
      <td class="place">
        ${place && placeLine(place)}${place && originalLink(place, marks.original)}
      </td>
    </tr>`;
}

/** The performance indicators of one project: printed values only, each under its anchor; null = it has none. */
export function indicatorTable(projectN: number, form: Form, marks: FindingMarks): Html | null {
  const columns = goalColumns(form);
  const { rows, count, isEvaluation } = columns;
  if (rows.length === 0) return null;
  const table = { projectN, marks, ...columns };
  const captionId = `project-${projectN}-indicators`;
  return tableFrame(
    captionId,
    markup`
      <table class="data indicators" id="${indicatorTableId(projectN)}">
        <caption id="${captionId}">绩效指标（${count}）</caption>
        <thead>
          <tr>
            ${goalHeads(columns)}
            ${isEvaluation && markup`<th scope="col" class="num">分值</th>`}
            ${isEvaluation && markup`<th scope="col" class="num">得分</th>`}
            <th scope="col" class="place">原文行</th>
          </tr>
        </thead>
        <tbody>${rows.map((row) => indicatorRow(table, row))}</tbody>
      </table>`,
  );
}
