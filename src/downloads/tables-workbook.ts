import { columnLabels } from '../format/labels.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { Table } from '../schema/table.ts';
import {
  amountCell,
  countCell,
  sheetName,
  textCell,
  workbookBytes,
  type WorkbookSheet,
} from './workbook.ts';

function sheetOf(table: Table, i: number): WorkbookSheet {
  const heads = [
    '行',
    '代码',
    '名称',
    '政府经济分类',
    ...table.columns.map((column) => `${columnLabels[column]}（元）`),
    '原文位置',
  ];
  return {
    sheet: sheetName(`${i + 1} ${table.title}`),
    data: [
      heads.map(textCell),
      ...table.rows.map((row) => [
        countCell(row.row),
        textCell(row.code),
        textCell(row.name),
        textCell(row.name2),
        ...table.columns.map((column) =>
          amountCell(row.cells.find((cell) => cell.column === column)?.fen),
        ),
        textCell(row.place),
      ]),
    ],
  };
}

/**
 * The tables of a disclosure as a workbook for office users, a sheet for each table, amounts in 元. Every
 * text is a text, so that none can run as a formula. The same record makes the same bytes.
 */
export const tablesWorkbook = (disclosure: Disclosure): Uint8Array =>
  workbookBytes(disclosure.tables.map(sheetOf));
