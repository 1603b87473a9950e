import { open, readdir, readFile, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { disclosuresFolder } from '../../src/archive/record-file.ts';
import { type Disclosure, disclosureSchema } from '../../src/schema/disclosure.ts';
import { type SourceDocument, sourceDocumentSchema } from '../../src/schema/source.ts';
import { draftsFolder } from './drafts-folder.ts';
import type { ImportOptions } from './import-file.ts';
import { temporaryEnding } from './write-files.ts';

/** The source of a record that stands. */
export interface ImportedSource {
  /** Path of the record. */
  readonly path: string;
  readonly isDraft: boolean;
  readonly record: Pick<Disclosure, 'id' | 'unitId' | 'unitName' | 'regionCode' | 'year' | 'kind'>;
  readonly source: SourceDocument;
}

/** Sources of records by the SHA-256 of their bytes; of several records the first in path order. */
export type ImportedSources = ReadonlyMap<string, ImportedSource>;

/** Bytes read of each record; the source card stands before its tables. */
const headBytes = 16_384;

const headSchema = disclosureSchema.pick({
  id: true,
  unitId: true,
  unitName: true,
  regionCode: true,
  year: true,
  kind: true,
});

/**
 * The sources of all records and drafts of a content folder. Only the head of each file is read, so
 * that a large archive can be resumed at once; what cannot be read is left to the checks of records.
 */
export async function readImportedSources(content: string): Promise<ImportedSources> {
  const found = new Map<string, ImportedSource>();
  for (const folder of [disclosuresFolder, draftsFolder]) {
    for await (const head of readSourceHeads(content, folder)) {
      if (!found.has(head.source.sha256)) found.set(head.source.sha256, head);
    }
  }
  return found;
}

/** The sources of the records of one folder of a content folder, in path order. */
export async function* readSourceHeads(
  content: string,
  folder: string,
): AsyncGenerator<ImportedSource> {
  for (const file of await recordFiles(join(content, folder))) {
    const path = `${content}/${folder}/${file}`;
    const head = await readHead(path);
    if (head !== null) yield { ...head, path, isDraft: folder === draftsFolder };
  }
}

/** Paths of the files of a folder of records, in text order; empty when there is none. */
export async function recordFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile() && /^[^.].*\.json$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'))
    .toSorted();
}

async function readHead(path: string): Promise<Pick<ImportedSource, 'record' | 'source'> | null> {
  const handle = await open(path);
  let text: string;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    text = buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
  // Strings are passed over whole, so that a brace in a title ends nothing.
  const card = /"source": (\{(?:"(?:[^"\\]|\\.)*"|[^"{}])*\})/u.exec(text);
  if (card?.[1] === undefined) return wholeHead(path);
  const before = `${text.slice(0, card.index).replace(/,\s*$/u, '')}}`;
  return headOf(before, card[1]) ?? wholeHead(path);
}

/** The head of a record written in another order than imports write. */
async function wholeHead(path: string): ReturnType<typeof readHead> {
  const text = await readFile(path, 'utf8');
  return headOf(text, text, 'source');
}

function headOf(
  recordText: string,
  sourceText: string,
  within?: 'source',
): Pick<ImportedSource, 'record' | 'source'> | null {
  try {
    const card: unknown = JSON.parse(sourceText);
    const given = within === undefined ? card : (card as { source: unknown }).source;
    const record = headSchema.strip().parse(JSON.parse(recordText));
    return { record, source: sourceDocumentSchema.parse(given) };
  } catch {
    return null;
  }
}

/**
 * Whether importing a source again with these options would say the same: everything the operator
 * gives is what the record has. What is not given is taken as it stands.
 */
export function saysTheSame(
  { record, source, isDraft }: ImportedSource,
  options: ImportOptions,
  hasProse: boolean,
): boolean {
  const { unit, year, kind, region, title, url, publisher, fetchedOn, withProse, original } =
    options;
  const given: readonly (readonly [unknown, ...unknown[]])[] = [
    [unit, record.unitId, record.unitName],
    [year, record.year],
    [kind, record.kind],
    [region, record.regionCode],
    [title, source.title],
    [url, source.url],
    [publisher, source.publisher],
    [fetchedOn, source.fetchedOn],
    [withProse === true ? true : undefined, hasProse],
    [original === undefined ? undefined : true, source.original !== undefined],
    [isDraft ? true : undefined, options.draft === true],
  ];
  return given.every(([asked, ...has]) => asked === undefined || has.includes(asked));
}

/**
 * Removes what an import that was killed left half written below a content folder. Call it only while
 * no other import runs.
 */
export async function removeTemporaries(content: string): Promise<void> {
  const entries = await readdir(content, { recursive: true, withFileTypes: true });
  const left = entries.filter((entry) => entry.isFile() && entry.name.endsWith(temporaryEnding));
  await Promise.all(left.map((entry) => rm(join(entry.parentPath, entry.name), { force: true })));
}
