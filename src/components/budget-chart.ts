import type { ChartView } from './chart-views.ts';
import { markup, type Html } from './html.ts';
import { tableAnchor } from '../format/url.ts';

/** Pixels of height: each bar, and axis with legend; the canvas keeps the place until it is drawn. */
const barHeight = 46;
const axisHeight = 72;

const tools = markup`
  <div class="toolbar chart-tools">
    <button type="button" data-save="png">存为 PNG</button>
    <button type="button" data-save="csv">存为 CSV</button>
  </div>`;

const wordsOf = (words: readonly (string | number)[]): string => words.join(' ');

/** A picture of some rows of a table on the page, without the script that draws it. */
export function budgetChart({ id, title, summary, tableId, ...chart }: ChartView): Html {
  const { rows, columns, tableTitle, moneyUnit } = chart;
  const height = rows.length * barHeight + axisHeight;
  return markup`
    <figure class="chart">
      <h3 id="chart-${id}">${title}</h3>
      <p>${summary}</p>
      <budget-chart
        data-table="${tableId}"
        data-rows="${wordsOf(rows)}"
        data-columns="${wordsOf(columns.map((column) => column.id))}"
        data-labels="${wordsOf(columns.map(({ label }) => label))}"
        data-title="${title}"
        data-name="${id}">
        <div class="chart-frame">
          <canvas width="1" height="${height}" role="img" aria-label="${title}，图中数字见下方表格"></canvas>
        </div>
        ${tools}
      </budget-chart>
      <figcaption class="source-note">
        据本页<a href="#${tableAnchor(tableId)}">${tableTitle}</a>绘制，单位：<span data-money-unit-label>${moneyUnit}</span>
      </figcaption>
    </figure>`;
}
