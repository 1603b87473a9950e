import type { ArchiveModel, UnitYear } from '../archive/model.ts';
import type { TopicEntry } from '../archive/topic-model.ts';
import { formatTopicFound } from '../format/topic-text.ts';
import { topicPath } from '../format/url.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { TopicCsvRow } from '../schema/topic-rows.ts';
import { topicIndicatorRows, topicProjectsByDisclosure, topicRows } from './topic-csv.ts';
import {
  gridColumns,
  indicatorColumns,
  projectColumns,
  withoutColumns,
  type IndicatorLine,
  type SheetColumn,
} from './topic-sheets.ts';
import { headCell, textCell, workbookBytes, type WorkbookSheet } from './workbook.ts';

/** Most rows of a sheet; the CSV beside it has them all. Basis: Excel takes 1,048,576. */
const topicSheetLimit = 100_000;

function sheetOf<Row>(
  sheet: string,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
  limit: number,
): WorkbookSheet {
  return {
    sheet,
    stickyRowsCount: 1,
    columns: columns.map(([, width]) => ({ width })),
    data: [
      columns.map(([head]) => headCell(head)),
      ...rows.slice(0, limit).map((row) => columns.map(([, , cell]) => cell(row))),
    ],
  };
}

function aboutSheet(
  entry: TopicEntry,
  archiveTitle: string,
  cut: readonly string[],
  limit: number,
): WorkbookSheet {
  const { topic, projects, unitsWith, unitsMentioning } = entry;
  const found = formatTopicFound({
    ...entry,
    title: topic.title,
    unitsWith: unitsWith.length,
    unitsMentioning: unitsMentioning.length,
    projects: projects.length,
  });
  const lines: readonly (readonly [string, string])[] = [
    ['专题', topic.title],
    ['出自', archiveTitle],
    ['网页', topicPath(topic.slug)],
    ['检索词', topic.query.join('；')],
    ['所得', found],
    ['金额', '单位为元。空格表示原文没有印，不是零。'],
    ['阶段', '本年预算与上年结转不可相加。'],
    ['部门', '部门预算已含所属单位；“已含于主管部门”写明的，不与该部门相加。'],
    ['仅指标相符', '只有绩效指标提到的项目，金额不全用于本专题。'],
    ['地址', '“网页”一栏从网站根目录写起。'],
    ...cut.map((name) => ['未列全', `“${name}”只列前 ${limit} 行，其余见 CSV。`] as const),
  ];
  return {
    sheet: '说明',
    columns: [{ width: 16 }, { width: 100 }],
    data: lines.map(([label, text]) => [headCell(label), textCell(text)]),
  };
}

/** What the sheets of a topic list; each in the order of the archive. */
interface TopicLists {
  readonly projects: TopicCsvRow[];
  readonly without: TopicCsvRow[];
  readonly indicators: IndicatorLine[];
}

function listsOf(
  entry: TopicEntry,
  archive: ArchiveModel,
  read: (unitYear: UnitYear) => Disclosure,
): TopicLists {
  const byDisclosure = topicProjectsByDisclosure(entry);
  const lists: TopicLists = { projects: [], without: [], indicators: [] };
  for (const unitYear of archive.unitYears) {
    const found = byDisclosure.get(unitYear.disclosureId) ?? [];
    const rows = topicRows(entry, archive, unitYear, found);
    if (found.length === 0) {
      lists.without.push(...rows);
      continue;
    }
    lists.projects.push(...rows);
    for (const row of topicIndicatorRows(read(unitYear), found)) {
      lists.indicators.push({ ...row, unitName: unitYear.unitName, year: unitYear.year });
    }
  }
  return lists;
}

/**
 * A topic as a workbook for office users: what it is, amounts by region and year, projects, indicators,
 * and the disclosures without any. Amounts in 元; an empty cell = not printed. Every text is a text, so
 * that none can run as a formula. `read` gives the record of a disclosure; only those with projects of
 * the topic are read. A sheet ends after `limit` rows and the first sheet says so. The same archive
 * makes the same bytes.
 */
export function topicWorkbook(
  entry: TopicEntry,
  archive: ArchiveModel,
  read: (unitYear: UnitYear) => Disclosure,
  limit = topicSheetLimit,
): Uint8Array {
  const { projects, without, indicators } = listsOf(entry, archive, read);
  const grid = entry.rows.flatMap(({ region, cells }) =>
    cells.filter(({ state }) => state !== 'unarchived').map((cell) => ({ region, cell })),
  );
  const cut = [
    { name: '各地各年', rows: grid.length },
    { name: '项目', rows: projects.length },
    { name: '绩效指标', rows: indicators.length },
    { name: '没有的文件', rows: without.length },
  ].flatMap(({ name, rows }) => (rows > limit ? name : []));
  return workbookBytes([
    aboutSheet(entry, archive.config.title, cut, limit),
    sheetOf('各地各年', gridColumns, grid, limit),
    sheetOf('项目', projectColumns, projects, limit),
    sheetOf('绩效指标', indicatorColumns, indicators, limit),
    sheetOf('没有的文件', withoutColumns, without, limit),
  ]);
}
