import type { ComparableUnitYear } from '../format/compare-directory.ts';
import type { ComparedCell, ComparedRow, ComparedState } from '../format/compare-rows.ts';
import type { ComparedSection } from '../format/compare-units.ts';
import { disclosurePath, subjectPath, withBase } from '../format/url.ts';
import { formatFen } from '../money/fen.ts';
import { element } from './search-element.ts';

/** What a cell says in place of an amount; what concerns a whole table is said once, in its total row. */
const stateTexts: Readonly<Record<ComparedState, string>> = {
  amount: '',
  blank: '',
  'no-row': '—',
  repeated: '多行',
  'empty-table': '本表无数据',
  'no-table': '未公开',
};

/** What surrounds a table of the comparison. */
export interface ComparedTableContext {
  readonly unitYears: readonly ComparableUnitYear[];
  readonly base: string;
  /** Codes of functional subjects lead to their pages. */
  readonly isBySubject: boolean;
  readonly caption: string;
}

/** One section as a table: a line each, for every unit-year amount, share and difference from the first. */
export function renderComparedTable(
  { id, rows }: ComparedSection,
  context: ComparedTableContext,
): HTMLTableElement {
  const { unitYears, caption } = context;
  const hasShare = unitYears.map((_, i) => rows.some(({ cells }) => cells[i]?.share !== null));
  const widths = unitYears.map((_, i) => 1 + Number(hasShare[i]) + Number(i > 0));
  const heads = unitYears.map((unitYear, i) =>
    element(
      'th',
      { scope: 'colgroup', colspan: widths[i] ?? 1, class: 'compared-unit' },
      element('a', { href: addressOf(unitYear, context.base) }, unitYear.unitName),
      element('span', { class: 'note' }, ` ${unitYear.year}`),
    ),
  );
  const labels = unitYears.flatMap((_, i) => [
    column('金额', true),
    ...(hasShare[i] === true ? [column('占合计', false)] : []),
    ...(i > 0 ? [column('比第一个', false)] : []),
  ]);
  const corner = element('th', { scope: 'col', rowspan: 2 }, '名称');
  const body = rows.map((row) =>
    renderLine(row, hasShare, { ...context, saysTable: id === 'totals' || row.isTotal }),
  );
  return element(
    'table',
    { class: 'data compared-units' },
    element('caption', { class: 'visually-hidden' }, `${caption}，金额单位：万元`),
    element('thead', {}, element('tr', {}, corner, ...heads), element('tr', {}, ...labels)),
    element('tbody', {}, ...body),
  );
}

const addressOf = (unitYear: ComparableUnitYear, base: string): string =>
  withBase(base, disclosurePath(unitYear));

const column = (label: string, isFirst: boolean): HTMLElement =>
  element('th', { scope: 'col', class: `num${isFirst ? ' first' : ''}` }, label);

function renderLine(
  row: ComparedRow,
  hasShare: readonly boolean[],
  { base, isBySubject, saysTable }: ComparedTableContext & { readonly saysTable: boolean },
): HTMLTableRowElement {
  const { code, name, notes, depth, isTotal, cells } = row;
  const label =
    code !== null && isBySubject
      ? element('a', { href: withBase(base, subjectPath(code)) }, `${code} ${name}`)
      : name;
  const indent = depth === 0 ? '' : `indent-${Math.min(depth, 2) + 1}`;
  const head = element(
    'th',
    { scope: 'row', class: indent },
    label,
    notes.length > 0 && element('small', { class: 'note' }, notes.join('；')),
  );
  const figures = cells.flatMap((cell, i) => [
    amountCell(cell, saysTable),
    ...(hasShare[i] === true ? [element('td', { class: 'num share' }, cell.share ?? '')] : []),
    ...(i > 0 ? [differenceCell(cell)] : []),
  ]);
  return element('tr', { class: isTotal && 'is-total' }, head, ...figures);
}

function amountCell(
  { state, fen, blanks }: ComparedCell,
  saysTable: boolean,
): HTMLTableCellElement {
  if (fen !== null) {
    const figure = element('data', { class: 'amount', value: fen }, formatFen(fen, '万元'));
    const left = blanks > 0 && element('small', { class: 'note' }, `另 ${blanks} 行空白`);
    return element('td', { class: 'num first' }, figure, left);
  }
  const concernsTable = state === 'empty-table' || state === 'no-table';
  const text = concernsTable && !saysTable ? '' : stateTexts[state];
  return element('td', { class: 'num first muted', 'data-state': state }, text);
}

function differenceCell({ differenceFen }: ComparedCell): HTMLTableCellElement {
  if (differenceFen === null) return element('td', { class: 'num' });
  const text = `${differenceFen > 0 ? '+' : ''}${formatFen(differenceFen, '万元')}`;
  return element(
    'td',
    { class: 'num difference' },
    element('data', { class: 'amount', value: differenceFen }, text),
  );
}
