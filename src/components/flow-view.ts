import { formatFen, type MoneyUnit } from '../money/fen.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import { kindLevel, projectLevel, sourceLevel, subjectLevel } from './flow-levels.ts';
import { linkLevels } from './flow-links.ts';
import type { FlowLevel, FlowNode, FlowView } from './flow-model.ts';

/**
 * The levels of a disclosure whose parts add up to their whole, and how they hang together. A level
 * whose table is missing, printed empty or does not add up is left out, and a note says why.
 * undefined = 表1 gives no total, or fewer than two levels can be drawn.
 * Basis: our own practice; no share is drawn over an incomplete whole.
 */
export function flowView(disclosure: Disclosure): FlowView | undefined {
  const table = disclosure.tables.find(({ id }) => id === 'revenue-expenditure-summary');
  const totalFen = table?.rows
    .find(({ side, kind, name }) => side === 'revenue' && kind === 'total' && name.endsWith('总计'))
    ?.cells.find(({ column }) => column === 'revenue')?.fen;
  if (table === undefined || totalFen === undefined || totalFen <= 0) return undefined;
  const results = [
    sourceLevel(disclosure, totalFen),
    subjectLevel(disclosure, totalFen),
    kindLevel(disclosure, totalFen),
    projectLevel(disclosure),
  ];
  const levels = results.flatMap((result) => result.level ?? []);
  if (levels.length < 2) return undefined;
  const linked = linkLevels(disclosure, levels);
  return {
    moneyUnit: table.moneyUnit,
    totalFen,
    levels,
    links: linked.links,
    linkTables: linked.tables,
    notes: [...results.flatMap(({ note }) => note ?? []), ...linked.notes],
    summary: summarise(levels, totalFen, table.moneyUnit),
  };
}

function summarise(levels: readonly FlowLevel[], totalFen: number, moneyUnit: MoneyUnit): string {
  const amount = ({ name, fen }: FlowNode): string =>
    `${name} ${formatFen(fen, moneyUnit)} ${moneyUnit}`;
  const sentences = levels.map(({ id, nodes }) => {
    const [first, ...rest] = nodes;
    if (first === undefined) return '';
    if (id === 'sources') return `来源是${nodes.map(amount).join('、')}`;
    if (id === 'subjects')
      return rest.length === 0 ? `全部用于${first.name}` : `用得最多的科目是${amount(first)}`;
    if (id === 'kinds') return nodes.map(amount).join('，');
    return `最大的项目是${amount(first)}`;
  });
  return `收入总计 ${formatFen(totalFen, moneyUnit)} ${moneyUnit}。${sentences.join('；')}。`;
}
