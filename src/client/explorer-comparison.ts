import { compareIndicators, type ComparedIndicator } from '../format/compare-projects.ts';
import {
  columnFen,
  columnText,
  explorerColumnLabels,
  explorerColumns,
  isMoneyColumn,
  type ExplorerNames,
} from '../format/explorer-columns.ts';
import type { ExplorerProject } from '../format/explorer-file.ts';
import {
  disclosureFolder,
  disclosurePath,
  indicatorAnchor,
  projectPath,
  withBase,
} from '../format/url.ts';
import { formatFen } from '../money/fen.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { Form } from '../schema/form.ts';
import { element } from './search-element.ts';

/** A project with its form; null = the document has none for it. */
export interface ProjectSheet {
  readonly project: ExplorerProject;
  readonly form: Form | null;
}

const records = new Map<string, Promise<Disclosure>>();

/** The projects with their forms, read from the records of their disclosures. */
export function readSheets(
  projects: readonly ExplorerProject[],
  base: string,
): Promise<ProjectSheet[]> {
  return Promise.all(
    projects.map(async (project) => {
      const { entry, n } = project;
      const path = `${disclosureFolder(entry)}record.json`;
      const disclosure = await readRecordFile(withBase(base, path));
      const form = disclosure.projects.find((other) => other.n === n)?.form;
      return { project, form: disclosure.forms.find((other) => other.n === form) ?? null };
    }),
  );
}

/** The record of a disclosure as published; each is fetched once. */
export function readRecordFile(address: string): Promise<Disclosure> {
  const known = records.get(address);
  if (known !== undefined) return known;
  const read = fetch(address).then(async (response) => {
    if (!response.ok) throw new Error(`${address}: Unexpected ${response.status}, expected a file`);
    return (await response.json()) as Disclosure;
  });
  records.set(address, read);
  read.catch(() => records.delete(address));
  return read;
}

/** Facts compared, each a row; a row in which no project says anything is left out. */
const facts = explorerColumns.filter((column) => column !== 'name' && column !== 'indicators');

/** The projects side by side: what they are, their money, their indicators by category. */
export function renderComparison(
  sheets: readonly ProjectSheet[],
  names: ExplorerNames,
  base: string,
): HTMLTableElement {
  const head = sheets.map(({ project: { entry, n, slug, name } }) => {
    const href = withBase(base, projectPath(entry, n, slug));
    return element('th', { scope: 'col' }, element('a', { href }, name));
  });
  const corner = element('td');
  return element(
    'table',
    { class: 'data compared-projects' },
    element('caption', { class: 'visually-hidden' }, '所选项目并排，金额单位：万元'),
    element('thead', {}, element('tr', {}, corner, ...head)),
    element('tbody', {}, ...factRows(sheets, names)),
    ...indicatorBodies(sheets, base),
  );
}

function factRows(sheets: readonly ProjectSheet[], names: ExplorerNames): HTMLTableRowElement[] {
  const rows = facts.flatMap((column) => {
    const cells = sheets.map(({ project }): HTMLTableCellElement => {
      if (!isMoneyColumn(column)) return element('td', {}, columnText(project, column, names));
      const fen = columnFen(project, column);
      const figure =
        fen !== null && element('data', { class: 'amount', value: fen }, formatFen(fen, '万元'));
      return element('td', { class: 'num' }, figure);
    });
    if (cells.every((cell) => cell.textContent === '')) return [];
    return [element('tr', {}, rowHead(explorerColumnLabels[column]), ...cells)];
  });
  const durations = sheets.map(({ form }) => form?.duration ?? '');
  if (durations.some((duration) => duration !== ''))
    rows.push(
      element('tr', {}, rowHead('项目期'), ...durations.map((text) => element('td', {}, text))),
    );
  return rows;
}

function indicatorBodies(sheets: readonly ProjectSheet[], base: string): HTMLTableSectionElement[] {
  return compareIndicators(sheets.map(({ form }) => form)).map(({ category, rows }) => {
    const heading = element('th', { scope: 'rowgroup', colspan: sheets.length + 1 }, category);
    const lines = rows.map(({ name, cells }) => {
      const shown = cells.map((indicators, i) => {
        const { entry, n } = sheets[i]?.project ?? {};
        const texts = indicators.map((indicator) => {
          const anchor = indicatorAnchor(n ?? 0, indicator.i);
          const href = entry === undefined ? '' : withBase(base, disclosurePath(entry, anchor));
          return element('div', {}, element('a', { href }, indicatorText(indicator)));
        });
        return element('td', {}, ...texts);
      });
      return element('tr', {}, rowHead(name ?? '（名称缺失）'), ...shown);
    });
    return element('tbody', {}, element('tr', { class: 'is-group' }, heading), ...lines);
  });
}

const rowHead = (text: string): HTMLTableCellElement => element('th', { scope: 'row' }, text);

function indicatorText({ year, whole, actual }: ComparedIndicator): string {
  const parts = [
    year ?? (whole === null ? '空白' : ''),
    whole === null ? '' : `实施期 ${whole}`,
    actual === null ? '' : `实际 ${actual}`,
  ];
  return parts.filter((part) => part !== '').join('；');
}
