import type { ExtractedDocument } from '../extract/extracted-document.ts';
import { ImportRefusal } from '../extract/refusal.ts';
import type { Correction } from '../schema/correction.ts';
import { type Disclosure, disclosureSchema, type Gap } from '../schema/disclosure.ts';
import type { Form } from '../schema/form.ts';
import type { KeyFact } from '../schema/key-fact.ts';
import type { Project } from '../schema/project.ts';
import type { SourceDocument } from '../schema/source.ts';
import type { Table } from '../schema/table.ts';
import type { TableSet } from '../schema/table-set.ts';
import { applyCorrections } from './apply-corrections.ts';
import { assembleTables, type Notice } from './assemble-tables.ts';
import { findTables, rowsOf } from './find-tables.ts';
import { containsPersonalData } from './personal-data.ts';
import { assembleProse } from './prose.ts';

/** What every stage knows about the document as a whole. */
export interface StageContext {
  readonly year: number;
  readonly unitName: string;
}

/** The stages after the tables, handed in so that each can be tested without the others. */
export interface AssembleStages {
  assembleForms(
    document: ExtractedDocument,
    context: StageContext,
  ): { readonly forms: Form[]; readonly dropped: Disclosure['dropped']; readonly gaps: Gap[] };
  linkProjects(input: {
    readonly tables: readonly Table[];
    readonly forms: readonly Form[];
    readonly previous: Disclosure | null;
  }): { readonly projects: Project[]; readonly gaps: Gap[] };
  assembleKeyFacts(
    document: ExtractedDocument,
    context: StageContext,
  ): { readonly keyFacts: KeyFact[]; readonly gaps: Gap[] };
}

/** Everything one record is made of. */
export interface AssembleInput {
  readonly document: ExtractedDocument;
  readonly tableSet: TableSet;
  readonly corrections: readonly Correction[];
  readonly source: SourceDocument;
  readonly unitId: string;
  readonly unitName: string;
  readonly regionCode: string;
  readonly year: number;
  /** The record that stands in the archive, whose project numbers are kept; null = none. */
  readonly previous: Disclosure | null;
  /** Whether the narrative sections are kept in the record; only for texts one may publish. */
  readonly withProse?: boolean;
}

/** A validated record with what the operator should look at. */
export interface AssembledDisclosure {
  readonly disclosure: Disclosure;
  readonly notices: Notice[];
}

/**
 * The record of a document: corrections laid over, then tables, forms, links and key facts. The
 * explanations of final accounts (决算) are not read: their sentences set an outcome beside a plan, which
 * the grammar of budgets would take one for the other.
 * @throws ImportRefusal when anything cannot be read without guessing, or the record breaks the schema.
 */
export function assembleDisclosure(
  input: AssembleInput,
  stages: AssembleStages,
): AssembledDisclosure {
  const { tableSet, unitName, year, previous } = input;
  const document = applyCorrections(input.document, input.corrections);
  const found = findTables(document, tableSet);
  const tables = assembleTables(tableSet, found, {
    unitName,
    doubled: document.doubled,
    keepsBlanks: keepsBlanks(document),
  });
  const context = { year, unitName };
  const { forms, dropped, gaps: formGaps } = stages.assembleForms(document, context);
  const links = stages.linkProjects({ tables: tables.tables, forms, previous });
  const facts =
    tableSet.kind === 'budget'
      ? stages.assembleKeyFacts(document, context)
      : { keyFacts: [], gaps: [] };
  const record: Disclosure = {
    schemaVersion: 1,
    id: `${input.unitId}-${year}-${tableSet.kind}`,
    unitId: input.unitId,
    unitName,
    regionCode: input.regionCode,
    year,
    kind: tableSet.kind,
    tableSet: tableSet.id,
    supervisingDepartment: supervisingDepartment(forms),
    source: input.source,
    tables: tables.tables,
    missingTables: tables.missingTables,
    projects: links.projects,
    forms,
    keyFacts: facts.keyFacts,
    corrections: [...input.corrections],
    gaps: [...tables.gaps, ...formGaps, ...links.gaps, ...facts.gaps],
    dropped,
    ...(input.withProse === true ? { prose: assembleProse(document) } : {}),
  };
  refusePersonalData(record);
  return { disclosure: validated(record), notices: tables.notices };
}

/** Whether two amounts with more than one blank between them stand anywhere in the document. */
const keepsBlanks = (document: ExtractedDocument): boolean =>
  rowsOf(document).some((row) => /\d\.\d+ {2,}\d+\.\d/u.test(row.text.normalize('NFKC')));

/** @throws ImportRefusal when any text of the record holds personal data. */
function refusePersonalData(record: Disclosure): void {
  const { source, ...rest } = record;
  for (const { path, text } of textsOf([rest, source.title], 'record')) {
    if (!containsPersonalData(text)) continue;
    throw new ImportRefusal({
      place: null,
      unexpected: `personal data in ${path}`,
      expected: 'names and numbers of persons to be dropped',
      todo: 'Add a correction that empties the text.',
    });
  }
}

function textsOf(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsOf(part, `${path}.${key}`));
}

/** The department more than half of the forms that name one agree on; null when they do not. */
function supervisingDepartment(forms: readonly Form[]): Disclosure['supervisingDepartment'] {
  const named = forms.flatMap((form) => form.supervisingDepartment ?? []);
  const times = (name: string): number => named.filter((one) => one.name === name).length;
  return named.find((one) => times(one.name) * 2 > named.length) ?? null;
}

function validated(record: Disclosure): Disclosure {
  const result = disclosureSchema.safeParse(record);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ImportRefusal({
    place: null,
    unexpected: `record that breaks the schema (${issues.slice(0, 5).join('; ')})`,
    expected: 'a record of src/schema/disclosure.ts',
    todo: 'Report the document: a reader has let something through.',
  });
}
