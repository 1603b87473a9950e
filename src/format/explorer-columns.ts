import { columnLabels, formMoneyLabels, phaseLabels } from './labels.ts';
import type { ExplorerProject } from './explorer-file.ts';
import type { SearchPhase } from './search-record.ts';

/** The columns of the project explorer, in their order: name and amount first, side by side on a phone. */
export const explorerColumns = [
  'name',
  'total',
  'unit',
  'region',
  'year',
  'phase',
  'subject',
  'general',
  'fund',
  'state_capital',
  'special_account',
  'unit_funds',
  'form_whole',
  'form_year',
  'form_central',
  'form_provincial',
  'form_local',
  'attribute',
  'indicators',
] as const;

/** See {@link explorerColumns}. */
export type ExplorerColumn = (typeof explorerColumns)[number];

/** Columns shown unless the reader chooses others; the name is always shown. */
export const defaultColumns = [
  'name',
  'total',
  'unit',
  'year',
  'phase',
  'form_year',
  'indicators',
] as const satisfies readonly ExplorerColumn[];

/** Header of each column. */
export const explorerColumnLabels: Readonly<Record<ExplorerColumn, string>> = {
  name: '项目',
  unit: '单位',
  region: '地区',
  year: '年度',
  phase: '阶段',
  subject: '功能科目',
  total: '金额（合计）',
  general: columnLabels.general,
  fund: columnLabels.fund,
  state_capital: columnLabels.state_capital,
  special_account: columnLabels.special_account,
  unit_funds: columnLabels.unit_funds,
  form_whole: '绩效表：实施期',
  form_year: '绩效表：年度',
  form_central: `绩效表：${formMoneyLabels.central}`,
  form_provincial: `绩效表：${formMoneyLabels.provincial}`,
  form_local: `绩效表：${formMoneyLabels.local}`,
  attribute: '项目属性',
  indicators: '绩效指标',
};

/** Chinese word for the phase of a project in the explorer. */
export const explorerPhaseLabels: Readonly<Record<SearchPhase, string>> = {
  ...phaseLabels,
  none: '仅见于绩效表',
};

/** Whether a column holds money. */
export const isMoneyColumn = (column: ExplorerColumn): column is ExplorerMoneyColumn =>
  column in moneyOf;

/** Whether a column is right-aligned: money or counts. */
export const isNumberColumn = (column: ExplorerColumn): boolean =>
  isMoneyColumn(column) || column === 'indicators';

/** Columns that hold no money. */
type ExplorerTextColumn =
  'name' | 'unit' | 'region' | 'year' | 'phase' | 'subject' | 'attribute' | 'indicators';

/** Columns that hold money. */
export type ExplorerMoneyColumn = Exclude<ExplorerColumn, ExplorerTextColumn>;

const moneyOf: Readonly<Record<ExplorerMoneyColumn, (project: ExplorerProject) => number | null>> =
  {
    total: ({ amountFen }) => amountFen,
    general: ({ fundFens }) => fundFens.general,
    fund: ({ fundFens }) => fundFens.fund,
    state_capital: ({ fundFens }) => fundFens.state_capital,
    special_account: ({ fundFens }) => fundFens.special_account,
    unit_funds: ({ fundFens }) => fundFens.unit_funds,
    form_whole: ({ formFens }) => formFens.whole,
    form_year: ({ formFens }) => formFens.year,
    form_central: ({ formFens }) => formFens.central,
    form_provincial: ({ formFens }) => formFens.provincial,
    form_local: ({ formFens }) => formFens.local,
  };

/** The amount of a project in a money column in 分; null = blank. */
export const columnFen = (project: ExplorerProject, column: ExplorerMoneyColumn): number | null =>
  moneyOf[column](project);

/** Names for codes, as the page knows them. */
export interface ExplorerNames {
  readonly region: (code: string) => string;
  readonly subject: (code: string) => string;
}

/** The text of a project in a column; empty = the document does not say, or the column holds money. */
export function columnText(
  project: ExplorerProject,
  column: ExplorerColumn,
  names: ExplorerNames,
): string {
  if (isMoneyColumn(column)) return '';
  switch (column) {
    case 'name':
      return project.name;
    case 'unit':
      return project.entry.unitName;
    case 'region':
      return names.region(project.entry.regionCode);
    case 'year':
      return String(project.entry.year);
    case 'phase':
      return explorerPhaseLabels[project.phase];
    case 'subject':
      return `${project.subject} ${names.subject(project.subject)}`.trim();
    case 'attribute':
      return project.attribute ?? '';
    case 'indicators':
      return String(project.indicators);
  }
}
