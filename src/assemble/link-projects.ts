import { linkRowsAndForms } from './project-links.ts';
import type { ProjectLink } from './project-links.ts';
import { projectNameKeys } from './project-names.ts';
import { projectSlug } from './project-slug.ts';
import { formatFenPlain } from '../money/fen.ts';
import type { Gap } from '../schema/disclosure.ts';
import type { Form } from '../schema/form.ts';
import type { Project } from '../schema/project.ts';
import type { Row, Table } from '../schema/table.ts';

/** Project rows and forms of a document, and the projects its record had before; null = no record yet. */
export interface LinkProjectsInput {
  readonly tables: readonly Table[];
  readonly forms: readonly Form[];
  readonly previous: { readonly projects: readonly Project[] } | null;
}

/** The projects of a document and what could not be linked. */
export interface LinkedProjects {
  /** Rows of 表12, then of 表13, then forms without a row. */
  readonly projects: Project[];
  readonly gaps: Gap[];
}

interface ProjectRow {
  readonly tableId: string;
  readonly phase: 'current' | 'carryover';
  readonly row: Row;
  readonly fen: number | null;
}

type Draft = Omit<Project, 'n' | 'slug'>;

/** Name of a project whose only trace is a form with its name lost. */
export const lostProjectName = '（项目名称缺失）';

const phases = { 'projects-current': 'current', 'projects-carryover': 'carryover' } as const;

function projectRows(tables: readonly Table[]): ProjectRow[] {
  return (['projects-current', 'projects-carryover'] as const).flatMap((tableId) =>
    tables
      .filter((table) => table.id === tableId)
      .flatMap((table) => table.rows)
      .filter((row) => row.kind === 'line')
      .map((row) => ({
        tableId,
        phase: phases[tableId],
        row,
        fen: row.cells.find((cell) => cell.column === 'total')?.fen ?? null,
      })),
  );
}

/** The amount of a form that its row should print: of the year, else of the only span it has, in 分. */
export function formYearFen(form: Form): number | null {
  if (form.yearMoney !== null) return form.yearMoney.total?.fen ?? null;
  if (form.whole !== null) return form.whole.total?.fen ?? null;
  return form.selfEvaluation?.[0]?.initialBudget?.fen ?? null;
}

function draftsOf(
  rows: readonly ProjectRow[],
  forms: readonly Form[],
  links: readonly ProjectLink[],
): Draft[] {
  const fromRows = rows.map(({ tableId, phase, row }, i): Draft => {
    const link = links.find((one) => one.row === i);
    const form = link === undefined ? undefined : forms[link.form];
    return {
      name: row.name,
      formName: form?.name ?? null,
      phase,
      tableId,
      row: row.row,
      form: form?.n ?? null,
      link: link?.why ?? null,
      subjectCode: null,
    };
  });
  const linked = new Set(links.map((link) => link.form));
  const fromForms = forms.flatMap((form, i): Draft[] =>
    linked.has(i)
      ? []
      : [
          {
            name: form.name ?? lostProjectName,
            formName: form.name,
            phase: null,
            tableId: null,
            row: null,
            form: form.n,
            link: null,
            subjectCode: null,
          },
        ],
  );
  return [...fromRows, ...fromForms];
}

const identity = (project: Pick<Project, 'name' | 'phase'>): string =>
  `${project.phase}|${project.name}`;

/** The projects with the numbers and slugs they had before, new ones numbered on. */
function numbered(drafts: readonly Draft[], previous: readonly Project[]): Project[] {
  const before = new Map<string, Project[]>();
  for (const project of previous) {
    before.set(identity(project), [...(before.get(identity(project)) ?? []), project]);
  }
  let last = Math.max(0, ...previous.map((project) => project.n));
  return drafts.map((draft) => {
    const known = before.get(identity(draft))?.shift();
    if (known !== undefined) return { n: known.n, slug: known.slug, ...draft };
    last += 1;
    return { n: last, slug: projectSlug(draft.name), ...draft };
  });
}

/** Open rows of one table that differ only in their remark in brackets and together make up the form's amount. */
function groupOf(form: Form, rows: readonly ProjectRow[]): readonly ProjectRow[] | undefined {
  const fen = formYearFen(form);
  if (fen === null) return undefined;
  const groups = new Map<string, ProjectRow[]>();
  for (const row of rows) {
    const key = `${row.phase}|${projectNameKeys(row.row.name).stem}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].find((group) => {
    const known = group.flatMap((row) => row.fen ?? []);
    return (
      group.length > 1 && known.length === group.length && known.reduce((a, b) => a + b) === fen
    );
  });
}

function openFormGap(
  project: Project,
  form: Form,
  openRows: readonly ProjectRow[],
  hasRows: boolean,
): Gap[] {
  const gap = (what: string): Gap => ({
    place: form.place,
    what,
    kind: 'not-understood',
    tableId: null,
    projectN: project.n,
  });
  const group = groupOf(form, openRows);
  if (group !== undefined) {
    const table = group[0]?.phase === 'current' ? '本年预算' : '上年结转';
    const total = formatFenPlain(formYearFen(form) ?? 0, '万元', 2);
    return [
      gap(
        `该表资金${total}万元，等于项目支出预算表（${table}）中${group.length}个同类项目之和；未与其中单个项目对应`,
      ),
    ];
  }
  return hasRows ? [gap('项目支出预算表中没有可对应的项目')] : [];
}

const longestGap = 300;

/** What a form has lost, as few gaps as their length allows. */
function lossGaps(project: Project, form: Form): Gap[] {
  const texts: string[] = [];
  for (const loss of form.lost) {
    const joined = `${texts.at(-1) ?? ''}；${loss}`;
    if (texts.length > 0 && joined.length <= longestGap) texts[texts.length - 1] = joined;
    else texts.push(loss);
  }
  const { place } = form;
  return texts.map((what) => ({ place, what, kind: 'lost', tableId: null, projectN: project.n }));
}

/**
 * One project per row of 表12 and 表13 and per form without a row. Rows and forms are linked by same
 * name, similar name or same amount, and only where one link is possible; both names are kept.
 * Numbers and slugs of `previous` stay with their projects (same name, phase and occurrence).
 * The gaps say which forms found no row and what each form has lost.
 */
export function linkProjects({ tables, forms, previous }: LinkProjectsInput): LinkedProjects {
  const rows = projectRows(tables);
  const links = linkRowsAndForms(
    rows.map(({ row, fen }) => ({ name: row.name, fen })),
    forms.map((form) => ({ name: form.name, fen: formYearFen(form) })),
  );
  const projects = numbered(draftsOf(rows, forms, links), previous?.projects ?? []);
  const openRows = rows.filter((_, i) => links.every((link) => link.row !== i));
  const gaps = projects.flatMap((project): Gap[] => {
    const form = forms.find((one) => one.n === project.form);
    if (form === undefined) return [];
    const losses = lossGaps(project, form);
    const open = project.row === null ? openFormGap(project, form, openRows, rows.length > 0) : [];
    return [...open, ...losses];
  });
  return { projects, gaps };
}
