import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { recordFile } from '../../src/archive/record-file.ts';
import {
  type AssembledDisclosure,
  assembleDisclosure,
} from '../../src/assemble/assemble-disclosure.ts';
import { chooseTableSet } from '../../src/assemble/choose-table-set.ts';
import { findRegion, namedRegion } from '../../src/assemble/find-region.ts';
import { type Identity, readIdentity } from '../../src/assemble/read-identity.ts';
import { registerUnit } from '../../src/assemble/register-unit.ts';
import type { ExtractedDocument } from '../../src/extract/extracted-document.ts';
import { extractDocument } from '../../src/extract/index.ts';
import { ImportRefusal } from '../../src/extract/refusal.ts';
import { type Correction, correctionFileSchema } from '../../src/schema/correction.ts';
import { type Disclosure, disclosureSchema } from '../../src/schema/disclosure.ts';
import type { SourceDocument } from '../../src/schema/source.ts';
import { type Unit, unitIdSchema } from '../../src/schema/unit.ts';
import { assembleStages } from './import-stages.ts';
import { type ImportContext, type ImportEffects, validated } from './import-context.ts';
import { keepVersion } from './keep-version.ts';
import { recordText } from './record-text.ts';

/** What the operator says about a source; undefined = read it from the document. */
export interface ImportOptions {
  readonly unit?: string | undefined;
  readonly year?: number | undefined;
  readonly region?: string | undefined;
  readonly url?: string | undefined;
  readonly publisher?: string | undefined;
  readonly fetchedOn?: string | undefined;
  readonly replace: boolean;
  /** Why a published record is replaced, and on which day. */
  readonly reason?: string | undefined;
  readonly on?: string | undefined;
  /** Whether the narrative sections are kept in the record. */
  readonly withProse?: boolean | undefined;
}

/** One source as it will be written. */
export interface ImportedFile extends AssembledDisclosure {
  readonly source: string;
  readonly path: string;
  readonly text: string;
  readonly unit: Unit;
  readonly isNewUnit: boolean;
  /** new = first record of its id; unchanged = the record stands already; replaced = it changes. */
  readonly status: 'new' | 'unchanged' | 'replaced';
  /** Files that keep the former version of a published record. */
  readonly kept: readonly { readonly path: string; readonly text: string }[];
}

/**
 * The record of one source file, nothing written.
 * @throws ImportRefusal when the source cannot be read without guessing, or its id has another record.
 */
export async function importFile(
  path: string,
  options: ImportOptions,
  context: ImportContext,
  effects: ImportEffects,
): Promise<ImportedFile> {
  const bytes = await effects.readBytes(path);
  const document = await (effects.extract ?? extractDocument)(bytes);
  const { tableSet, found } = chooseTableSet(document, context.tableSets);
  const identity = readIdentity(document, found.regions, { year: options.year });
  const { unitName, year, unit, isNewUnit } = identifyUnit(identity, options, context);
  const head = { regionCode: unit.regionCode, unitId: unit.id, year, kind: tableSet.kind };
  const file = recordFile(head);
  const recordPath = `${context.content}/disclosures/${file}`;
  const before = await effects.readText(recordPath);
  const previous = before === null ? null : validated(disclosureSchema, before, recordPath);
  const assembled = assembleDisclosure(
    {
      ...head,
      document,
      tableSet,
      unitName,
      corrections: await readCorrections(`${context.content}/corrections/${file}`, effects),
      source: sourceOf({ path, bytes, document, identity, unitName, year }, options, previous),
      previous,
      withProse: options.withProse === true,
    },
    assembleStages,
  );
  const text = recordText(assembled.disclosure);
  const status = before === null ? 'new' : before === text ? 'unchanged' : 'replaced';
  if (status === 'replaced' && !options.replace)
    refuseReplacing(assembled.disclosure, previous, recordPath);
  const { content } = context;
  const { reason, on } = options;
  const kept =
    before === null || status !== 'replaced'
      ? []
      : await keepVersion({ content, file, before, reason, on }, (name) => effects.readText(name));
  return {
    ...assembled,
    notices: [...noticesOf(document), ...assembled.notices],
    source: path,
    path: recordPath,
    text,
    unit: withDepartment(unit, assembled.disclosure),
    isNewUnit,
    status,
    kept,
  };
}

/** What the reading of the source itself told. */
const noticesOf = (document: ExtractedDocument): ImportedFile['notices'] =>
  (document.notices ?? []).map(({ place, what }) => ({ place: place ?? '-', what }));

/** The unit with the supervising department its forms name, where the register has none. */
function withDepartment(unit: Unit, { supervisingDepartment, unitName }: Disclosure): Unit {
  const name = supervisingDepartment?.name ?? null;
  if (unit.supervisingDepartment !== null || name === unitName) return unit;
  return { ...unit, supervisingDepartment: name };
}

function identifyUnit(
  identity: Identity,
  options: ImportOptions,
  context: ImportContext,
): { unitName: string; year: number; unit: Unit; isNewUnit: boolean } {
  const asksId = options.unit !== undefined && unitIdSchema.safeParse(options.unit).success;
  const unitName = asksId ? identity.unitName : (options.unit ?? identity.unitName);
  const { year } = identity;
  if (unitName === null) refuseUnknown('unit name', '单位名称：… with a name', '--unit <name>');
  if (year === null) refuseUnknown('year', 'a table title with a year', '--year <year>');
  const found =
    options.region === undefined
      ? findRegion(unitName, context.regions, year)
      : namedRegion(options.region, unitName, context.regions, year);
  const id = asksId ? (options.unit ?? null) : null;
  const { unit, isNew } = registerUnit(context.units, { name: unitName, year, found, id });
  return { unitName, year, unit, isNewUnit: isNew };
}

function refuseUnknown(what: string, expected: string, option: string): never {
  throw new ImportRefusal({
    place: null,
    unexpected: `document without a ${what}`,
    expected,
    todo: `Import it with ${option}.`,
  });
}

async function readCorrections(path: string, effects: ImportEffects): Promise<Correction[]> {
  const text = await effects.readText(path);
  return text === null ? [] : validated(correctionFileSchema, text, path).corrections;
}

interface SourceInput {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly document: ExtractedDocument;
  readonly identity: Identity;
  readonly unitName: string;
  readonly year: number;
}

/** The source card; what is known of it from an earlier import of the same bytes is kept. */
function sourceOf(
  input: SourceInput,
  options: ImportOptions,
  previous: Disclosure | null,
): SourceDocument {
  const sha256 = createHash('sha256').update(input.bytes).digest('hex');
  const known = previous?.source.sha256 === sha256 ? previous.source : undefined;
  return {
    file: basename(input.path),
    title: input.unitName + (input.identity.title ?? `${input.year}年预算公开`),
    mediaType: input.document.mediaType,
    sha256,
    bytes: input.bytes.length,
    lines: input.document.lines,
    publisher: options.publisher ?? known?.publisher ?? null,
    url: options.url ?? known?.url ?? null,
    fetchedOn: options.fetchedOn ?? known?.fetchedOn ?? null,
    note: known?.note ?? null,
  };
}

function refuseReplacing(next: Disclosure, previous: Disclosure | null, path: string): never {
  const same = previous?.source.sha256 === next.source.sha256;
  throw new ImportRefusal({
    place: null,
    unexpected: `other record of ${next.id} in ${path}, read from ${same ? 'the same source' : 'another source'}`,
    expected: 'no record of that id, or the same',
    todo: 'Import with --replace to replace it, or correct --unit and --year.',
  });
}
