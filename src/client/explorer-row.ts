import {
  columnFen,
  columnText,
  isMoneyColumn,
  isNumberColumn,
  type ExplorerColumn,
  type ExplorerNames,
} from '../format/explorer-columns.ts';
import type { ExplorerProject } from '../format/explorer-file.ts';
import type { ExplorerSort } from '../format/explorer-view.ts';
import { disclosurePath, projectPath, withBase } from '../format/url.ts';
import { formatFen } from '../money/fen.ts';
import { element } from './search-element.ts';

/** What the table shows. */
export interface TableContent {
  readonly projects: readonly ExplorerProject[];
  readonly columns: readonly ExplorerColumn[];
  readonly sort: ExplorerSort | null;
  readonly selected: readonly string[];
  readonly names: ExplorerNames;
}

/** The row of a project, counted from 0: a box to choose it, then its cells. */
export function renderRow(
  project: ExplorerProject,
  row: number,
  { columns, selected, names }: TableContent,
  base: string,
): HTMLTableRowElement {
  const box = element('input', {
    type: 'checkbox',
    name: 'select',
    value: project.id,
    'aria-label': `并排比较：${project.name}`,
  });
  box.checked = selected.includes(project.id);
  const choose = element('td', { class: 'choose' }, element('label', {}, box));
  const cells = columns.map((column) => renderCell(project, column, names, base));
  return element('tr', { 'aria-rowindex': row + 2, 'data-row': row }, choose, ...cells);
}

function renderCell(
  project: ExplorerProject,
  column: ExplorerColumn,
  names: ExplorerNames,
  base: string,
): HTMLTableCellElement {
  const { entry, n, slug, name } = project;
  const link = (path: string, text: string): HTMLElement => {
    const anchor = element('a', { href: withBase(base, path), title: text }, text);
    return element('span', { class: 'clamp' }, anchor);
  };
  if (column === 'name') {
    const path = projectPath(entry, n, slug);
    return element('th', { scope: 'row' }, link(path, name));
  }
  if (column === 'unit') return element('td', {}, link(disclosurePath(entry), entry.unitName));
  if (isMoneyColumn(column)) {
    const fen = columnFen(project, column);
    if (fen === null) return element('td', { class: 'num' });
    const figure = element('data', { class: 'amount', value: fen }, formatFen(fen, '万元'));
    return element('td', { class: 'num' }, figure);
  }
  const text = columnText(project, column, names);
  const clamped = element('span', { class: 'clamp', title: text }, text);
  return element('td', { class: isNumberColumn(column) ? 'num' : `column-${column}` }, clamped);
}
