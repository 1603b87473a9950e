import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent, run } from '../../../scripts/check-content.ts';
import type { Disclosure } from '../../../src/schema/disclosure.ts';
import { copyExampleContent, exampleContent } from '../../support/example-content.ts';

const file = '990101/990101-jiaotongju/2024-budget.json';
const correctedFile = '990200/990200-tushuguan/2024-budget.json';

/** The problems found once a record has been changed. */
function problemsAfter(change: (record: Disclosure) => void, changed = file): readonly string[] {
  const content = copyExampleContent();
  const path = join(content, 'disclosures', changed);
  const record = JSON.parse(readFileSync(path, 'utf8')) as Disclosure;
  change(record);
  writeFileSync(path, JSON.stringify(record));
  return checkContent(content).problems.map((problem) =>
    problem.replace(`content/disclosures/${changed}: `, ''),
  );
}

const tableOf = (record: Disclosure, id: string): Disclosure['tables'][number] => {
  const table = record.tables.find((table) => table.id === id);
  if (table === undefined) throw new Error(`The example record has no ${id}`);
  return table;
};

describe('checkContent', () => {
  test('finds nothing wrong with the example archive', () => {
    expect(checkContent(exampleContent)).toEqual({ records: 6, problems: [] });
  });

  test.each<[string, (record: Disclosure) => void, string]>([
    [
      'a name its unit never had',
      (record) => (record.unitName = '示例别局'),
      'unitName: Unexpected "示例别局", expected one of the names of 990101-jiaotongju in content/units.json.',
    ],
    [
      'a table that is neither found nor missing',
      (record) => record.tables.splice(9, 1),
      'tables: Unexpected absence of three-public-expenses, expected it in tables or missingTables.',
    ],
    [
      'a table both found and missing',
      (record) => record.missingTables.push('three-public-expenses'),
      'tables: Unexpected second three-public-expenses, expected it once, found or missing.',
    ],
    [
      'a table its set does not know',
      (record) => record.missingTables.push('example'),
      'tables: Unexpected example, expected a table of shanxi-13.',
    ],
    [
      'a row number given twice',
      (record) => tableOf(record, 'projects-current').rows.forEach((row) => (row.row = 1)),
      'tables.projects-current: Unexpected second row 1, expected each number once.',
    ],
    [
      'a table called empty that prints amounts',
      (record) => (tableOf(record, 'projects-current').status = 'printed-empty'),
      'tables.projects-current.status: Unexpected printed-empty, expected filled.',
    ],
    [
      'a column its table set does not give the table',
      (record) => tableOf(record, 'fund-budget-revenue').columns.push('personnel'),
      'tables.fund-budget-revenue.columns: Unexpected personnel, expected a column of the table set.',
    ],
    [
      'a cell in a column the table does not have',
      (record) => (tableOf(record, 'projects-current').columns = ['total']),
      'tables.projects-current.row 1: Unexpected cell in general, expected a column of the table.',
    ],
    [
      'two cells in one column of a row',
      (record) =>
        tableOf(record, 'projects-current').rows[0]?.cells.forEach(
          (cell) => (cell.column = 'total'),
        ),
      'tables.projects-current.row 1: Unexpected second cell in total, expected one.',
    ],
    [
      'a project number given twice',
      (record) =>
        record.projects.forEach((project) => (project.n = project.n === 2 ? 1 : project.n)),
      'projects: Unexpected second project 1, expected each number once.',
    ],
    [
      'a project whose row is not there',
      (record) =>
        record.projects.forEach((project) => (project.row = project.n === 2 ? 99 : project.row)),
      'projects.2: Unexpected row 99 of projects-current, expected a row of the record.',
    ],
    [
      'a project whose form is not there',
      (record) =>
        record.projects.forEach((project) => (project.form = project.n === 2 ? 9 : project.form)),
      'projects.2: Unexpected form 9, expected a form of the record.',
    ],
    [
      'a form without a project',
      (record) => record.projects.forEach((project) => (project.form = null)),
      'forms.1: Unexpected form without a project, expected one, if only for the form.',
    ],
    [
      'a form of two projects',
      (record) => record.projects.forEach((project) => (project.form = project.n < 3 ? 1 : null)),
      'forms.1: Unexpected second project with this form, expected one.',
    ],
    [
      'totals that were not found',
      (record) => {
        const table = tableOf(record, 'revenue-expenditure-summary');
        table.rows = table.rows.filter((row) => row.side !== 'revenue' || row.kind !== 'total');
      },
      'tables.revenue-expenditure-summary: Unexpected absence of a total on the revenue side, expected one with an amount.',
    ],
    [
      'a reference to a correction that is not there',
      (record) =>
        (record.tables[0] as { rows: { correction?: string }[] }).rows
          .slice(0, 1)
          .forEach((row) => (row.correction = 'c9')),
      'corrections: Unexpected reference to c9, expected a correction of the record.',
    ],
  ])('finds %s', (_, change, problem) => {
    expect(problemsAfter(change)).toContain(problem);
  });

  test('finds a total that only a slip of the money measure explains', () => {
    const problems = problemsAfter((record) => {
      const table = tableOf(record, 'revenue-expenditure-summary');
      for (const cell of table.rows.at(-1)?.cells ?? []) {
        cell.printed = '100000001.00';
        cell.fen = 100_000_001_000_000;
      }
    });
    expect(problems).toContain(
      'tables.revenue-expenditure-summary: Unexpected total of 100000001000000 分, expected 0 to 1 万亿元; look at the money measure.',
    );
  });

  test('finds corrections that differ from their file', () => {
    const problems = problemsAfter((record) => {
      for (const correction of record.corrections) correction.reason = '别的理由（示例）';
    }, correctedFile);
    expect(problems).toEqual([
      `corrections: Unexpected difference from content/corrections/${correctedFile}, expected the same corrections. Import the document again.`,
    ]);
  });

  test('finds corrections without a file, and a file without a record', () => {
    const content = copyExampleContent();
    rmSync(join(content, 'corrections', correctedFile));
    expect(checkContent(content).problems).toEqual([
      `content/disclosures/${correctedFile}: corrections: Unexpected 1 corrections, expected them in content/corrections/${correctedFile}.`,
    ]);
    const other = copyExampleContent();
    rmSync(join(other, 'disclosures', correctedFile));
    expect(checkContent(other).problems).toEqual([
      `content/corrections/${correctedFile}: Unexpected corrections without a record, expected content/disclosures/${correctedFile}.`,
    ]);
  });

  test('goes on after a malformed record and tells all', () => {
    const content = copyExampleContent();
    writeFileSync(join(content, 'disclosures', file), '{');
    writeFileSync(join(content, 'disclosures', correctedFile), '[]');
    const { records, problems } = checkContent(content);
    expect(records).toBe(6);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain(`content/disclosures/${file}: Unexpected text, expected JSON`);
    expect(problems[1]).toContain(`content/disclosures/${correctedFile}: Unexpected record.`);
  });

  test('finds an empty archive', () => {
    const content = copyExampleContent();
    rmSync(join(content, 'disclosures'), { recursive: true });
    rmSync(join(content, 'corrections'), { recursive: true });
    expect(checkContent(content).problems).toEqual([
      'content/disclosures: Unexpected empty archive, expected at least one record. Import a document first, or set "mayBeEmpty": true in content/archive.json while the archive is new.',
    ]);
  });

  test('takes an empty archive that says it is new', () => {
    const content = copyExampleContent();
    for (const folder of ['disclosures', 'corrections', 'topics'])
      rmSync(join(content, folder), { recursive: true });
    writeFileSync(join(content, 'archive.json'), '{ "mayBeEmpty": true }');
    expect(checkContent(content)).toEqual({ records: 0, problems: [] });
  });

  test('refuses a configuration with an unknown word', () => {
    const content = copyExampleContent();
    writeFileSync(join(content, 'archive.json'), '{ "titel": "示例" }');
    expect(() => checkContent(content)).toThrow(
      'content/archive.json: Unexpected configuration.\n  (record): Unrecognized key: "titel"\nMend the file.',
    );
  });

  test('finds a record outside the region the archive is limited to', () => {
    const content = copyExampleContent();
    writeFileSync(join(content, 'archive.json'), '{ "regionRoot": "990200" }');
    expect(checkContent(content).problems[0]).toMatch(
      /^content\/disclosures\/9901.*: Unexpected region 9901\d\d, expected 990200 or one below it/u,
    );
  });
});

test('the command prints every problem and answers with an exit code', () => {
  const lines: string[] = [];
  const print = (line: string): unknown => lines.push(line);
  expect(run(['--content', exampleContent], { print })).toBe(0);
  expect(lines).toEqual(['6 records checked, 0 problems']);
  const content = copyExampleContent();
  rmSync(join(content, 'corrections'), { recursive: true });
  expect(run(['--content', content], { print })).toBe(1);
  expect(lines.at(-1)).toBe('6 records checked, 1 problems');
});
