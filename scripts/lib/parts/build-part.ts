import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Registers } from '../../../src/archive/build-archive.ts';
import { checkRecord } from '../../../src/archive/check-record.ts';
import { wholePart } from '../../../src/archive/part-of.ts';
import type { PartRecord, PartSink } from '../../../src/archive/part-record.ts';
import { earlierRecordFile, readRecords } from '../../../src/archive/read-records.ts';
import { recordFile } from '../../../src/archive/record-file.ts';
import { readRegisters } from '../../../src/archive/read-registers.ts';
import type { Disclosure } from '../../../src/schema/disclosure.ts';
import { openPartData } from '../../../src/downloads/open-part-data.ts';
import { effortSince, type WorkReport } from '../build-report.ts';
import { writeCompiled } from '../keep-compiled.ts';
import { openPartSearch } from '../open-part-search.ts';
import { readSyllables } from '../read-syllables.ts';
import {
  aheadFolder,
  keyFile,
  type BuiltFrom,
  type BuiltFromEarlier,
  type PartEffort,
  type PartTask,
} from './built-part.ts';
import type { Part } from './plan-parts.ts';
import { openPartSummaries } from './summary-sink.ts';

// The program of this process is there by now.
writeCompiled();

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

/** Reads the records of a part one by one, and remembers them for the part of the next year. */
function* recordsOf(task: PartTask): Generator<PartRecord> {
  const { content, part } = task;
  const { economicClasses, topics } = registersOf(task);
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
    yield record;
  }
  lastRead = readNow;
}

/** Records that were read before their part is built, by {@link nameOf} the part. */
const ahead = new Map<string, readonly PartRecord[]>();

const nameOf = ({ folder, part }: PartTask): string => `${join(folder, part.id)} ${part.key}`;

/**
 * Reads the records of parts, and writes what indexes look at of them, into {@link aheadFolder}; the records
 * stay in memory until this process builds the parts. Returns what that took.
 * @throws naming file and field when a record is malformed or misplaced.
 */
export async function readEach(tasks: readonly PartTask[]): Promise<PartEffort[]> {
  const efforts: PartEffort[] = [];
  for (const task of tasks) {
    const start = process.cpuUsage();
    const clock = openClock();
    const records = [...recordsOf(task)];
    clock.spend('read');
    const folder = aheadFolder(task.folder, task.part.id);
    mkdirSync(folder, { recursive: true });
    const summaries = openPartSummaries(folder, registersOf(task).topics);
    for (const record of records) await summaries.add(record);
    await summaries.close();
    clock.spend('summaries');
    ahead.set(nameOf(task), records);
    efforts.push({ ...effortSince(start), work: clock.work });
  }
  return efforts;
}

/** Puts time down to kinds of work. */
interface WorkClock {
  readonly work: WorkReport;
  /** Puts the time since the last call down to some work. */
  spend(name: string): void;
}

function openClock(): WorkClock {
  const work: Record<string, number> = {};
  let last = performance.now();
  return {
    work,
    spend: (name) => {
      const now = performance.now();
      work[name] = (work[name] ?? 0) + (now - last) / 1000;
      last = now;
    },
  };
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
  const { folder, part } = task;
  const start = process.cpuUsage();
  const place = join(folder, part.id);
  const made = join(folder, `.${part.id}.${process.pid}`);
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made, { recursive: true });
  try {
    const { work, earlier } = await writePart(task, made);
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
  task: PartTask,
  folder: string,
): Promise<{ work: WorkReport; earlier: BuiltFrom['earlier'] }> {
  const { part } = task;
  const earlier: Record<string, BuiltFromEarlier> = {};
  const sinks = Object.entries(openSinks(folder, part.id, registersOf(task)));
  const clock = openClock();
  const records = ahead.get(nameOf(task)) ?? recordsOf(task);
  ahead.delete(nameOf(task));
  for (const record of records) {
    const { file } = record.summary;
    const figures = record.earlierFigures;
    if (figures !== undefined) earlier[file] = { sha256: part.earlier[file] ?? null, figures };
    clock.spend('read');
    for (const [name, sink] of sinks) {
      await sink.add(record);
      clock.spend(name);
    }
  }
  for (const [name, sink] of sinks) {
    await sink.close();
    clock.spend(name);
  }
  return { work: clock.work, earlier };
}
