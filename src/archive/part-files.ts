import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../schema/finding.ts';
import type { UnitYearSummary } from './model.ts';
import { unpackFindings } from './packed-findings.ts';
import { parseJson } from './record-file.ts';

/** Names of the files that tell what a part of the archive holds, in the folder of the part. */
export const partFileNames = {
  /** What is in the part: {@link PartEntry} by {@link PartEntry}. */
  entries: 'entries.json',
  /** The summaries, a line each. */
  summaries: 'summaries.jsonl',
  /** The outlines of the summaries, one list: what the joining of the archive looks at. */
  outlines: 'outlines.json',
  /** The findings of each record, a line each, packed by `packFindings`. */
  findings: 'findings.jsonl',
} as const;

/** One record of a part, in short. */
export interface PartEntry {
  readonly disclosureId: string;
  readonly unitId: string;
  /** Path of the record below content/disclosures/. */
  readonly file: string;
  readonly recordSha256: string;
  /** SHA-256 of the line of its summary: what any index can know of the record. */
  readonly summarySha256: string;
  /** Digest of its amounts by {@link amountsDigest}: what lists of subjects and economic classes say of it. */
  readonly amounts: string;
  /** Number of its projects. */
  readonly projects: number;
  /** First byte and number of bytes of its line of findings. */
  readonly findings: readonly [start: number, bytes: number];
}

/** What one process builds pages from, in a file named by the environment variable ARCHIVE_SLICE. */
export interface Slice {
  /** The content folder. */
  readonly content: string;
  /** Folders of the parts, in the order of their ids. */
  readonly parts: readonly string[];
  /** Ids of the units whose pages are built from nothing but their own records; null = every record. */
  readonly units: readonly string[] | null;
}

/** A slice as its file tells it. @throws naming the file when it is no JSON. */
export const readSlice = (file: string): Slice =>
  parseJson(readFileSync(file, 'utf8'), file) as Slice;

/** What the part in a folder holds, in the order of its records. */
export const readPartEntries = (folder: string): PartEntry[] => {
  const path = join(folder, partFileNames.entries);
  return parseJson(readFileSync(path, 'utf8'), path) as PartEntry[];
};

/** A record of a slice with the folder of its part. */
export interface SliceEntry extends PartEntry {
  readonly folder: string;
}

/** The records of a slice, part by part. */
export function readSliceEntries({ parts, units }: Omit<Slice, 'content'>): SliceEntry[] {
  const wanted = units === null ? null : new Set(units);
  return parts.flatMap((folder) =>
    readPartEntries(folder)
      .filter(({ unitId }) => wanted?.has(unitId) !== false)
      .map((entry) => ({ ...entry, folder })),
  );
}

/** The summaries of some units of a part; null = of all. @throws when there is no line for each entry. */
function readSummaries(folder: string, wanted: ReadonlySet<string> | null): UnitYearSummary[] {
  const entries = readPartEntries(folder);
  const path = join(folder, partFileNames.summaries);
  const lines = readFileSync(path, 'utf8').split('\n');
  assertWhole(path, lines.length - 1, entries);
  return entries.flatMap(({ unitId }, i) =>
    wanted?.has(unitId) === false ? [] : [JSON.parse(lines[i] ?? '') as UnitYearSummary],
  );
}

/** The summaries of whole parts that were read beforehand, by the folder of the part. */
type SummariesByPart = ReadonlyMap<string, readonly UnitYearSummary[]>;

/** Where they stand for whoever has a copy of this module: the program of the pages is bundled with one. */
const kept = globalThis as Record<symbol, SummariesByPart | undefined>;
const keptAt = Symbol.for('open-budget-archive.summaries');

/**
 * Reads the summaries of parts for {@link readSliceSummaries}, in this process. The parts must stay as they
 * are.
 * @throws when a part does not hold a line for each of its entries.
 */
export function prepareSummaries(folders: readonly string[]): void {
  kept[keptAt] = new Map(folders.map((folder) => [folder, readSummaries(folder, null)]));
}

/**
 * The summaries of a slice, part by part.
 * @throws when a part does not hold a line for each of its entries.
 */
export function readSliceSummaries({ parts, units }: Omit<Slice, 'content'>): UnitYearSummary[] {
  const wanted = units === null ? null : new Set(units);
  return parts.flatMap((folder) => {
    const prepared = wanted === null ? kept[keptAt]?.get(folder) : undefined;
    return prepared ?? readSummaries(folder, wanted);
  });
}

/** The outlines of a part by {@link outlineOf}, and how many projects its records have. */
export interface PartOutlines {
  readonly outlines: readonly UnitYearSummary[];
  readonly projects: number;
}

/**
 * What the joining of an archive looks at of a part.
 * @throws when the part does not hold an outline for each of its entries.
 */
export function readPartOutlines(folder: string): PartOutlines {
  const entries = readPartEntries(folder);
  const path = join(folder, partFileNames.outlines);
  const outlines = parseJson(readFileSync(path, 'utf8'), path) as UnitYearSummary[];
  assertWhole(path, outlines.length, entries);
  return { outlines, projects: entries.reduce((sum, { projects }) => sum + projects, 0) };
}

function assertWhole(path: string, found: number, entries: readonly PartEntry[]): void {
  if (found === entries.length) return;
  throw new Error(
    `${path}: Unexpected ${found} summaries, expected ${entries.length}. Delete the folder of the cache and build again.`,
  );
}

/** The findings of a record, read from its part. */
export function readEntryFindings({ disclosureId, folder, findings }: SliceEntry): Finding[] {
  const [start, bytes] = findings;
  const buffer = Buffer.alloc(bytes);
  const file = openSync(join(folder, partFileNames.findings), 'r');
  try {
    readSync(file, buffer, 0, bytes, start);
  } finally {
    closeSync(file);
  }
  return unpackFindings(buffer.toString('utf8'), disclosureId);
}
