import { correctionMark, differenceMark, originalLink } from './cell-marks.ts';
import type { FindingMarks } from './finding-marks.ts';
import { href } from './href.ts';
import { attribute, markup, type Html } from './html.ts';
import { nameColumns, nameHeads, type NameColumns } from './name-heads.ts';
import type { FindRowPath, NameLabels, TableSideView } from './table-sides.ts';
import { tableFrame } from './table-frame.ts';
import { placeLine } from '../format/place.ts';
import { cellAnchor, rowAnchor } from '../format/url.ts';
import type { MoneyColumn } from '../schema/table-set.ts';
import type { Row } from '../schema/table.ts';

/** What a grid of a statutory table shows. */
export interface TableGrid {
  readonly tableId: string;
  readonly caption: string;
  /** Whether the caption is shown, or only the money measure because a heading says the rest. */
  readonly isNamed: boolean;
  readonly rows: readonly Row[];
  readonly columns: TableSideView['columns'];
  readonly moneyUnit: string;
  /** Headers of the columns that name the rows. */
  readonly nameLabels: NameLabels;
  /** Address of what a row names, e.g. its subject; undefined = the rows link nowhere. */
  readonly rowPath: FindRowPath | undefined;
  readonly marks: FindingMarks;
}

const rowClass = (row: Row): string | undefined =>
  [
    row.kind === 'total' && 'is-total',
    (row.kind === 'group' || row.kind === 'unit') && (row.code?.length ?? 3) === 3 && 'is-group',
    row.cells.length === 0 && 'is-blank',
  ]
    .filter(Boolean)
    .join(' ') || undefined;

const indent = ({ code }: Row): string | undefined =>
  code === null || code.length < 5 ? undefined : code.length < 7 ? 'indent-2' : 'indent-3';

/** A cell of a row: its figure as <data> whose value is its 分; empty where the row prints nothing. */
function moneyCell({ tableId, marks }: TableGrid, row: Row, column: MoneyColumn): Html {
  const cell = row.cells.find(({ column: id }) => id === column);
  if (cell === undefined) return markup`<td class="num"></td>`;
  const anchor = cellAnchor(tableId, row.row, column);
  const { fen, place, read, printed, correction } = cell;
  const id = marks.targets.has(anchor) && anchor;
  return markup`
    <td class="num"${attribute('id', id)}>
      ${correctionMark(correction)}${differenceMark(marks, anchor)}
      <data class="amount" value="${fen}" data-place="${place}">${read ?? printed}</data>
    </td>`;
}

function gridRow(grid: TableGrid, row: Row, { hasCode, hasName2 }: NameColumns): Html {
  const { tableId, columns, marks } = grid;
  const anchor = rowAnchor(tableId, row.row);
  const path = grid.rowPath?.(row);
  const name =
    path === undefined
      ? row.name
      : markup`<a href="${path.startsWith('#') ? path : href(path)}">${row.name}</a>`;
  return markup`
    <tr id="${anchor}"${attribute('class', rowClass(row))}>
      ${hasCode && markup`<td class="code">${row.code}</td>`}
      <th scope="row"${attribute('class', indent(row))}>
        ${name}${correctionMark(row.correction)}${differenceMark(marks, anchor)}
      </th>
      ${hasName2 && markup`<td>${row.name2}</td>`}
      ${columns.map(({ id }) => moneyCell(grid, row, id))}
      <td class="place">
        <a href="#${anchor}">${placeLine(row.place)}</a>
        ${originalLink(row.place, marks.original)}
      </td>
    </tr>`;
}

/**
 * One grid of a statutory table: rows with permanent anchors, each figure as <data> whose value is
 * its 分. A cell that prints nothing stays empty, without <data>.
 */
export function tableGrid(grid: TableGrid): Html {
  const { tableId, caption, isNamed, rows, columns, moneyUnit, nameLabels } = grid;
  const names = nameColumns(rows);
  const labelId = `${tableId}-${rows[0]?.side ?? 'rows'}-caption`;
  return tableFrame(
    labelId,
    markup`
      <table class="data" data-money-unit="${moneyUnit}">
        <caption id="${labelId}">
          <span${attribute('class', !isNamed && 'visually-hidden')}>${caption}</span>
          <span class="note">单位：<span data-money-unit-label>${moneyUnit}</span></span>
        </caption>
        <thead>
          <tr>
            ${nameHeads(names, nameLabels)}
            ${columns.map(
              ({ id, label }) =>
                markup`<th scope="col" class="num" data-column="${id}">${label}</th>`,
            )}
            <th scope="col" class="place">原文行</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => gridRow(grid, row, names))}
        </tbody>
      </table>`,
  );
}
