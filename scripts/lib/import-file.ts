import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { isInRoot } from '../../src/archive/region-root.ts';
import { disclosuresFolder, recordFile } from '../../src/archive/record-file.ts';
import {
  type AssembledDisclosure,
  assembleDisclosure,
} from '../../src/assemble/assemble-disclosure.ts';
import { chooseTableSet } from '../../src/assemble/choose-table-set.ts';
import { findRegion, namedRegion } from '../../src/assemble/find-region.ts';
import { type Identity, readIdentity } from '../../src/assemble/read-identity.ts';
import { type KnownUnit, registerUnit } from '../../src/assemble/register-unit.ts';
import type { ExtractedDocument } from '../../src/extract/extracted-document.ts';
import { extractDocument } from '../../src/extract/index.ts';
import { ImportRefusal, type MissingPart } from '../../src/extract/refusal.ts';
import { type Correction, correctionFileSchema } from '../../src/schema/correction.ts';
import { type Disclosure, disclosureSchema } from '../../src/schema/disclosure.ts';
import type { SourceDocument } from '../../src/schema/source.ts';
import { type Unit, unitIdSchema } from '../../src/schema/unit.ts';
import { assembleStages } from './import-stages.ts';
import { type ImportContext, type ImportEffects, validated } from './import-context.ts';
import { draftsFolder } from './drafts-folder.ts';
import { withOriginal } from './keep-original.ts';
import { recordText } from './record-text.ts';

/** What the operator says about a source; undefined = read it from the document. */
export interface ImportOptions {
  readonly unit?: string | undefined;
  readonly year?: number | undefined;
  readonly kind?: Disclosure['kind'] | undefined;
  readonly region?: string | undefined;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly publisher?: string | undefined;
  readonly fetchedOn?: string | undefined;
  readonly replace: boolean;
  /** Why a published record is replaced, and on which day. */
  readonly reason?: string | undefined;
  readonly on?: string | undefined;
  /** Whether the narrative sections are kept in the record. */
  readonly withProse?: boolean | undefined;
  /** Whether the record waits below content/drafts/ until it is accepted. */
  readonly draft?: boolean | undefined;
  /** Whether the source itself is kept; checked = a person has looked for personal data in it. */
  readonly original?: 'keep' | 'checked' | undefined;
}

/** One source read and assembled, not yet held against the register and the other sources. */
export interface ReadFile extends AssembledDisclosure {
  readonly source: string;
  readonly path: string;
  readonly text: string;
  /** Text of the record that stands at `path`; null = there is none. */
  readonly before: string | null;
  readonly known: KnownUnit;
}

/**
 * The record of one source file, nothing written. It depends on the source, the options and the
 * register as it stands, so that several files can be read at once.
 * @throws ImportRefusal when the source cannot be read without guessing.
 */
export async function readImportFile(
  path: string,
  options: ImportOptions,
  context: ImportContext,
  effects: Pick<ImportEffects, 'readBytes' | 'readText' | 'extract'>,
): Promise<ReadFile> {
  const bytes = await effects.readBytes(path);
  return readImportBytes({ path, bytes }, options, context, effects);
}

/**
 * As {@link readImportFile}, for a source whose bytes are there already.
 * @throws ImportRefusal when the source cannot be read without guessing.
 */
export async function readImportBytes(
  { path, bytes }: { readonly path: string; readonly bytes: Uint8Array },
  options: ImportOptions,
  context: ImportContext,
  effects: Pick<ImportEffects, 'readText' | 'extract'>,
): Promise<ReadFile> {
  const document = await (effects.extract ?? extractDocument)(bytes);
  const { tableSet, found } = chooseTableSet(document, context.tableSets, options.kind);
  const identity = readIdentity(document, found.regions, { year: options.year });
  const { known, unit } = identifyUnit(identity, options, context);
  refuseOutside(unit.regionCode, context);
  const { name: unitName, year } = known;
  const head = { regionCode: unit.regionCode, unitId: unit.id, year, kind: tableSet.kind };
  const file = recordFile(head);
  const recordPath = `${context.content}/${options.draft === true ? draftsFolder : disclosuresFolder}/${file}`;
  const before = await effects.readText(recordPath);
  const previous = before === null ? null : validated(disclosureSchema, before, recordPath);
  const card = sourceOf(
    { path, bytes, document, identity, unitName, year, kind: head.kind },
    options,
    previous,
  );
  const assembled = assembleDisclosure(
    {
      ...head,
      document,
      tableSet,
      unitName,
      corrections: await readCorrections(`${context.content}/corrections/${file}`, effects),
      source: withOriginal(card, document, options.original),
      previous,
      withProse: options.withProse === true,
    },
    assembleStages,
  );
  return {
    ...assembled,
    notices: [...noticesOf(document), ...assembled.notices],
    source: path,
    path: recordPath,
    text: recordText(assembled.disclosure),
    before,
    known,
  };
}

/** What the reading of the source itself told. */
const noticesOf = (document: ExtractedDocument): ReadFile['notices'] =>
  (document.notices ?? []).map(({ place, what }) => ({ place: place ?? '-', what }));

function identifyUnit(
  identity: Identity,
  options: ImportOptions,
  context: ImportContext,
): { known: KnownUnit; unit: Unit } {
  const asksId = options.unit !== undefined && unitIdSchema.safeParse(options.unit).success;
  const unitName = asksId ? identity.unitName : (options.unit ?? identity.unitName);
  const { year } = identity;
  if (unitName === null)
    refuseUnknown('unit', 'unit name', '单位名称：… with a name', '--unit <name>');
  if (year === null) refuseUnknown('year', 'year', 'a table title with a year', '--year <year>');
  const found =
    options.region === undefined
      ? findRegion(unitName, context.regions, year)
      : namedRegion(options.region, unitName, context.regions, year);
  const id = asksId ? (options.unit ?? null) : null;
  const known = { name: unitName, year, found, id };
  return { known, unit: registerUnit(context.units, known).unit };
}

/** Refuses a unit outside the division that the archive is limited to. */
function refuseOutside(regionCode: string, { regions, regionRoot }: ImportContext): void {
  if (isInRoot(regions, regionCode, regionRoot)) return;
  throw new ImportRefusal({
    place: null,
    unexpected: `region ${regionCode}`,
    expected: `${regionRoot} or one below it, as regionRoot of content/archive.json says`,
    todo: 'Leave the document out, or widen regionRoot.',
  });
}

function refuseUnknown(
  missing: MissingPart,
  what: string,
  expected: string,
  option: string,
): never {
  throw new ImportRefusal({
    missing,
    place: null,
    unexpected: `document without a ${what}`,
    expected,
    todo: `Import it with ${option}.`,
  });
}

async function readCorrections(
  path: string,
  effects: Pick<ImportEffects, 'readText'>,
): Promise<Correction[]> {
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
  readonly kind: Disclosure['kind'];
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
    title:
      options.title ??
      known?.title ??
      input.unitName +
        (input.identity.title ?? `${input.year}年${input.kind === 'budget' ? '预算' : '决算'}公开`),
    mediaType: input.document.mediaType,
    sha256,
    bytes: input.bytes.length,
    lines: input.document.lines,
    publisher: options.publisher ?? known?.publisher ?? null,
    url: options.url ?? known?.url ?? null,
    fetchedOn: options.fetchedOn ?? known?.fetchedOn ?? null,
    note: known?.note ?? null,
    ...(known?.original === undefined ? {} : { original: known.original }),
  };
}
