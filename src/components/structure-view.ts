import { formatShare } from '../format/share.ts';
import { rowAnchor } from '../format/url.ts';
import { formatFen, sumFen } from '../money/fen.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { Row, Table } from '../schema/table.ts';
import type { BarGroup, BarRow } from './bar-layout.ts';
import { cellFen, filledTable, roundingFen } from './flow-levels.ts';
import { fenCell, textCell, type BarPictureView, type PictureCell } from './picture.ts';

/** A row with an amount above zero. */
interface Part {
  readonly row: Row;
  readonly code: string;
  readonly fen: number;
}

/**
 * What part of all expenditure each 类 and 款 of 表3 is. undefined = 表3 prints fewer than two 类 with
 * money, or its 类 do not add up to its total, so that shares would say nothing. A 类 whose 款 do not
 * add up is drawn whole, and a note says so.
 */
export function structureView(disclosure: Disclosure): BarPictureView | undefined {
  const table = filledTable(disclosure, 'expenditure-by-subject');
  const total = table?.rows.find(({ kind }) => kind === 'total');
  const wholeFen = total === undefined ? null : cellFen(total, 'total');
  if (table === undefined || wholeFen === null || wholeFen <= 0) return undefined;
  const classes = partsOf(table, '', 3);
  if (classes.length < 2 || !makesUp(table, classes, wholeFen)) return undefined;
  const split = classes.map((part) => {
    const below = partsOf(table, part.code, 5);
    return { part, below: makesUp(table, below, part.fen) ? below : null };
  });
  const undivided = split.filter(({ below }) => below === null).map(({ part }) => part.row.name);
  return {
    id: 'expenditure-structure',
    title: '支出结构：各类、各款占支出总额的比例',
    summary: summarise(classes, wholeFen, table),
    moneyUnit: table.moneyUnit,
    tables: [{ id: table.id, title: table.title }],
    source: null,
    notes: [
      '满格为支出总额；比例由本站按表中金额计算，四舍五入到两位小数。',
      ...(undivided.length === 0
        ? []
        : [`${undivided.join('、')}的各款相加不等于本类，只画整类。`]),
    ],
    groups: split.map(({ part, below }) => classGroup(part, below, wholeFen)),
    table: {
      columns: [
        { label: '科目', isNumber: false },
        { label: '名称', isNumber: false },
        { label: '金额', isNumber: true },
        { label: '占支出总额', isNumber: true },
      ],
      rows: split.flatMap(({ part, below }) =>
        [part, ...(below ?? [])].map((own) => tableRow(table, own, wholeFen)),
      ),
    },
  };
}

/** Rows of one code length below a code, with money, largest first, equal ones in document order. */
function partsOf(table: Table, parent: string, length: number): Part[] {
  return table.rows
    .flatMap((row) => {
      const fen = cellFen(row, 'total');
      const { code } = row;
      return fen === null || fen === 0 || code?.length !== length || !code.startsWith(parent)
        ? []
        : { row, code, fen };
    })
    .sort((a, b) => b.fen - a.fen || a.row.row - b.row.row);
}

function makesUp(table: Table, parts: readonly Part[], wholeFen: number): boolean {
  const sum = sumFen(parts.map(({ fen }) => fen)).fen;
  return (
    sum !== null &&
    parts.every(({ fen }) => fen > 0) &&
    Math.abs(sum - wholeFen) <= roundingFen(table, parts.length)
  );
}

function classGroup(part: Part, below: readonly Part[] | null, wholeFen: number): BarGroup {
  const rowOf = ({ row, fen }: Part): BarRow => ({
    label: row.name,
    bars: [
      {
        caption: null,
        value: { fen, text: ` · ${formatShare(fen, wholeFen)}` },
        share: fen / wholeFen,
        mark: null,
        fill: { tone: 1, isHatched: false },
      },
    ],
  });
  return {
    heading: part.row.name,
    value: { fen: part.fen, text: ` · ${formatShare(part.fen, wholeFen)}` },
    rows: (below ?? [part]).map(rowOf),
  };
}

function tableRow(table: Table, { row, code, fen }: Part, wholeFen: number): PictureCell[] {
  return [
    textCell(code),
    textCell(row.name, rowAnchor(table.id, row.row)),
    fenCell(fen),
    textCell(formatShare(fen, wholeFen)),
  ];
}

function summarise(classes: readonly Part[], wholeFen: number, table: Table): string {
  const words = classes.map(({ row, fen }) => `${row.name}占 ${formatShare(fen, wholeFen)}`);
  const whole = `${formatFen(wholeFen, table.moneyUnit)} ${table.moneyUnit}`;
  return `支出总额 ${whole}，分在 ${classes.length} 类：${words.slice(0, 4).join('，')}${words.length > 4 ? '，其余见图' : ''}。`;
}
