import { correctionMark, differenceMark, originalLink } from './cell-marks.ts';
import type { FindingMarks } from './finding-marks.ts';
import { attribute, markup, type Html } from './html.ts';
import {
  pairIndicators,
  type IndicatorRow,
  type NumberedIndicator,
} from '../format/indicator-rows.ts';
import { placeLine } from '../format/place.ts';
import { indicatorAnchor } from '../format/url.ts';
import type { Form } from '../schema/form.ts';

/** Which columns a table of indicators has, and whose it is. */
interface IndicatorColumns {
  readonly projectN: number;
  readonly marks: FindingMarks;
  readonly isEvaluation: boolean;
  readonly hasWhole: boolean;
  readonly hasYear: boolean;
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
  const rows = pairIndicators(form.indicators);
  if (rows.length === 0) return null;
  const isEvaluation = form.kind === 'self-evaluation';
  const hasWhole = rows.some((row) => row.whole !== null);
  const hasYear = rows.some((row) => row.year !== null);
  const table = { projectN, marks, isEvaluation, hasWhole, hasYear };
  const captionId = `project-${projectN}-indicators`;
  return markup`
    <div class="table-scroll" role="group" tabindex="0" aria-labelledby="${captionId}">
      <table class="data indicators" id="${indicatorTableId(projectN)}">
        <caption id="${captionId}">绩效指标（${form.indicators.length}）</caption>
        <thead>
          <tr>
            <th scope="col">指标</th>
            ${hasWhole && markup`<th scope="col">实施期目标</th>`}
            ${hasYear && markup`<th scope="col">年度目标</th>`}
            ${isEvaluation && markup`<th scope="col">实际完成</th>`}
            ${isEvaluation && markup`<th scope="col" class="num">分值</th>`}
            ${isEvaluation && markup`<th scope="col" class="num">得分</th>`}
            <th scope="col" class="place">原文行</th>
          </tr>
        </thead>
        <tbody>${rows.map((row) => indicatorRow(table, row))}</tbody>
      </table>
    </div>`;
}
