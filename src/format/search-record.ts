/** The kinds of things the search finds, in the order in which results are shown. */
export const searchKinds = [
  'project',
  'indicator',
  'line',
  'unit',
  'subject',
  'document',
  'text',
] as const;

/** See {@link searchKinds}. */
export type SearchKind = (typeof searchKinds)[number];

/** Chinese name of each kind. */
export const searchKindLabels: Readonly<Record<SearchKind, string>> = {
  project: '项目',
  indicator: '绩效指标',
  line: '报表行',
  unit: '单位',
  subject: '功能科目',
  document: '政策文件',
  text: '原文说明',
};

/** Sources of money a record can draw on, in the order of the bits of {@link UnitYearRecord.funds}. */
export const fundSources = [
  'general',
  'fund',
  'state_capital',
  'special_account',
  'unit_funds',
] as const;

/** See {@link fundSources}. */
export type FundSource = (typeof fundSources)[number];

/** The phase of a project's money; none = found only in a form, or not a project. */
export const searchPhases = ['none', 'current', 'carryover'] as const;

/** See {@link searchPhases}. */
export type SearchPhase = (typeof searchPhases)[number];

interface RecordText {
  /** Printed texts that the search compares, the first being the one shown; never an amount. */
  readonly fields: readonly string[];
}

/** A project, indicator, table row or kept paragraph: something of one unit in one year. */
export interface UnitYearRecord extends RecordText {
  readonly kind: 'project' | 'indicator' | 'line' | 'text';
  /** Index into the directory of unit-years. */
  readonly unitYear: number;
  /** Number of the project in its disclosure, of the row in its table, or of the kept section. */
  readonly n: number;
  /** Number of the indicator's first occurrence in its form, or of the paragraph in its section, from 1; 0 for other kinds. */
  readonly indicator: number;
  /** ASCII part of the project's anchor; empty for other kinds. */
  readonly slug: string;
  readonly phase: SearchPhase;
  /** Functional subject; empty = the document does not say. */
  readonly subject: string;
  /** Bits of {@link fundSources} from which the record has money. */
  readonly funds: number;
  /** Table of the row; empty where the record is not a row of a table. */
  readonly tableId: string;
  /** Money column the amount stands in; empty without an amount. */
  readonly column: string;
  /** Amount in 分: of the project (also for its indicators) or of the row; null = not printed. */
  readonly amountFen: number | null;
  /** Name of the project an indicator belongs to; empty for other kinds. */
  readonly project: string;
  /** 一级 › 二级 of an indicator; empty for other kinds. */
  readonly levels: string;
}

/** A unit, functional subject or policy document: something that stands above unit-years. */
export interface EntityRecord extends RecordText {
  readonly kind: 'unit' | 'subject' | 'document';
  /** Unit id, subject code or document slug. */
  readonly id: string;
  /** Division codes it belongs to, or of the units that cite it; empty for subjects. */
  readonly regions: readonly string[];
  /** Years it is in the archive for; empty for subjects. */
  readonly years: readonly number[];
  /** How many unit-years (unit, subject) or projects (document) the archive has of it. */
  readonly count: number;
}

/** One record of the search. */
export type SearchRecord = UnitYearRecord | EntityRecord;

/** What the results say about the unit-year a record belongs to. */
export interface DirectoryEntry {
  readonly unitId: string;
  /** Name as the document prints it. */
  readonly unitName: string;
  readonly regionCode: string;
  readonly year: number;
  readonly kind: 'budget' | 'final-accounts';
  /** Id of the department whose budget includes this unit; empty = none. */
  readonly includedIn: string;
}
