import { describe, expect, test } from 'vitest';
import { checkRecord } from '../../../src/archive/check-record.ts';
import { csvHeader, csvRows } from '../../../src/downloads/csv-text.ts';
import {
  correctionRows,
  documentRows,
  findingRows,
  indicatorRows,
  lineRows,
  projectRows,
} from '../../../src/downloads/record-rows.ts';
import { parseFen } from '../../../src/money/fen.ts';
import { dataFiles } from '../../../src/schema/data-files.ts';
import type { DataFileName, DataRow } from '../../../src/schema/data-files.ts';
import { exampleRecords } from '../../support/example-records.ts';
import { parseDataFile } from '../../support/parse-data-file.ts';

const records = exampleRecords().map((record) => [record.id, record] as const);

/** Rows as a reader of the CSV file gets them back. */
function throughCsv(name: DataFileName, rows: readonly DataRow[]): DataRow[] {
  const file = dataFiles[name];
  return parseDataFile(file, csvHeader(file) + csvRows(file, rows));
}

/** An amount in 元 as 分; null stays null. */
const fenOf = (yuan: DataRow[string] | undefined): number | null =>
  typeof yuan === 'string' ? parseFen(yuan, '元') : null;

const rowColumns = [
  'total',
  'general',
  'fund',
  'state_capital',
  'special_account',
  'unit_funds',
] as const;

describe.each(records)('the rows of %s', (_, record) => {
  test('have the columns and values of their schemas', () => {
    const rows: [DataFileName, DataRow[]][] = [
      ['lines', lineRows(record)],
      ['projects', projectRows(record)],
      ['indicators', indicatorRows(record)],
      ['findings', findingRows(record, checkRecord(record, null))],
      ['corrections', correctionRows(record)],
      ['documents', documentRows(record)],
    ];
    for (const [name, list] of rows) {
      for (const row of list) expect(dataFiles[name].row.parse(row)).toEqual(row);
    }
  });

  test('of lines.csv parse back to every money cell of every table', () => {
    const cells = record.tables.flatMap((table) =>
      table.rows.flatMap(({ row, code, name, name2, cells }) =>
        cells.map(({ column, printed, fen, place }) => ({
          table: table.id,
          row,
          code,
          name,
          name2,
          cell: { column, printed, fen, place },
        })),
      ),
    );
    expect(
      throughCsv('lines', lineRows(record)).map((line) => ({
        table: line['table_id'],
        row: line['row'],
        code: line['code'],
        name: line['name'],
        name2: line['name2'],
        cell: {
          column: line['column'],
          printed: line['printed'] ?? '',
          fen: fenOf(line['amount_yuan']),
          place: line['source_place'],
        },
      })),
    ).toEqual(cells);
  });

  test('of projects.csv parse back to every project with its amounts', () => {
    const projects = record.projects.map((project) => {
      const form = record.forms.find(({ n }) => n === project.form);
      const row = record.tables
        .find(({ id }) => id === project.tableId)
        ?.rows.find(({ row }) => row === project.row);
      const amounts = Object.fromEntries(
        (row?.cells ?? []).map(({ column, fen }) => [column, fen]),
      );
      const year = form?.yearMoney;
      return {
        row: rowColumns.map((column) => amounts[column] ?? null),
        project: [project.name, project.formName, project.phase, project.subjectCode],
        form: [form?.whole?.total, year?.total, year?.central, year?.provincial, year?.local].map(
          (amount) => amount?.fen ?? null,
        ),
        kind: [form?.attribute ?? null, form?.duration ?? null],
      };
    });
    const parsed = throughCsv('projects', projectRows(record)).map((row) => ({
      row: rowColumns.map((column) => fenOf(row[`${column}_yuan`])),
      project: [row['name'], row['form_name'], row['phase'], row['subject_code']],
      form: ['whole', 'year', 'central', 'provincial', 'local'].map((column) =>
        fenOf(row[`form_${column}_yuan`]),
      ),
      kind: [row['attribute'], row['duration']],
    }));
    expect(parsed).toEqual(projects);
  });

  test('of indicators.csv parse back to every indicator of every form', () => {
    const names = [
      'span',
      'level1',
      'level2',
      'name',
      'printed',
      'comparator',
      'number',
      'unit',
      'weight',
      'actual',
      'score',
    ] as const;
    const indicators = record.projects.flatMap((project) =>
      (record.forms.find(({ n }) => n === project.form)?.indicators ?? []).map((indicator) => [
        record.id,
        `${record.id}-p${project.n}`,
        project.name,
        ...names.map((name) => indicator[name]),
      ]),
    );
    expect(indicators).toHaveLength(record.forms.flatMap((form) => form.indicators).length);
    expect(
      throughCsv('indicators', indicatorRows(record)).map((row) => [
        row['disclosure_id'],
        row['project_id'],
        row['project_name'],
        ...names.map((name) => row[name]),
      ]),
    ).toEqual(indicators);
  });

  test('of corrections.csv parse back to every correction', () => {
    expect(
      throughCsv('corrections', correctionRows(record)).map((row) => ({
        id: row['correction_id'],
        scope: row['scope'],
        place: row['source_place'],
        tableId: row['table_id'],
        printed: row['printed'],
        replacement: row['replacement'],
        reason: row['reason'],
        kind: row['kind'],
        evidence: row['evidence'],
        on: row['corrected_on'],
      })),
    ).toEqual(record.corrections);
  });

  test('of documents.csv parse back to every citation', () => {
    expect(
      throughCsv('documents', documentRows(record)).map((row) => [
        row['title'],
        row['number_printed'],
        row['field'],
        row['source_place'],
      ]),
    ).toEqual(
      record.forms.flatMap(({ documents }) =>
        documents.map(({ title, number, field, place }) => [title, number, field, place]),
      ),
    );
  });
});

describe('the rows of a record', () => {
  const [, record] = records.find(([id]) => id === '990101-jiaotongju-2024-budget') ?? [];
  if (record === undefined) throw new Error('The example record is not there');

  test('keep both projects of one name apart', () => {
    const named = projectRows(record).filter(({ name }) => name === '同名示例项目');
    expect(
      named.map(({ project_id, total_yuan, phase }) => [project_id, total_yuan, phase]),
    ).toEqual([
      ['990101-jiaotongju-2024-budget-p3', '200000', 'carryover'],
      ['990101-jiaotongju-2024-budget-p4', '300000', 'carryover'],
    ]);
  });

  test('list both sides of 表9 under row numbers of their own', () => {
    const rows = lineRows(record).filter(({ table_id }) => table_id === 'state-capital-budget');
    expect(rows.map(({ row, column, code }) => [row, column, code])).toEqual([
      [1, 'revenue', null],
      [2, 'total', null],
      [2, 'project', null],
      [3, 'revenue', '1030601'],
      [4, 'total', '2230105'],
      [4, 'project', '2230105'],
    ]);
  });

  test('have no line for a table printed empty, and a line for a printed zero', () => {
    const lines = lineRows(record);
    expect(lines.filter(({ table_id }) => table_id === 'fund-budget-revenue')).toEqual([]);
    expect(lines.find(({ name }) => name === '公务接待费')?.amount_yuan).toBe('0');
  });

  test('point at permanent places of the site', () => {
    const page = '/units/990101-jiaotongju/2024/';
    expect(projectRows(record)[0]?.url).toBe(`${page}#project-1-shili-1`);
    expect(indicatorRows(record).map(({ url }) => url)).toEqual(
      [1, 2, 3, 4].map((i) => `${page}#project-1-i${i}`),
    );
    expect(documentRows(record).map(({ url }) => url)).toEqual([
      '/documents/2019-87-aa3e1cf7/',
      '/documents/t-171d695c5c78/',
    ]);
  });

  test('name cited documents by number, else by title', () => {
    expect(projectRows(record)[0]?.documents).toBe('示财〔2019〕87号；《只有题名的示例办法》');
    expect(projectRows(record)[1]?.documents).toBeNull();
  });
});

test('a corrected cell shows what is printed and the amount that is read', () => {
  const record = exampleRecords().find(({ corrections }) => corrections.length > 0);
  if (record === undefined) throw new Error('No example record has a correction');
  const corrected = lineRows(record).filter(({ printed }) => printed === '2. oo');
  expect(corrected.map(({ amount_yuan }) => amount_yuan)).toEqual(['20000']);
});
