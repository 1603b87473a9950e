import { formatFenPlain } from '../money/fen.ts';
import {
  columnFen,
  columnText,
  explorerColumnLabels,
  isMoneyColumn,
  type ExplorerColumn,
  type ExplorerNames,
} from './explorer-columns.ts';
import type { ExplorerProject } from './explorer-file.ts';
import { guardFormula } from './formula-guard.ts';
import { projectPath } from './url.ts';

/**
 * The shown columns of the shown projects as rows of a CSV, header first: amounts as exact decimal
 * text in 元, empty = null; ids, region code and address behind. Text that could run as a formula is guarded.
 */
export function explorerCsvRows(
  projects: readonly ExplorerProject[],
  columns: readonly ExplorerColumn[],
  names: ExplorerNames,
  addressOf: (path: string) => string,
): string[][] {
  const header = [
    ...columns.map(
      (column) => explorerColumnLabels[column] + (isMoneyColumn(column) ? '（元）' : ''),
    ),
    ...['form_name', 'project_id', 'disclosure_id', 'region_code', 'url'],
  ];
  const rows = projects.map((project) => {
    const { entry, n, slug } = project;
    return [
      ...columns.map((column) => {
        if (!isMoneyColumn(column)) return guardFormula(columnText(project, column, names));
        const fen = columnFen(project, column);
        return fen === null ? '' : formatFenPlain(fen, '元');
      }),
      guardFormula(project.formName ?? ''),
      project.id,
      project.disclosureId,
      entry.regionCode,
      addressOf(projectPath(entry, n, slug)),
    ];
  });
  return [header, ...rows];
}
