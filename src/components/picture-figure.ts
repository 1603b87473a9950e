import { attribute, markup, type Html } from './html.ts';
import type { PictureCell, PictureFrame, PictureTable } from './picture.ts';
import { tableFrame } from './table-frame.ts';
import { tableAnchor } from '../format/url.ts';
import { formatFen, type MoneyUnit } from '../money/fen.ts';

const files = [
  ['存为 PNG', 'png'],
  ['存为 SVG', 'svg'],
  ['存为 CSV', 'csv'],
] as const;

/** Buttons that save the picture around them; they show only where scripts run. */
const tools = markup`
  <div class="toolbar chart-tools">
    ${files.map(([label, kind]) => markup`<button type="button" data-save="${kind}">${label}</button>`)}
  </div>`;

/** A picture that can be saved: its drawing and notes, by its name, its title and the table it draws. */
export interface SavedPicture {
  readonly name: string;
  readonly title: string;
  readonly tableId: string;
  readonly drawing: Html;
  readonly notes?: readonly string[];
}

/** A picture with the buttons that save it; the page has their script from PictureTools.astro. */
export function savedPicture({ name, title, tableId, drawing, notes = [] }: SavedPicture): Html {
  const noteList = notes.map((note) => markup`<li>${note}</li>`);
  return markup`
    <saved-picture data-name="${name}" data-title="${title}" data-table="${tableId}">
      <div class="picture-body">${drawing}</div>
      ${notes.length > 0 && markup`<ul class="note picture-notes">${noteList}</ul>`}
      ${tools}
    </saved-picture>`;
}

/** A picture drawn at build time with its buttons, its figures and its source. */
export function pictureWithFigures(frame: PictureFrame, drawing: Html): Html {
  const { id, title, notes, table, moneyUnit, source, tables } = frame;
  const tableId = `picture-${id}-figures`;
  const sources = tables.map(
    (of, i) => markup`${i > 0 && '、'}<a href="#${tableAnchor(of.id)}">${of.title}</a>`,
  );
  return markup`
    ${savedPicture({ name: id, title, tableId, drawing, notes })}
    <details class="picture-figures">
      <summary>图中数字（${table.rows.length} 行）</summary>
      ${pictureTable(tableId, title, table, moneyUnit)}
    </details>
    <figcaption class="source-note">
      ${source ?? '据本页'}${sources}${source === null && '绘制'}，单位：<span data-money-unit-label>${moneyUnit}</span>
    </figcaption>`;
}

/** The figures of a picture as a table. Amounts may be sums or worked out, so they carry no printed text. */
function pictureTable(id: string, caption: string, table: PictureTable, unit: MoneyUnit): Html {
  const classes = table.columns.map(({ isNumber }) => attribute('class', isNumber && 'num'));
  const heads = table.columns.map(
    ({ label }, i) => markup`<th scope="col"${classes[i]}>${label}</th>`,
  );
  const cell = ({ text, fen, anchor }: PictureCell, i: number): Html => markup`
    <td${classes[i]}>
      ${fen !== null && markup`<data value="${fen}" data-fen="${fen}">${formatFen(fen, unit)}</data>`}
      ${anchor === null ? text : markup`<a href="#${anchor}">${text}</a>`}
    </td>`;
  return tableFrame(
    `${id}-caption`,
    markup`
      <table class="data" id="${id}" data-money-unit="${unit}">
        <caption id="${id}-caption">
          <span>${caption}</span>
          <span class="note">单位：<span data-money-unit-label>${unit}</span></span>
        </caption>
        <thead><tr>${heads}</tr></thead>
        <tbody>${table.rows.map((cells) => markup`<tr>${cells.map(cell)}</tr>`)}</tbody>
      </table>`,
    true,
  );
}
