import { sumFen } from '../money/fen.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import { moneyColumnSchema, type MoneyColumn } from '../schema/table-set.ts';
import type { Table } from '../schema/table.ts';
import { cellFen, filledTable, roundingFen } from './flow-levels.ts';
import type { FlowLevel, FlowLink, FlowNode } from './flow-model.ts';

/** The connections between levels, and why some are not drawn. */
export interface FlowLinks {
  readonly links: readonly FlowLink[];
  readonly notes: readonly string[];
  /** Tables the connections are read from. */
  readonly tables: readonly { readonly id: string; readonly title: string }[];
}

/**
 * The money between neighbouring levels: sources to subjects by 表2 (one source alone pays for all), subjects to kinds by 表3,
 * project expenditure to its projects. Where the printed figures do not agree with both levels,
 * nothing is connected and a note says so.
 */
export function linkLevels(disclosure: Disclosure, levels: readonly FlowLevel[]): FlowLinks {
  const level = (id: FlowLevel['id']): readonly FlowNode[] =>
    levels.find((candidate) => candidate.id === id)?.nodes ?? [];
  const subjects = level('subjects');
  const steps = [
    linkSources(disclosure, level('sources'), subjects),
    linkByTable(filledTable(disclosure, 'expenditure-by-subject'), {
      wholes: subjects,
      columns: level('kinds'),
      isReversed: false,
      note: '支出总表各科目的基本支出与项目支出同合计不一致，不连线。',
    }),
    linkProjects(level('kinds'), level('projects')),
  ];
  return {
    links: steps.flatMap(({ links }) => links),
    notes: steps.flatMap(({ notes }) => notes),
    tables: steps.flatMap(({ tables }) => tables),
  };
}

const nothing: FlowLinks = { links: [], notes: [], tables: [] };

function linkSources(
  disclosure: Disclosure,
  sources: readonly FlowNode[],
  subjects: readonly FlowNode[],
): FlowLinks {
  const [only] = sources;
  if (only === undefined || subjects.length === 0) return nothing;
  if (sources.length === 1)
    return { ...nothing, links: subjects.map(({ id, fen }) => ({ from: only.id, to: id, fen })) };
  return linkByTable(filledTable(disclosure, 'revenue-by-subject'), {
    wholes: subjects,
    columns: sources,
    isReversed: true,
    note: '收入总表没有与来源和科目都一致的数字，来源与科目之间不连线。',
  });
}

function linkProjects(kinds: readonly FlowNode[], projects: readonly FlowNode[]): FlowLinks {
  const from = kinds.find(({ id }) => id === 'kind-project')?.id;
  if (from === undefined) return nothing;
  return { ...nothing, links: projects.map(({ id, fen }) => ({ from, to: id, fen })) };
}

interface TableLinks {
  /** Nodes with subject codes. */
  readonly wholes: readonly FlowNode[];
  /** Nodes whose id ends in the name of a column. */
  readonly columns: readonly FlowNode[];
  /** Whether the money goes from the columns to the subjects. */
  readonly isReversed: boolean;
  readonly note: string;
}

function linkByTable(table: Table | undefined, plan: TableLinks): FlowLinks {
  const { wholes, columns, isReversed, note } = plan;
  if (wholes.length === 0 || columns.length === 0) return nothing;
  if (table === undefined) return { ...nothing, notes: [note] };
  const links = wholes.flatMap((whole) =>
    columns.flatMap((column) => {
      const fen = subjectsFen(table, whole.codes, columnOf(column));
      const [from, to] = isReversed ? [column.id, whole.id] : [whole.id, column.id];
      return fen === null || fen === 0 ? [] : [{ from, to, fen }];
    }),
  );
  const agrees = [...wholes, ...columns].every(({ id, fen }) => {
    const own = links.filter(({ from, to }) => from === id || to === id);
    const sum = sumFen(own.map((link) => link.fen)).fen ?? 0;
    return Math.abs(sum - fen) <= roundingFen(table, own.length);
  });
  return agrees && links.every(({ fen }) => fen > 0)
    ? { ...nothing, links, tables: [{ id: table.id, title: table.title }] }
    : { ...nothing, notes: [note] };
}

/** The column a node stands for; undefined = none. */
const columnOf = ({ id }: FlowNode): MoneyColumn | undefined =>
  moneyColumnSchema.options.find((column) => id === `source-${column}` || id === `kind-${column}`);

/** What the rows of these subjects print in a column together; null = nothing. */
function subjectsFen(
  table: Table,
  codes: readonly string[],
  column: MoneyColumn | undefined,
): number | null {
  if (column === undefined) return null;
  const rows = table.rows.filter(({ code }) => code !== null && codes.includes(code));
  return sumFen(rows.map((row) => cellFen(row, column))).fen;
}
