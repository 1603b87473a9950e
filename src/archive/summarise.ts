import type { Disclosure } from '../schema/disclosure.ts';
import type { Finding } from '../schema/finding.ts';
import type { MoneyColumn } from '../schema/table-set.ts';
import type { Row, Table } from '../schema/table.ts';
import { citedDocumentSlug, citedNumber } from './cited-document-slug.ts';
import type { FindEconomicClass } from './find-economic-class.ts';
import { comparableName } from './find-economic-class.ts';
import { matchTopics } from './match-topics.ts';
import { compareText } from './order.ts';
import { outcomeTotals } from './outcome-totals.ts';
import { summariseFindings } from './summarise-findings.ts';
import type {
  Citation,
  EconomicAmounts,
  ProjectSummary,
  SubjectAmounts,
  SubjectName,
  UnitYearSummary,
  UnitYearTotals,
} from './model.ts';
import { projectId } from '../format/url.ts';
import { outcomeSubjectTables, tableOfKind } from '../schema/outcome-tables.ts';
import type { Topic } from '../schema/topic.ts';

/** What a summary needs besides the record. */
export interface SummaryContext {
  /** Path of the record below content/disclosures/. */
  readonly file: string;
  /** SHA-256 of the record file. */
  readonly recordSha256: string;
  readonly findings: readonly Finding[];
  readonly findEconomicClass: FindEconomicClass;
  /** Topics to look for; left out = none. */
  readonly topics?: readonly Pick<Topic, 'slug' | 'query'>[];
}

/** Tables whose codes are functional subjects (功能科目); the revenue side of a table never is. */
const subjectTables: ReadonlySet<string> = new Set([
  'revenue-by-subject',
  'expenditure-by-subject',
  'general-budget-expenditure',
  'fund-budget-expenditure',
  'state-capital-budget',
  ...outcomeSubjectTables,
]);

/** The light summary of one disclosure. Pure; amounts in 分, null = the document prints nothing. */
export function summarise(disclosure: Disclosure, context: SummaryContext): UnitYearSummary {
  const tables = new Map(disclosure.tables.map((table) => [table.id, table]));
  return {
    disclosureId: disclosure.id,
    unitId: disclosure.unitId,
    unitName: disclosure.unitName,
    regionCode: disclosure.regionCode,
    year: disclosure.year,
    kind: disclosure.kind,
    tableSet: disclosure.tableSet,
    supervisingDepartment: disclosure.supervisingDepartment?.name ?? null,
    file: context.file,
    recordSha256: context.recordSha256,
    source: {
      file: disclosure.source.file,
      sha256: disclosure.source.sha256,
      original: disclosure.source.original ?? null,
    },
    changedOn: changedOn(disclosure),
    totals: disclosure.kind === 'budget' ? summariseTotals(tables) : outcomeTotals(tables),
    tables: disclosure.tables.map(({ id, status }) => ({ id, status })),
    missingTables: disclosure.missingTables,
    forms: disclosure.forms.length,
    indicators: disclosure.forms.reduce((count, form) => count + form.indicators.length, 0),
    corrections: disclosure.corrections.length,
    gaps: disclosure.gaps.length,
    ...summariseFindings(context.findings, disclosure),
    subjects: summariseSubjects(tables.get(tableOfKind('expenditure-by-subject', disclosure.kind))),
    subjectNames: summariseSubjectNames(disclosure.tables),
    economicClasses: summariseEconomicClasses(
      tables.get(tableOfKind('general-budget-basic-by-economic-class', disclosure.kind)),
      context.findEconomicClass,
    ),
    projects: summariseProjects(disclosure, tables),
    citations: summariseCitations(disclosure),
    topics: matchTopics(disclosure, context.topics ?? []),
  };
}

function changedOn({ source, corrections }: Disclosure): string | null {
  const days = corrections.map(({ on }) => on);
  if (source.fetchedOn !== null) days.push(source.fetchedOn);
  return days.sort(compareText).at(-1) ?? null;
}

/** The amount of a row in a column in 分; null = the cell prints nothing. */
export function cellFen(row: Row | undefined, column: MoneyColumn): number | null {
  return row?.cells.find((cell) => cell.column === column)?.fen ?? null;
}

function summariseTotals(tables: ReadonlyMap<string, Table>): UnitYearTotals {
  const summary = tables.get('revenue-expenditure-summary');
  const side = (name: RegExp, of: Row['side']): Row | undefined =>
    summary?.rows.find((row) => row.side === of && name.test(comparableName(row.name)));
  const totalRow = (id: string): Row | undefined =>
    tables.get(id)?.rows.find((row) => row.kind === 'total');
  return {
    revenueFen: cellFen(side(/总计$/u, 'revenue'), 'revenue'),
    expenditureFen: cellFen(side(/总计$/u, 'expenditure'), 'total'),
    basicFen: cellFen(totalRow('expenditure-by-subject'), 'basic'),
    projectFen: cellFen(totalRow('expenditure-by-subject'), 'project'),
    carryoverFen: cellFen(side(/上年结转/u, 'revenue'), 'revenue'),
    threePublicFen: cellFen(totalRow('three-public-expenses'), 'total'),
    agencyOperatingFen: cellFen(totalRow('agency-operating-expenses'), 'total'),
  };
}

function summariseSubjects(table: Table | undefined): SubjectAmounts[] {
  return (table?.rows ?? []).flatMap((row) =>
    row.code === null || row.kind === 'total'
      ? []
      : [
          {
            code: row.code,
            name: row.name,
            totalFen: cellFen(row, 'total'),
            basicFen: cellFen(row, 'basic'),
            projectFen: cellFen(row, 'project'),
          },
        ],
  );
}

function summariseSubjectNames(tables: readonly Table[]): SubjectName[] {
  const found = new Map<string, SubjectName>();
  for (const table of tables) {
    if (!subjectTables.has(table.id)) continue;
    for (const { code, name, side } of table.rows) {
      if (code === null || name === '' || side === 'revenue') continue;
      found.set(`${code} ${name}`, { code, name });
    }
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, subject]) => subject);
}

function summariseEconomicClasses(
  table: Table | undefined,
  findEconomicClass: FindEconomicClass,
): EconomicAmounts[] {
  let group: string | null = null;
  return (table?.rows ?? [])
    .filter((row) => row.kind === 'group' || row.kind === 'line')
    .map((row) => {
      const code = findEconomicClass(row, group)?.code ?? null;
      if (row.kind === 'group') group = code?.slice(0, 3) ?? null;
      return {
        code,
        name: row.name,
        name2: row.name2,
        row: row.row,
        totalFen: cellFen(row, 'total'),
        personnelFen: cellFen(row, 'personnel'),
        publicFen: cellFen(row, 'public'),
      };
    });
}

function summariseProjects(
  disclosure: Disclosure,
  tables: ReadonlyMap<string, Table>,
): ProjectSummary[] {
  const forms = new Map(disclosure.forms.map((form) => [form.n, form]));
  return disclosure.projects.map((project) => {
    const row = tables.get(project.tableId ?? '')?.rows.find(({ row }) => row === project.row);
    const form = forms.get(project.form ?? 0);
    return {
      id: projectId(disclosure.id, project.n),
      n: project.n,
      slug: project.slug,
      name: project.name,
      formName: project.formName,
      phase: project.phase,
      subjectCode: project.subjectCode,
      totalFen: cellFen(row, 'total'),
      fundFens: {
        general: cellFen(row, 'general'),
        fund: cellFen(row, 'fund'),
        state_capital: cellFen(row, 'state_capital'),
        special_account: cellFen(row, 'special_account'),
        unit_funds: cellFen(row, 'unit_funds'),
      },
      formFens: {
        whole: form?.whole?.total?.fen ?? null,
        year: form?.yearMoney?.total?.fen ?? null,
        central: form?.yearMoney?.central?.fen ?? null,
        provincial: form?.yearMoney?.provincial?.fen ?? null,
        local: form?.yearMoney?.local?.fen ?? null,
      },
      attribute: form?.attribute ?? null,
      indicators: form?.indicators.length ?? 0,
    };
  });
}

function summariseCitations(disclosure: Disclosure): Citation[] {
  const citations = new Map<string, Citation>();
  for (const project of disclosure.projects) {
    const form = disclosure.forms.find(({ n }) => n === project.form);
    for (const document of form?.documents ?? []) {
      const number = citedNumber(document);
      const slug = citedDocumentSlug({ number, title: document.title });
      const key = `${slug} ${document.title ?? ''} ${project.n}`;
      citations.set(key, { slug, number, title: document.title, projectN: project.n });
    }
  }
  return [...citations.values()];
}
