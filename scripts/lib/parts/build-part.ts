import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Registers } from '../../../src/archive/build-archive.ts';
import { checkRecord } from '../../../src/archive/check-record.ts';
import { figuresDigest } from '../../../src/archive/earlier-year.ts';
import { wholePart } from '../../../src/archive/part-of.ts';
import type { PartSink } from '../../../src/archive/part-record.ts';
import { earlierRecordFile, readEarlier, readRecords } from '../../../src/archive/read-records.ts';
import { recordFile } from '../../../src/archive/record-file.ts';
import { readRegisters } from '../../../src/archive/read-registers.ts';
import type { Disclosure } from '../../../src/schema/disclosure.ts';
import { openPartData } from '../../../src/downloads/open-part-data.ts';
import { effortSince, type Effort, type WorkReport } from '../build-report.ts';
import { openPartSearch } from '../open-part-search.ts';
import { readSyllables } from '../read-syllables.ts';
import { parseRecordPath, type Part } from './plan-parts.ts';
import { openPartSummaries } from './summary-sink.ts';

/** Where parts are built from and to. */
export interface PartsPlace {
  readonly content: string;
  /** Folder of all parts. */
  readonly folder: string;
}

/** A part and where it is built from and to. */
export interface PartTask extends PartsPlace {
  readonly part: Part;
  /** Key of the registers and everything else that all parts are made with. */
  readonly common: string;
}

/** What the building of a part took; the work by what was made. */
export interface PartEffort extends Effort {
  readonly work: WorkReport;
}

const keyFile = 'key.json';

/** A record of the year before that findings depend on: its file, and what of it they depend on. */
interface BuiltFromEarlier {
  /** null = there was none. */
  readonly sha256: string | null;
  readonly figures: string | null;
}

/** What a part was built from. */
interface BuiltFrom extends Pick<Part, 'key'> {
  /** By the file of the later record. */
  readonly earlier: Readonly<Record<string, BuiltFromEarlier>>;
}

/**
 * Whether the folder of parts holds a part as it is planned: of the same records, and of records of the
 * year before with the same figures.
 */
export function isBuilt({ content, folder }: PartsPlace, { id, key, earlier }: Part): boolean {
  try {
    const built = JSON.parse(readFileSync(join(folder, id, keyFile), 'utf8')) as BuiltFrom;
    const isSame = ([file, was]: [string, BuiltFromEarlier]): boolean => {
      const now = earlier[file] ?? null;
      if (now === was.sha256) return true;
      if (now === null || was.figures === null) return false;
      const changed = readEarlier(content, parseRecordPath(file));
      return changed !== null && figuresDigest(changed) === was.figures;
    };
    return built.key === key && Object.entries(built.earlier).every(isSame);
  } catch {
    return false;
  }
}

/** What was read once for all parts a process builds, and the key of what it was read from. */
let read: { readonly common: string; readonly registers: Registers } | undefined;

function registersOf({ content, common }: PartTask): Registers {
  if (read?.common !== common) read = { common, registers: readRegisters(content) };
  return read.registers;
}

/** A record as it was read, and the digest of its file. */
interface ReadRecord {
  readonly disclosure: Disclosure;
  readonly sha256: string;
}

/** Of a part of more records, none is kept: memory stays flat. */
const mostKept = 500;

/** The records of the part built last in this process, by file: those of the next year may speak of them. */
let lastRead: ReadonlyMap<string, ReadRecord> = new Map();

/** The record of the year before, when the part built last has read it as it was planned. */
function knownEarlier({ earlier }: Part, later: Disclosure): Disclosure | undefined {
  const known = lastRead.get(earlierRecordFile(later));
  return known?.sha256 === earlier[recordFile(later)] ? known?.disclosure : undefined;
}

/** The writers that make the files of a part, by what they make. */
function openSinks(
  folder: string,
  id: string,
  { regions, units, topics }: Registers,
): Readonly<Record<string, PartSink>> {
  const names = new Map(regions.map(({ code, name }) => [code, name]));
  const departments = new Map(units.map((unit) => [unit.id, unit.includedIn ?? '']));
  const includedIn = (unitId: string): string => departments.get(unitId) ?? '';
  return {
    summaries: openPartSummaries(folder, topics),
    data: openPartData(folder, { part: id, regionName: (code) => names.get(code) }),
    search: openPartSearch(folder, { includedIn, readSyllables, isDivided: id !== wholePart }),
  };
}

/** Builds parts one after the other, see {@link buildPart}. */
export async function buildEach(tasks: readonly PartTask[]): Promise<PartEffort[]> {
  const efforts: PartEffort[] = [];
  for (const task of tasks) efforts.push(await buildPart(task));
  return efforts;
}

/**
 * Builds a part: reads, validates and checks each of its records once and hands it to all who write
 * something from it. The part takes its place whole; one that fails leaves nothing in it. Returns what it
 * took.
 * @throws naming file and field when a record is malformed or misplaced.
 */
export async function buildPart(task: PartTask): Promise<PartEffort> {
  const { content, folder, part } = task;
  const start = process.cpuUsage();
  const place = join(folder, part.id);
  const made = join(folder, `.${part.id}.${process.pid}`);
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made, { recursive: true });
  try {
    const { work, earlier } = await writePart(content, made, part, registersOf(task));
    const from: BuiltFrom = { key: part.key, earlier };
    writeFileSync(join(made, keyFile), JSON.stringify(from));
    rmSync(place, { recursive: true, force: true });
    renameSync(made, place);
    return { ...effortSince(start), work };
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

async function writePart(
  content: string,
  folder: string,
  part: Part,
  registers: Registers,
): Promise<{ work: WorkReport; earlier: BuiltFrom['earlier'] }> {
  const earlier: Record<string, BuiltFromEarlier> = {};
  const { economicClasses, topics } = registers;
  const sinks = Object.entries(openSinks(folder, part.id, registers));
  const seconds: Record<string, number> = {};
  let clock = performance.now();
  /** Puts the time since the last call down to some work. */
  const spend = (name: string): void => {
    const now = performance.now();
    seconds[name] = (seconds[name] ?? 0) + (now - clock) / 1000;
    clock = now;
  };
  const rules = {
    economicClasses,
    topics,
    checkRecord,
    knownEarlier: (later: Disclosure) => knownEarlier(part, later),
  };
  const readNow = new Map<string, ReadRecord>();
  for (const record of readRecords(content, rules, part.files)) {
    const { file, recordSha256: sha256 } = record.summary;
    if (part.files.length <= mostKept) readNow.set(file, { disclosure: record.disclosure, sha256 });
    const figures = record.earlierFigures;
    if (figures !== undefined) earlier[file] = { sha256: part.earlier[file] ?? null, figures };
    spend('read');
    for (const [name, sink] of sinks) {
      await sink.add(record);
      spend(name);
    }
  }
  for (const [name, sink] of sinks) {
    await sink.close();
    spend(name);
  }
  lastRead = readNow;
  return { work: seconds, earlier };
}
