import { correctedPlaces } from './embed-view.ts';
import { attribute, markup, type Html } from './html.ts';
import { nameColumns, nameHeads, type NameColumns } from './name-heads.ts';
import { tableSides, type TableSideView } from './table-sides.ts';
import { emptyTableText } from './table-text.ts';
import { tableFrame } from './table-frame.ts';
import type { TableDefinition } from '../schema/table-set.ts';
import type { Row, Table } from '../schema/table.ts';

const isPrinted = (row: Row): boolean => row.cells.length > 0;

function embedRow({ columns }: TableSideView, row: Row, { hasCode, hasName2 }: NameColumns): Html {
  const cells = columns.map(({ id }) => {
    const cell = row.cells.find(({ column }) => column === id);
    return markup`<td class="num">${cell?.read ?? cell?.printed}</td>`;
  });
  return markup`
    <tr${attribute('class', row.kind === 'total' && 'is-total')}>
      ${hasCode && markup`<td class="code">${row.code}</td>`}
      <th scope="row">${row.name}</th>
      ${hasName2 && markup`<td>${row.name2}</td>`}
      ${cells}
    </tr>`;
}

function embedGrid({ id, moneyUnit }: Table, view: TableSideView): Html {
  const { side, label, rows, columns, nameLabels } = view;
  const names = nameColumns(rows);
  const captionId = `${id}-${side ?? 'rows'}-caption`;
  return tableFrame(
    captionId,
    markup`
      <table class="data">
        <caption id="${captionId}">
          ${label !== null && markup`<span>${label}</span>`}
          <span class="note">单位：${moneyUnit}</span>
        </caption>
        <thead>
          <tr>
            ${nameHeads(names, nameLabels)}
            ${columns.map((column) => markup`<th scope="col" class="num">${column.label}</th>`)}
          </tr>
        </thead>
        <tbody>${rows.map((row) => embedRow(view, row, names))}</tbody>
      </table>`,
  );
}

function notesOf(table: Table): string[] {
  const blank = table.rows.filter((row) => !isPrinted(row)).length;
  const corrected = correctedPlaces(table);
  return [
    ...(blank > 0 && table.status === 'filled' ? [`另有 ${blank} 行没有印金额，未列出`] : []),
    ...(corrected > 0 ? [`更正过转写差错 ${corrected} 处，见出处`] : []),
    ...(table.status === 'filled' && table.note !== null ? [`表下注：${table.note}`] : []),
  ];
}

/**
 * A statutory table in a frame: the rows that print an amount, as light as can be. `definition` is its
 * definition in the table set; undefined = the set does not know it.
 */
export function embedTable(table: Table, definition: TableDefinition | undefined): Html {
  const grids = tableSides(table, definition)
    .map((side) => ({ ...side, rows: side.rows.filter(isPrinted) }))
    .filter(({ rows }) => rows.length > 0);
  const notes = notesOf(table);
  return markup`
    ${table.status === 'printed-empty' && markup`<p>${emptyTableText(table)}</p>`}
    ${grids.map((grid) => embedGrid(table, grid))}
    ${notes.length > 0 && markup`<p class="note">${notes.join('；')}。</p>`}`;
}
