import type { FindingRank } from '../checks/rank-findings.ts';
import type { FundSource } from '../format/search-record.ts';
import type { FunctionalSubject } from '../schema/functional-subject.ts';
import type { EconomicClass } from '../schema/economic-class.ts';
import type { Finding } from '../schema/finding.ts';
import type { ArchiveConfig } from '../schema/archive-config.ts';
import type { Region } from '../schema/region.ts';
import type { Unit } from '../schema/unit.ts';
import type { TopicEntry, TopicMatch } from './topic-model.ts';

/**
 * Amounts of a unit-year in 分; null = the document does not print it. Never zero for missing. Of final
 * accounts (决算) those of the tables that report what a budget plans, see outcome-totals.ts.
 */
export interface UnitYearTotals {
  /** 收入总计 of 表1. */
  readonly revenueFen: number | null;
  /** 支出总计 of 表1. */
  readonly expenditureFen: number | null;
  /** 基本支出 of the total row of 表3. */
  readonly basicFen: number | null;
  /** 项目支出 of the total row of 表3. */
  readonly projectFen: number | null;
  /** 上年结转 of 表1. */
  readonly carryoverFen: number | null;
  /** 合计 of 表10. */
  readonly threePublicFen: number | null;
  /** 部门合计 of 表11. */
  readonly agencyOperatingFen: number | null;
}

/** Expenditure of one functional subject in one unit-year, from 表3, of final accounts from 支出决算表; amounts in 分, null = blank. */
export interface SubjectAmounts {
  readonly code: string;
  readonly name: string;
  readonly totalFen: number | null;
  readonly basicFen: number | null;
  readonly projectFen: number | null;
}

/** Basic expenditure of one line of 表6, of final accounts of 基本支出决算明细表; amounts in 分, null = blank. */
export interface EconomicAmounts {
  /** Code from the register of economic classes; null = the name is not in it. */
  readonly code: string | null;
  readonly name: string;
  /** Government economic class; null = none printed (a group row). */
  readonly name2: string | null;
  readonly row: number;
  readonly totalFen: number | null;
  readonly personnelFen: number | null;
  readonly publicFen: number | null;
}

/** A project in short; amounts in 分, null = blank or no table row. */
export interface ProjectSummary {
  readonly id: string;
  readonly n: number;
  readonly slug: string;
  readonly name: string;
  readonly formName: string | null;
  readonly phase: 'current' | 'carryover' | null;
  /** Functional subject; null = the document does not say. */
  readonly subjectCode: string | null;
  readonly totalFen: number | null;
  /** The amount of its row by source of money. */
  readonly fundFens: Readonly<Record<FundSource, number | null>>;
  /** What its goal form prints: the whole period, the year, and the year by level of government. */
  readonly formFens: ProjectFormFens;
  /** 项目属性 as the form prints it; null = not printed or no form. */
  readonly attribute: string | null;
  readonly indicators: number;
}

/** Money of a goal form in 分; null = blank, lost, or no such form. */
export interface ProjectFormFens {
  readonly whole: number | null;
  readonly year: number | null;
  readonly central: number | null;
  readonly provincial: number | null;
  readonly local: number | null;
}

/** A citation of a policy document by a project. */
export interface Citation {
  readonly slug: string;
  /** Normalised number, or the printed one where it is not of that form; null = title only. */
  readonly number: string | null;
  readonly title: string | null;
  readonly projectN: number;
}

/** A functional subject as one document prints it, in any of its tables. */
export interface SubjectName {
  readonly code: string;
  readonly name: string;
}

/** How many findings have each result; a result that none has is left out. */
export type ResultCounts = Readonly<Partial<Record<Finding['result'], number>>>;

/** A difference or rounding in short. */
export interface FindingSummary {
  /** Number in the list of its page, from 1. */
  readonly n: number;
  readonly checkId: string;
  readonly result: 'difference' | 'rounding';
  /** Left less right in 分; null = no matter of money, or a side is missing. */
  readonly differenceFen: number | null;
  /** The fact in Chinese, with both sides. */
  readonly message: string;
  /** Anchor on the unit-year page of what it points at; null = nothing that the page shows. */
  readonly target: string | null;
  readonly rank: FindingRank;
}

/** What is kept of one record file: {@link UnitYear} before the archive knows where content/ lies. */
export type UnitYearSummary = Omit<UnitYear, 'contentDirectory'>;

/** The light summary of one disclosure: all that indexes need. The heavy record stays on disk. */
export interface UnitYear {
  /** Absolute path of the content folder; only for reading the record, never shown or published. */
  readonly contentDirectory: string;
  readonly disclosureId: string;
  readonly unitId: string;
  /** Name as this document prints it. */
  readonly unitName: string;
  readonly regionCode: string;
  readonly year: number;
  readonly kind: 'budget' | 'final-accounts';
  readonly tableSet: string;
  readonly supervisingDepartment: string | null;
  /** Path of the record below content/disclosures/. */
  readonly file: string;
  /** SHA-256 of the record file as it was validated; reading it late refuses any other content. */
  readonly recordSha256: string;
  readonly source: {
    readonly file: string;
    readonly sha256: string;
    /** Name of the kept source; null = none is kept. */
    readonly original: string | null;
  };
  /** Latest day its source was fetched or a transcription corrected; null = the record says none. */
  readonly changedOn: string | null;
  readonly totals: UnitYearTotals;
  readonly tables: readonly { readonly id: string; readonly status: 'filled' | 'printed-empty' }[];
  readonly missingTables: readonly string[];
  readonly forms: number;
  readonly indicators: number;
  readonly corrections: number;
  readonly gaps: number;
  readonly findings: Readonly<Record<Finding['result'], number>>;
  /** The same by id of the check; checks without a finding are left out. */
  readonly checkCounts: Readonly<Record<string, ResultCounts>>;
  /** Differences and roundings, in the order of the page. */
  readonly notableFindings: readonly FindingSummary[];
  /** Coded rows of 表3, in document order. */
  readonly subjects: readonly SubjectAmounts[];
  /** Every code and name of a functional subject that any table prints, in code order. */
  readonly subjectNames: readonly SubjectName[];
  /** Rows of 表6 except its total, in document order. */
  readonly economicClasses: readonly EconomicAmounts[];
  readonly projects: readonly ProjectSummary[];
  readonly citations: readonly Citation[];
  /** What the queries of the topics find here; topics that find nothing are left out. */
  readonly topics: readonly TopicMatch[];
}

/** A sum over several unit-years with what it covers. 分; fen null = nothing known. */
export interface Aggregate {
  readonly fen: number | null;
  /** Unit-years whose amount is in the sum. */
  readonly known: number;
  /** Unit-years that print no such amount. */
  readonly missing: number;
  /** Unit-years left out because a department that includes them is counted. */
  readonly overlapping: number;
}

/** A unit with all its unit-years, oldest first. */
export interface UnitEntry {
  readonly unit: Unit;
  readonly unitYears: readonly UnitYear[];
}

/** A region with its place in the tree and what the archive holds there. */
export interface RegionEntry {
  readonly region: Region;
  /** From province down to the parent; empty for a province. */
  readonly ancestors: readonly Region[];
  /** Children in code order. */
  readonly children: readonly Region[];
  /** Units whose government is this region itself, in id order. */
  readonly units: readonly UnitEntry[];
  /** Number of units and unit-years here and below. */
  readonly unitsBelow: number;
  readonly unitYearsBelow: number;
  /** 支出总计 by year over the budgets (预算) of the units here and below; years ascending. */
  readonly expenditureByYear: readonly { readonly year: number; readonly expenditure: Aggregate }[];
}

/** A functional subject with every unit-year that spends there. */
export interface SubjectEntry {
  readonly subject: FunctionalSubject;
  readonly ancestors: readonly FunctionalSubject[];
  readonly children: readonly FunctionalSubject[];
  readonly rows: readonly { readonly unitYear: UnitYear; readonly amounts: SubjectAmounts }[];
  /** Expenditure on the subject by year over the budgets (预算) in {@link rows}; years ascending. */
  readonly totalByYear: readonly { readonly year: number; readonly total: Aggregate }[];
}

/** An economic class with every unit-year and line that uses it. */
export interface EconomicClassEntry {
  readonly economicClass: EconomicClass;
  readonly parent: EconomicClass | null;
  readonly children: readonly EconomicClass[];
  readonly rows: readonly { readonly unitYear: UnitYear; readonly amounts: EconomicAmounts }[];
}

/** A cited policy document with the projects that cite it. */
export interface DocumentEntry {
  readonly slug: string;
  /** Normalised document number; null = cited by title only. */
  readonly number: string | null;
  readonly titles: readonly string[];
  readonly citations: readonly { readonly unitYear: UnitYear; readonly project: ProjectSummary }[];
}

/** The whole archive as pages, search and downloads see it. Built once, frozen, sorted by id. */
export interface ArchiveModel {
  /** Absolute path of the content folder; never shown or published. */
  readonly contentDirectory: string;
  /** What the archive says of itself. */
  readonly config: ArchiveConfig;
  readonly unitYears: readonly UnitYear[];
  readonly units: readonly UnitEntry[];
  readonly regions: readonly RegionEntry[];
  readonly subjects: readonly SubjectEntry[];
  readonly economicClasses: readonly EconomicClassEntry[];
  readonly documents: readonly DocumentEntry[];
  /** Published topics, in slug order. */
  readonly topics: readonly TopicEntry[];
  /** Years with at least one unit-year, ascending. */
  readonly years: readonly number[];
  /** Lookups by id, code or slug; undefined = not in the archive. */
  unit(id: string): UnitEntry | undefined;
  unitYear(disclosureId: string): UnitYear | undefined;
  region(code: string): RegionEntry | undefined;
  subject(code: string): SubjectEntry | undefined;
  economicClass(code: string): EconomicClassEntry | undefined;
  document(slug: string): DocumentEntry | undefined;
  topic(slug: string): TopicEntry | undefined;
}
