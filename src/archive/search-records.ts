import {
  fundSources,
  type DirectoryEntry,
  type EntityRecord,
  type SearchRecord,
  type UnitYearRecord,
} from '../format/search-record.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { Form } from '../schema/form.ts';
import type { Indicator } from '../schema/indicator.ts';
import type { Project } from '../schema/project.ts';
import type { Row, Table } from '../schema/table.ts';
import type { ArchiveModel, UnitYear, UnitYearSummary } from './model.ts';

/** What the results say of a unit-year; `includedIn` is the department whose budget includes its unit. */
export function describeUnitYear(
  { unitId, unitName, regionCode, year, kind }: UnitYearSummary,
  includedIn: string,
): DirectoryEntry {
  return { unitId, unitName, regionCode, year, kind, includedIn };
}

/** The unit-years of an archive, in its order. */
export function listDirectory(archive: ArchiveModel): DirectoryEntry[] {
  return archive.unitYears.map((unitYear) =>
    describeUnitYear(unitYear, archive.unit(unitYear.unitId)?.unit.includedIn ?? ''),
  );
}

/**
 * Everything the search finds, unit-year by unit-year, then units, subjects and documents. Each
 * record is read when its turn comes and let go after.
 */
export function* collectSearchRecords(
  archive: ArchiveModel,
  readRecord: (unitYear: UnitYear) => Disclosure,
): Generator<SearchRecord> {
  for (const [index, unitYear] of archive.unitYears.entries()) {
    yield* recordsOfDisclosure(readRecord(unitYear), index);
  }
  yield* entityRecords(archive);
}

/** The units, subjects and documents of an archive: what stands above unit-years. */
export function* entityRecords(archive: ArchiveModel): Generator<EntityRecord> {
  yield* unitRecords(archive);
  yield* subjectRecords(archive);
  yield* documentRecords(archive);
}

/** Projects, indicators and rows of one disclosure. A row that is a project is found as that project. */
export function* recordsOfDisclosure(
  disclosure: Disclosure,
  unitYear: number,
): Generator<UnitYearRecord> {
  const tables = new Map(disclosure.tables.map((table) => [table.id, table]));
  const forms = new Map(disclosure.forms.map((form) => [form.n, form]));
  const projectRows = new Set<string>();
  for (const project of disclosure.projects) {
    const row = rowOf(project, tables);
    if (row !== undefined) projectRows.add(`${project.tableId} ${row.row}`);
    const record = projectRecord(project, row, unitYear);
    yield record;
    const form = project.form === null ? undefined : forms.get(project.form);
    if (form !== undefined) yield* indicatorRecords(record, form);
  }
  for (const table of disclosure.tables) {
    for (const row of table.rows) {
      if (row.cells.length === 0 || projectRows.has(`${table.id} ${row.row}`)) continue;
      if (row.name !== '' || row.name2 !== null) yield lineRecord(table, row, unitYear);
    }
  }
  yield* textRecords(disclosure, unitYear);
}

/** Paragraphs of the narrative sections an archivist kept; none where none are kept. */
function* textRecords({ prose = [] }: Disclosure, unitYear: number): Generator<UnitYearRecord> {
  for (const [section, { heading, markdown }] of prose.entries()) {
    const paragraphs = markdown.split('\n\n').map((text) => text.replace(/\\(.)/gu, '$1'));
    for (const [i, text] of [heading, ...paragraphs].entries()) {
      yield {
        kind: 'text',
        fields: [text],
        unitYear,
        n: section + 1,
        indicator: i + 1,
        slug: '',
        phase: 'none',
        subject: '',
        funds: 0,
        tableId: '',
        column: '',
        amountFen: null,
        project: '',
        levels: '',
      };
    }
  }
}

function rowOf(project: Project, tables: ReadonlyMap<string, Table>): Row | undefined {
  if (project.tableId === null || project.row === null) return undefined;
  return tables.get(project.tableId)?.rows.find(({ row }) => row === project.row);
}

function projectRecord(project: Project, row: Row | undefined, unitYear: number): UnitYearRecord {
  const { formName } = project;
  const total = row?.cells.find(({ column }) => column === 'total');
  return {
    kind: 'project',
    fields:
      formName === null || formName === project.name ? [project.name] : [project.name, formName],
    unitYear,
    n: project.n,
    indicator: 0,
    slug: project.slug,
    phase: project.phase ?? 'none',
    subject: project.subjectCode ?? '',
    funds: fundsOf(row),
    tableId: project.tableId ?? '',
    column: total === undefined ? '' : 'total',
    amountFen: total?.fen ?? null,
    project: '',
    levels: '',
  };
}

/** One record for each indicator of the form: whole period and year of one name and level are one. */
function* indicatorRecords(project: UnitYearRecord, form: Form): Generator<UnitYearRecord> {
  const merged = new Map<string, { first: Indicator; indicator: number; values: Set<string> }>();
  form.indicators.forEach((indicator, i) => {
    const { level1, level2, name, printed } = indicator;
    const key = JSON.stringify(name === null ? [level1, level2, i] : [level1, level2, name]);
    const entry = merged.get(key) ?? { first: indicator, indicator: i + 1, values: new Set() };
    merged.set(key, entry);
    if (printed !== null) entry.values.add(printed);
  });
  for (const { first, indicator, values } of merged.values()) {
    const fields = [...(first.name === null ? [] : [first.name]), ...values];
    if (fields.length === 0) continue;
    yield {
      ...project,
      kind: 'indicator',
      fields,
      indicator,
      slug: '',
      project: project.fields[0] ?? '',
      levels: [first.level1, first.level2].filter((level) => level !== null).join(' › '),
    };
  }
}

function lineRecord(table: Table, row: Row, unitYear: number): UnitYearRecord {
  const amount = row.cells.find(({ column }) => column === 'total') ?? row.cells[0];
  const subject = row.side !== 'revenue' && isSubjectTable(table) ? (row.code ?? '') : '';
  return {
    kind: 'line',
    fields: [row.name, row.name2 ?? ''].filter(
      (name, i, names) => name !== '' && names.indexOf(name) === i,
    ),
    unitYear,
    n: row.row,
    indicator: 0,
    slug: '',
    phase: 'none',
    subject,
    funds: fundsOf(row),
    tableId: table.id,
    column: amount?.column ?? '',
    amountFen: amount?.fen ?? null,
    project: '',
    levels: '',
  };
}

/** Tables by economic class print codes that are not functional subjects. */
const isSubjectTable = ({ id }: Table): boolean => !id.includes('economic-class');

/** Bits of the sources of money a row prints more or less than zero of. */
function fundsOf(row: Row | undefined): number {
  return fundSources.reduce((bits, source, bit) => {
    const has = row?.cells.some(({ column, fen }) => column === source && fen !== 0) === true;
    return has ? bits | (1 << bit) : bits;
  }, 0);
}

function* unitRecords({ units }: ArchiveModel): Generator<EntityRecord> {
  for (const { unit, unitYears } of units) {
    if (unitYears.length === 0) continue;
    const names = [unit.name, ...unit.names.map(({ name }) => name)];
    yield {
      kind: 'unit',
      fields: [...new Set([...names, ...unitYears.map(({ unitName }) => unitName)])],
      id: unit.id,
      regions: [unit.regionCode],
      years: [...new Set(unitYears.map(({ year }) => year))],
      count: unitYears.length,
    };
  }
}

function* subjectRecords({ subjects }: ArchiveModel): Generator<EntityRecord> {
  for (const { subject, rows } of subjects) {
    const names = [subject.name, ...subject.names.map(({ name }) => name)];
    yield {
      kind: 'subject',
      fields: [...new Set([subject.name, subject.code, ...names])],
      id: subject.code,
      regions: [],
      years: [],
      count: new Set(rows.map(({ unitYear }) => unitYear.disclosureId)).size,
    };
  }
}

function* documentRecords({ documents }: ArchiveModel): Generator<EntityRecord> {
  for (const { slug, number, titles, citations } of documents) {
    const [first, ...others] = titles;
    yield {
      kind: 'document',
      fields: [first, number, ...others].filter((text) => text !== null && text !== undefined),
      id: slug,
      regions: [...new Set(citations.map(({ unitYear }) => unitYear.regionCode))].sort(),
      years: [...new Set(citations.map(({ unitYear }) => unitYear.year))].sort((a, b) => a - b),
      count: citations.length,
    };
  }
}
