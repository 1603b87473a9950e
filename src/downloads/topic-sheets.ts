import type { TopicCell, TopicRow, TopicState } from '../archive/topic-model.ts';
import { kindLabels, phaseLabels } from '../format/labels.ts';
import { formatTopicLeftOut } from '../format/topic-text.ts';
import type { IndicatorRow } from '../schema/record-rows.ts';
import type { TopicCsvRow } from '../schema/topic-rows.ts';
import { amountCell, countCell, textCell, yuanCell, type SheetCell } from './workbook.ts';

/** A column of a sheet: its head, its width in characters, and its cell in a row. */
export type SheetColumn<Row> = readonly [
  head: string,
  width: number,
  cell: (row: Row) => SheetCell,
];

/** An indicator with the unit and year whose document has it. */
export interface IndicatorLine extends IndicatorRow {
  readonly unitName: string;
  readonly year: number;
}

/** A region and a year with what the archive holds of the topic there. */
export interface GridLine {
  readonly region: TopicRow['region'];
  readonly cell: TopicCell;
}

const matchLabels: Readonly<Record<TopicCsvRow['match'], string>> = {
  name: '名称相符',
  include: '编者收入',
  indicator: '仅指标相符',
  none: '没有',
};

const stateLabels: Readonly<Record<TopicState, string>> = {
  unarchived: '未收录',
  none: '无',
  mentioned: '仅见于指标',
  found: '有',
};

const spanLabels = { whole: '实施期', year: '年度' } as const;

const placeColumns: readonly SheetColumn<TopicCsvRow>[] = [
  ['地区代码', 10, (row) => textCell(row.region_code)],
  ['地区', 14, (row) => textCell(row.region_name)],
  ['单位', 34, (row) => textCell(row.unit_name)],
  ['年度', 8, (row) => countCell(row.year)],
  ['种类', 10, (row) => textCell(kindLabels[row.kind])],
];

/** The sheet of projects of a topic. */
export const projectColumns: readonly SheetColumn<TopicCsvRow>[] = [
  ...placeColumns,
  ['项目', 40, (row) => textCell(row.name)],
  ['绩效表中的名称', 40, (row) => textCell(row.form_name)],
  ['相符之处', 12, (row) => textCell(matchLabels[row.match])],
  ['阶段', 12, (row) => textCell(row.phase === null ? '仅见于绩效表' : phaseLabels[row.phase])],
  ['报表合计（元）', 18, (row) => yuanCell(row.total_yuan)],
  ['绩效表年度资金总额（元）', 24, (row) => yuanCell(row.form_year_yuan)],
  ['绩效指标数', 12, (row) => countCell(row.indicators)],
  ['引用的文件', 40, (row) => textCell(row.documents)],
  ['已含于主管部门', 30, (row) => textCell(row.included_in)],
  ['收入理由', 30, (row) => textCell(row.reason)],
  ['项目编号', 40, (row) => textCell(row.project_id)],
  ['网页', 50, (row) => textCell(row.url)],
];

/** The sheet of disclosures in which nothing of a topic is found. */
export const withoutColumns: readonly SheetColumn<TopicCsvRow>[] = [
  ...placeColumns,
  ['公开文件编号', 40, (row) => textCell(row.disclosure_id)],
  ['网页', 50, (row) => textCell(row.url)],
];

const decimalCell = (text: string | null): SheetCell =>
  text === null ? null : { value: Number(text) };

/** The sheet of indicators of a topic's projects. */
export const indicatorColumns: readonly SheetColumn<IndicatorLine>[] = [
  ['单位', 34, (row) => textCell(row.unitName)],
  ['年度', 8, (row) => countCell(row.year)],
  ['项目', 40, (row) => textCell(row.project_name)],
  ['时段', 8, (row) => textCell(spanLabels[row.span])],
  ['一级指标', 14, (row) => textCell(row.level1)],
  ['二级指标', 14, (row) => textCell(row.level2)],
  ['指标', 34, (row) => textCell(row.name)],
  ['指标值', 20, (row) => textCell(row.printed)],
  ['比较', 6, (row) => textCell(row.comparator)],
  ['数', 12, (row) => decimalCell(row.number)],
  ['计量单位', 10, (row) => textCell(row.unit)],
  ['分值', 8, (row) => textCell(row.weight)],
  ['实际完成', 20, (row) => textCell(row.actual)],
  ['得分', 8, (row) => textCell(row.score)],
  ['项目编号', 40, (row) => textCell(row.project_id)],
  ['网页', 50, (row) => textCell(row.url)],
];

/** The sheet of a topic's amounts by region and year. */
export const gridColumns: readonly SheetColumn<GridLine>[] = [
  ['地区代码', 10, ({ region }) => textCell(region.code)],
  ['地区', 14, ({ region }) => textCell(region.name)],
  ['年度', 8, ({ cell }) => countCell(cell.year)],
  ['收录的文件', 12, ({ cell }) => countCell(cell.unitYears)],
  ['有无', 12, ({ cell }) => textCell(stateLabels[cell.state])],
  ['项目数', 8, ({ cell }) => countCell(cell.projects)],
  ['本年预算（元）', 18, ({ cell }) => amountCell(cell.current?.fen)],
  ['上年结转（元）', 18, ({ cell }) => amountCell(cell.carryover?.fen)],
  ['金额以外的', 40, ({ cell }) => textCell(leftOutOf(cell))],
];

function leftOutOf(cell: TopicCell): string | null {
  const notes = formatTopicLeftOut({
    missing: (cell.current?.missing ?? 0) + (cell.carryover?.missing ?? 0),
    overlapping: (cell.current?.overlapping ?? 0) + (cell.carryover?.overlapping ?? 0),
    formOnly: cell.formOnly,
    finalAccounts: cell.finalAccounts,
  });
  return notes.length === 0 ? null : notes.join('；');
}
