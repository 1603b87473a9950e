import { citedDocumentSlug, citedNumber } from '../archive/cited-document-slug.ts';
import {
  correctionAnchor,
  documentPath,
  findingAnchor,
  indicatorAnchor,
  projectId,
  projectPath,
  disclosurePath,
} from '../format/url.ts';
import type { CitedDocument } from '../schema/cited-document.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { Finding } from '../schema/finding.ts';
import type { Form } from '../schema/form.ts';
import type { Project } from '../schema/project.ts';
import type {
  CorrectionRow,
  DocumentRow,
  FindingRow,
  IndicatorRow,
  LineRow,
  ProjectRow,
} from '../schema/record-rows.ts';
import { formatFenPlain } from '../money/fen.ts';
import type { MoneyColumn } from '../schema/table-set.ts';

/** 分 as exact decimal text in 元; null stays null. */
export function yuanText(fen: number | null | undefined): string | null {
  return fen === null || fen === undefined ? null : formatFenPlain(fen, '元');
}

const orNull = (text: string): string | null => (text === '' ? null : text);

/** Rows of lines.csv: every money cell that prints an amount, in document and column order. */
export function lineRows(disclosure: Disclosure): LineRow[] {
  return disclosure.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      row.cells.map((cell) => ({
        disclosure_id: disclosure.id,
        table_id: table.id,
        row: row.row,
        code: row.code,
        name: orNull(row.name),
        name2: row.name2,
        column: cell.column,
        printed: orNull(cell.printed),
        amount_yuan: yuanText(cell.fen),
        source_place: cell.place,
      })),
    ),
  );
}

/** A project with the form it is linked to. */
function projectForms(disclosure: Disclosure): { project: Project; form: Form | undefined }[] {
  const forms = new Map(disclosure.forms.map((form) => [form.n, form]));
  return disclosure.projects.map((project) => ({ project, form: forms.get(project.form ?? 0) }));
}

/** Rows of projects.csv, in the order of the record. */
export function projectRows(disclosure: Disclosure): ProjectRow[] {
  const tables = new Map(disclosure.tables.map((table) => [table.id, table]));
  return projectForms(disclosure).map(({ project, form }) => {
    const row = tables.get(project.tableId ?? '')?.rows.find(({ row }) => row === project.row);
    const amount = (column: MoneyColumn): string | null =>
      yuanText(row?.cells.find((cell) => cell.column === column)?.fen);
    return {
      disclosure_id: disclosure.id,
      project_id: projectId(disclosure.id, project.n),
      name: project.name,
      form_name: project.formName,
      phase: project.phase,
      subject_code: project.subjectCode,
      total_yuan: amount('total'),
      general_yuan: amount('general'),
      fund_yuan: amount('fund'),
      state_capital_yuan: amount('state_capital'),
      special_account_yuan: amount('special_account'),
      unit_funds_yuan: amount('unit_funds'),
      form_whole_yuan: yuanText(form?.whole?.total?.fen),
      form_year_yuan: yuanText(form?.yearMoney?.total?.fen),
      form_central_yuan: yuanText(form?.yearMoney?.central?.fen),
      form_provincial_yuan: yuanText(form?.yearMoney?.provincial?.fen),
      form_local_yuan: yuanText(form?.yearMoney?.local?.fen),
      attribute: form?.attribute ?? null,
      duration: form?.duration ?? null,
      documents: orNull([...new Set((form?.documents ?? []).map(documentLabel))].join('；')),
      url: projectPath(disclosure, project.n, project.slug),
    };
  });
}

const documentLabel = (document: CitedDocument): string =>
  citedNumber(document) ?? `《${document.title ?? ''}》`;

/** Rows of indicators.csv: by project, in the order of its form; whole and year are rows of their own. */
export function indicatorRows(disclosure: Disclosure): IndicatorRow[] {
  return projectForms(disclosure).flatMap(({ project, form }) =>
    (form?.indicators ?? []).map((indicator, i) => ({
      disclosure_id: disclosure.id,
      project_id: projectId(disclosure.id, project.n),
      project_name: project.name,
      span: indicator.span,
      level1: indicator.level1,
      level2: indicator.level2,
      name: indicator.name,
      printed: indicator.printed,
      comparator: indicator.comparator,
      number: indicator.number,
      unit: indicator.unit,
      weight: indicator.weight,
      actual: indicator.actual,
      score: indicator.score,
      url: disclosurePath(disclosure, indicatorAnchor(project.n, i + 1)),
    })),
  );
}

/** Rows of findings.csv for the findings of a disclosure, in the order of the checks. */
export function findingRows(disclosure: Disclosure, findings: readonly Finding[]): FindingRow[] {
  return findings.map((finding, i) => ({
    disclosure_id: disclosure.id,
    check_id: finding.checkId,
    result: finding.result,
    table_id: finding.tableId,
    place: finding.place,
    left_label: orNull(finding.leftLabel),
    left_yuan: yuanText(finding.leftFen),
    right_label: orNull(finding.rightLabel),
    right_yuan: yuanText(finding.rightFen),
    difference_yuan: yuanText(finding.differenceFen),
    message: finding.message,
    url: disclosurePath(disclosure, findingAnchor(i + 1)),
  }));
}

/** Rows of corrections.csv, in the order of the record. */
export function correctionRows(disclosure: Disclosure): CorrectionRow[] {
  return disclosure.corrections.map((correction) => ({
    disclosure_id: disclosure.id,
    correction_id: correction.id,
    scope: correction.scope,
    source_place: correction.place,
    table_id: correction.tableId,
    printed: orNull(correction.printed),
    replacement: orNull(correction.replacement),
    reason: correction.reason,
    kind: correction.kind,
    evidence: correction.evidence,
    corrected_on: correction.on,
    url: disclosurePath(disclosure, correctionAnchor(correction.id)),
  }));
}

/** Rows of documents.csv: the citations of each project, in the order of its form. */
export function documentRows(disclosure: Disclosure): DocumentRow[] {
  return projectForms(disclosure).flatMap(({ project, form }) =>
    (form?.documents ?? []).map((document) => {
      const number = citedNumber(document);
      const slug = citedDocumentSlug({ number, title: document.title });
      return {
        document_id: slug,
        number,
        number_printed: document.number,
        title: document.title,
        disclosure_id: disclosure.id,
        project_id: projectId(disclosure.id, project.n),
        form: form?.n ?? null,
        field: document.field,
        source_place: document.place,
        url: documentPath(slug),
      };
    }),
  );
}
