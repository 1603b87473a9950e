import { columnLabels } from '../format/labels.ts';
import { projectAnchor, rowAnchor } from '../format/url.ts';
import { parseFen, sumFen } from '../money/fen.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { MoneyColumn } from '../schema/table-set.ts';
import type { Row, Table } from '../schema/table.ts';
import type { FlowLevel, FlowNode } from './flow-model.ts';

/** A level, or the reason why there is none; neither = there is nothing to draw and nothing to say. */
export interface LevelResult {
  readonly level?: FlowLevel;
  readonly note?: string;
}

/** Parts a level shows by name; the others are taken together. */
const mostNodes = 8;

/** The sources of money in 表1, each named by the column that other tables have for it. */
const sourceColumns: readonly (readonly [RegExp, MoneyColumn])[] = [
  [/一般公共预算/u, 'general'],
  [/政府性基金/u, 'fund'],
  [/国有资本/u, 'state_capital'],
  [/财政专户/u, 'special_account'],
  [/单位资金/u, 'unit_funds'],
  [/上年结转/u, 'carryover'],
];

/** The amount a row prints in a column, in 分; null = blank. */
export const cellFen = (row: Row, column: MoneyColumn): number | null =>
  row.cells.find((cell) => cell.column === column)?.fen ?? null;

/** What printed amounts may differ from their sum by rounding: one last place for each part and the sum. */
export const roundingFen = (table: Table, parts: number): number =>
  (parts + 1) * parseFen('0.01', table.moneyUnit);

/** A table with figures; undefined = missing or printed empty. */
export const filledTable = (disclosure: Disclosure, id: string): Table | undefined =>
  disclosure.tables.find((table) => table.id === id && table.status === 'filled');

/** Where the money comes from, by 表1. */
export function sourceLevel(disclosure: Disclosure, totalFen: number): LevelResult {
  const table = filledTable(disclosure, 'revenue-expenditure-summary');
  if (table === undefined) return {};
  const nodes = table.rows
    .filter(({ side, kind }) => side === 'revenue' && kind === 'line')
    .flatMap((row) => {
      const column = sourceColumns.find(([pattern]) => pattern.test(row.name))?.[1];
      return rowNode(table, row, 'revenue', column === undefined ? {} : { id: `source-${column}` });
    });
  return completeLevel({ id: 'sources', label: '来源', tables: [table], nodes }, totalFen);
}

/** What the money is for, by 表3; by the 类 of 表1 where 表3 prints nothing. */
export function subjectLevel(disclosure: Disclosure, totalFen: number): LevelResult {
  const bySubject = filledTable(disclosure, 'expenditure-by-subject');
  const summary = filledTable(disclosure, 'revenue-expenditure-summary');
  const table = bySubject ?? summary;
  if (table === undefined) return {};
  const nodesOf = (holds: (row: Row) => boolean): FlowNode[] =>
    table.rows.filter(holds).flatMap((row) => rowNode(table, row, 'total'));
  const byCode = [3, 5].map((length) => nodesOf(({ code }) => code?.length === length));
  const nodes =
    bySubject === undefined
      ? nodesOf(({ side, kind }) => side === 'expenditure' && kind === 'line')
      : (byCode.find(({ length }) => length > 1) ?? byCode[0] ?? []);
  return completeLevel({ id: 'subjects', label: '功能科目', tables: [table], nodes }, totalFen);
}

/** Basic against project expenditure, by the total row of 表3. */
export function kindLevel(disclosure: Disclosure, totalFen: number): LevelResult {
  const table = filledTable(disclosure, 'expenditure-by-subject');
  if (table === undefined) {
    const isPrinted = disclosure.tables.some(({ id }) => id === 'expenditure-by-subject');
    return {
      note: `支出总表${isPrinted ? '本表无数据' : '未公开'}，不画基本支出与项目支出，也不画各个项目。`,
    };
  }
  const row = table.rows.find(({ kind }) => kind === 'total');
  const nodes = (['basic', 'project'] as const).flatMap((column) =>
    row === undefined
      ? []
      : rowNode(table, row, column, { id: `kind-${column}`, name: columnLabels[column] }),
  );
  return completeLevel({ id: 'kinds', label: '支出性质', tables: [table], nodes }, totalFen);
}

/** The projects of 表12 and 表13, the largest by name. */
export function projectLevel(disclosure: Disclosure): LevelResult {
  const bySubject = filledTable(disclosure, 'expenditure-by-subject');
  const total = bySubject?.rows.find(({ kind }) => kind === 'total');
  const wholeFen = total === undefined ? null : cellFen(total, 'project');
  if (wholeFen === null || wholeFen === 0) return {};
  const tables = ['projects-current', 'projects-carryover'].flatMap(
    (id) => filledTable(disclosure, id) ?? [],
  );
  if (tables.length === 0) return { note: '项目支出表没有数据，不画各个项目。' };
  const nodes = tables.flatMap((table) =>
    table.rows
      .filter(({ kind }) => kind === 'line')
      .flatMap((row) => {
        const project = disclosure.projects.find(
          ({ tableId, row: n }) => tableId === table.id && n === row.row,
        );
        const isCarryover = table.id === 'projects-carryover';
        return rowNode(table, row, 'total', {
          isCarryover,
          ...(isCarryover ? { name: `${row.name}（上年结转）` } : {}),
          ...(project === undefined ? {} : { anchor: projectAnchor(project.n, project.slug) }),
        });
      }),
  );
  return completeLevel({ id: 'projects', label: '项目', tables, nodes }, wholeFen);
}

/** The node of a cell; none for a blank or a zero. */
function rowNode(
  table: Table,
  row: Row,
  column: MoneyColumn,
  more: Partial<FlowNode> = {},
): FlowNode[] {
  const fen = cellFen(row, column);
  if (fen === null || fen === 0) return [];
  const name = row.name.replace(/^[一二三四五六七八九十]+、/u, '');
  return [
    {
      id: rowAnchor(table.id, row.row),
      name,
      fen,
      codes: row.code === null ? [] : [row.code],
      anchor: rowAnchor(table.id, row.row),
      isCarryover: name.includes('结转') && column === 'revenue',
      ...more,
    },
  ];
}

interface LevelDraft extends Omit<FlowLevel, 'tables'> {
  readonly tables: readonly Table[];
}

/** The level with its nodes ranked and folded; a note instead where they do not make up the whole. */
function completeLevel(draft: LevelDraft, wholeFen: number): LevelResult {
  const [table] = draft.tables;
  const { nodes, label } = draft;
  if (table === undefined || nodes.length === 0) return {};
  if (nodes.some(({ fen }) => fen < 0)) return { note: `${label}中有负数，不画这一层。` };
  const sum = sumFen(nodes.map(({ fen }) => fen)).fen ?? 0;
  if (Math.abs(sum - wholeFen) > roundingFen(table, nodes.length))
    return { note: `${label}各项相加不等于总额，不画这一层。` };
  const tables = draft.tables.map(({ id, title }) => ({ id, title }));
  return { level: { ...draft, tables, nodes: foldNodes(draft.id, nodes) } };
}

/** Nodes largest first, equal ones in document order, the smallest taken together. */
function foldNodes(id: string, nodes: readonly FlowNode[]): FlowNode[] {
  const ranked = nodes
    .map((node, i) => ({ node, i }))
    .sort((a, b) => b.node.fen - a.node.fen || a.i - b.i)
    .map(({ node }) => node);
  if (ranked.length <= mostNodes + 1) return ranked;
  const rest = ranked.slice(mostNodes);
  const folded: FlowNode = {
    id: `${id}-rest`,
    name: `其余 ${rest.length} 项`,
    fen: sumFen(rest.map(({ fen }) => fen)).fen ?? 0,
    codes: rest.flatMap(({ codes }) => codes),
    anchor: null,
    isCarryover: false,
  };
  return [...ranked.slice(0, mostNodes), folded];
}
