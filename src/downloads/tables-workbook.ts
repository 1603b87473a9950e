import { unzipSync, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { columnLabels } from '../format/labels.ts';
import { yuanText } from './record-rows.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { Table } from '../schema/table.ts';

/** The day every part of a workbook bears; ZIP writes the hands of a local clock. */
const mtime = new Date(1980, 0, 1, 12);

type Cell = {
  value: string | number;
  type: StringConstructor | NumberConstructor;
  format?: string;
} | null;

const text = (value: string | null): Cell => (value === null ? null : { value, type: String });

/** An amount in 元: what a sheet holds exactly as a number; null = the document prints nothing. */
function amount(fen: number | undefined): Cell {
  const yuan = fen === undefined ? null : yuanText(fen);
  return yuan === null ? null : { value: Number(yuan), type: Number, format: '#,##0.00' };
}

/** Name of the sheet of a table: what Excel takes, and no two alike. */
const sheetName = (table: Table, i: number): string =>
  `${i + 1} ${table.title}`
    .replaceAll(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .replaceAll(/^'|'$/gu, ' ')
    .slice(0, 31);

function sheetOf(table: Table, i: number): { data: Cell[][]; sheet: string } {
  const heads = [
    '行',
    '代码',
    '名称',
    '政府经济分类',
    ...table.columns.map((column) => `${columnLabels[column]}（元）`),
    '原文位置',
  ];
  return {
    sheet: sheetName(table, i),
    data: [
      heads.map(text),
      ...table.rows.map((row) => [
        { value: row.row, type: Number },
        text(row.code),
        text(row.name),
        text(row.name2),
        ...table.columns.map((column) =>
          amount(row.cells.find((cell) => cell.column === column)?.fen),
        ),
        text(row.place),
      ]),
    ],
  };
}

/**
 * The tables of a disclosure as a workbook for office users, a sheet for each table, amounts in 元. Every
 * text is a text, so that none can run as a formula. The same record makes the same bytes.
 */
export async function tablesWorkbook(disclosure: Disclosure): Promise<Uint8Array> {
  const sheets = disclosure.tables.map(sheetOf);
  const made = await writeXlsxFile(sheets as Parameters<typeof writeXlsxFile>[0]).toBuffer();
  const parts = unzipSync(new Uint8Array(made));
  const names = Object.keys(parts).sort();
  return zipSync(Object.fromEntries(names.map((name) => [name, parts[name] ?? new Uint8Array()])), {
    mtime,
  });
}
