import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { readRecord } from '../../../src/archive/read-record.ts';
import { indicatorRows } from '../../../src/downloads/record-rows.ts';
import { topicFile } from '../../../src/downloads/topic-csv.ts';
import { writeTopicFiles } from '../../../src/downloads/write-topic-files.ts';
import { topicCsvPath, topicIndicatorsCsvPath } from '../../../src/format/url.ts';
import { dataFiles } from '../../../src/schema/data-files.ts';
import { topicRowSchema } from '../../../src/schema/topic-rows.ts';
import { exampleContent, temporaryFolder } from '../../support/example-content.ts';
import { parseDataFile } from '../../support/parse-data-file.ts';

const archive = readContent(exampleContent);

function written(): (path: string) => string {
  const out = temporaryFolder();
  expect(writeTopicFiles(archive, out)).toBe(2 * archive.topics.length);
  return (path) => readFileSync(join(out, path), 'utf8');
}

describe('writeTopicFiles', () => {
  test('gives every disclosure its projects, or one row that says none, and parses back', () => {
    const rows = parseDataFile(topicFile, written()(topicCsvPath('shili-linggong')));
    expect(
      rows.map((row) => [
        ...[row['disclosure_id'], row['match'], row['project_id'], row['phase']],
        ...[row['total_yuan'], row['form_year_yuan'], row['included_in'], row['reason']],
      ]),
    ).toEqual([
      ['990100-wenhuaguan-2022-budget', 'none', null, null, null, null, null, null],
      ['990100-wenhuaguan-2024-budget', 'none', null, null, null, null, null, null],
      [
        ...['990101-gongluduan-2024-budget', 'include', '990101-gongluduan-2024-budget-p1'],
        ...['current', '50000', null, '990101-jiaotongju', '示例：按理由收入'],
      ],
      [
        ...['990101-jiaotongju-2023-budget', 'name', '990101-jiaotongju-2023-budget-p1'],
        ...['current', '1100000', null, null, null],
      ],
      [
        ...['990101-jiaotongju-2024-budget', 'name', '990101-jiaotongju-2024-budget-p1'],
        ...['current', '600000', '600000', null, null],
      ],
      ['990200-tushuguan-2024-budget', 'none', null, null, null, null, null, null],
    ]);
    for (const row of rows) expect(topicRowSchema.parse(row)).toEqual(row);
  });

  test('names units, documents and pages so that a row can be checked', () => {
    const [row] = parseDataFile(topicFile, written()(topicCsvPath('shili-linggong'))).slice(-2);
    expect(row).toEqual({
      topic: 'shili-linggong',
      match: 'name',
      region_code: '990101',
      region_name: '示例甲县',
      unit_id: '990101-jiaotongju',
      unit_name: '示例甲县交通局',
      included_in: null,
      year: 2024,
      kind: 'budget',
      disclosure_id: '990101-jiaotongju-2024-budget',
      project_id: '990101-jiaotongju-2024-budget-p1',
      name: '零工市场示例项目',
      form_name: '零工市场（示例）项目',
      phase: 'current',
      total_yuan: '600000',
      form_year_yuan: '600000',
      indicators: 4,
      documents: '示财〔2019〕87号；《只有题名的示例办法》',
      reason: null,
      url: '/units/990101-jiaotongju/2024/#project-1-shili-1',
    });
  });

  test('keeps a project that is only mentioned apart, with the indicators that mention it', () => {
    const read = written();
    const rows = parseDataFile(topicFile, read(topicCsvPath('shili-huodong')));
    expect(rows.map((row) => row['match'])).toEqual([
      'none',
      'name',
      'none',
      'none',
      'none',
      'indicator',
    ]);
    const library = archive.unitYear('990200-tushuguan-2024-budget');
    if (library === undefined) throw new Error('Unexpected archive without the library');
    expect(
      parseDataFile(dataFiles.indicators, read(topicIndicatorsCsvPath('shili-huodong'))),
    ).toEqual(indicatorRows(readRecord(library)));
  });

  test('gives all indicators of a project, in the columns of the archive', () => {
    const transport = archive.unitYear('990101-jiaotongju-2024-budget');
    if (transport === undefined) throw new Error('Unexpected archive without the department');
    const rows = parseDataFile(
      dataFiles.indicators,
      written()(topicIndicatorsCsvPath('shili-linggong')),
    );
    expect(rows).toEqual(indicatorRows(readRecord(transport)));
    expect(rows).toHaveLength(4);
  });
});
