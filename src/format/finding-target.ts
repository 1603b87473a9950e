import type { Disclosure } from '../schema/disclosure.ts';
import type { Finding } from '../schema/finding.ts';
import type { Form, FormMoney } from '../schema/form.ts';
import type { Project } from '../schema/project.ts';
import {
  cellAnchor,
  formMoneyAnchor,
  indicatorAnchor,
  keyFactAnchor,
  projectAnchor,
  rowAnchor,
  tableAnchor,
} from './url.ts';

/**
 * The anchor on the unit-year page of what a finding points at, the nearest there is: a cell, row or
 * table; an amount or indicator of a form, or its project; a number of the explanations. null = the
 * finding points at nothing that the page shows.
 */
export function findingTarget(finding: Finding, disclosure: Disclosure): string | null {
  return (
    tableTarget(finding, disclosure) ??
    projectTarget(finding, disclosure) ??
    keyFactTarget(finding, disclosure)
  );
}

function tableTarget({ tableId, row, column }: Finding, { tables }: Disclosure): string | null {
  const table = tables.find(({ id }) => id === tableId);
  if (table === undefined) return null;
  const line = table.rows.find((one) => one.row === row);
  if (line === undefined) return tableAnchor(table.id);
  const cell = line.cells.find((one) => one.column === column);
  return cell === undefined
    ? rowAnchor(table.id, line.row)
    : cellAnchor(table.id, line.row, cell.column);
}

function projectTarget(finding: Finding, { projects, forms }: Disclosure): string | null {
  const project = projects.find(({ n }) => n === finding.projectN);
  if (project === undefined) return null;
  const form = forms.find(({ n }) => n === project.form);
  return formTarget(finding, project, form) ?? projectAnchor(project.n, project.slug);
}

function formTarget({ place }: Finding, { n }: Project, form: Form | undefined): string | null {
  if (form === undefined || place === null) return null;
  const spans = { whole: form.whole, year: form.yearMoney } as const;
  for (const [span, money] of Object.entries(spans)) {
    const source = money === null ? undefined : sourceAt(money, place);
    if (source !== undefined) return formMoneyAnchor(n, span as keyof typeof spans, source);
  }
  const i = form.indicators.findIndex((indicator) => indicator.place === place);
  return i < 0 ? null : indicatorAnchor(n, i + 1);
}

const sourceAt = (money: FormMoney, place: string): string | undefined =>
  Object.entries(money).find(([, amount]) => amount?.place === place)?.[0];

/** One line states many numbers: the one of the finding's amount, else the first of the line. */
function keyFactTarget({ place, leftFen }: Finding, { keyFacts }: Disclosure): string | null {
  const here = place === null ? [] : keyFacts.filter((fact) => fact.place === place);
  const fact = here.find(({ fen }) => fen !== null && fen === leftFen) ?? here[0];
  return fact === undefined ? null : keyFactAnchor(fact.n);
}
