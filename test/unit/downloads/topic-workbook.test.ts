import { read, utils, type WorkBook } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import type { TopicEntry } from '../../../src/archive/topic-model.ts';
import { readRecord } from '../../../src/archive/read-record.ts';
import { topicWorkbook } from '../../../src/downloads/topic-workbook.ts';
import { exampleContent } from '../../support/example-content.ts';

const archive = readContent(exampleContent);

function topicOf(slug: string): TopicEntry {
  const entry = archive.topic(slug);
  if (entry === undefined) throw new Error(`Unexpected archive without the topic ${slug}`);
  return entry;
}

const rowsOf = (book: WorkBook, sheet: string): unknown[][] =>
  utils.sheet_to_json<unknown[]>(book.Sheets[sheet] ?? {}, { header: 1, defval: null });

describe('topicWorkbook', () => {
  test('has amounts by region and year, projects, indicators, and where nothing is found', () => {
    const book = read(topicWorkbook(topicOf('shili-linggong'), archive, readRecord));
    expect(book.SheetNames).toEqual(['说明', '各地各年', '项目', '绩效指标', '没有的文件']);
    const [heads, ...projects] = rowsOf(book, '项目');
    expect(heads?.slice(0, 11)).toEqual([
      ...['地区代码', '地区', '单位', '年度', '种类', '项目', '绩效表中的名称', '相符之处'],
      ...['阶段', '报表合计（元）', '绩效表年度资金总额（元）'],
    ]);
    expect(projects.map((row) => [row[2], row[3], row[7], row[9], row[10], row[13]])).toEqual([
      ['示例甲县公路段', 2024, '编者收入', 50_000, null, '990101-jiaotongju'],
      ['示例甲县交通运输局', 2023, '名称相符', 1_100_000, null, null],
      ['示例甲县交通局', 2024, '名称相符', 600_000, 600_000, null],
    ]);
    expect(rowsOf(book, '绩效指标')).toHaveLength(1 + 4);
    expect(
      rowsOf(book, '没有的文件')
        .slice(1)
        .map((row) => row[5]),
    ).toEqual([
      '990100-wenhuaguan-2022-budget',
      '990100-wenhuaguan-2024-budget',
      '990200-tushuguan-2024-budget',
    ]);
  });

  test('gives every region and year with documents its state and sums, blank where nothing is printed', () => {
    const entry = topicOf('shili-linggong');
    const book = read(topicWorkbook(entry, archive, readRecord));
    const labels = { none: '无', mentioned: '仅见于指标', found: '有', unarchived: '' };
    const yuan = (fen: number | null | undefined) =>
      fen === null || fen === undefined ? null : fen / 100;
    expect(
      rowsOf(book, '各地各年')
        .slice(1)
        .map((row) => [row[0], row[2], row[4], row[5], row[6], row[7]]),
    ).toEqual(
      entry.rows.flatMap(({ region, cells }) =>
        cells
          .filter(({ state }) => state !== 'unarchived')
          .map(({ year, state, projects, current, carryover }) => [
            ...[region.code, year, labels[state], projects],
            ...[yuan(current?.fen), yuan(carryover?.fen)],
          ]),
      ),
    );
  });

  test('says which sheets are cut, and cuts no other', () => {
    const book = read(topicWorkbook(topicOf('shili-linggong'), archive, readRecord, 3));
    expect(rowsOf(book, '绩效指标')).toHaveLength(1 + 3);
    expect(rowsOf(book, '项目')).toHaveLength(1 + 3);
    const cut = rowsOf(book, '说明').filter(([label]) => label === '未列全');
    expect(cut.map(([, text]) => text)).toEqual([
      '“各地各年”只列前 3 行，其余见 CSV。',
      '“绩效指标”只列前 3 行，其余见 CSV。',
    ]);
  });

  test('keeps a text that begins like a formula a text, in any sheet', () => {
    const entry = topicOf('shili-linggong');
    const hostile = '=HYPERLINK("http://example.org","示例")';
    const spoiled: TopicEntry = {
      ...entry,
      topic: { ...entry.topic, title: hostile },
      projects: entry.projects.map((item) => ({
        ...item,
        project: { ...item.project, name: hostile, formName: '@SUM(A1)' },
      })),
    };
    const bytes = topicWorkbook(spoiled, archive, readRecord);
    const book = read(bytes, { cellFormula: true });
    const cells = book.SheetNames.flatMap((name) =>
      Object.values(book.Sheets[name] ?? {}).filter(
        (cell: unknown): cell is { t: string; v: unknown; f?: string } =>
          typeof cell === 'object' && cell !== null && 't' in cell,
      ),
    );
    expect(cells.filter(({ v }) => v === hostile).map(({ t }) => t)).toEqual(['s', 's', 's', 's']);
    expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
    const sheets = Object.entries(unzipSync(bytes)).filter(([name]) => name.includes('worksheets'));
    for (const [name, xml] of sheets) expect(strFromU8(xml), name).not.toContain('<f>');
  });

  test('makes the same bytes again', () => {
    const make = () => topicWorkbook(topicOf('shili-huodong'), archive, readRecord);
    expect(Buffer.compare(make(), make())).toBe(0);
  });
});
