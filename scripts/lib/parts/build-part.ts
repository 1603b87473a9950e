import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Registers } from '../../../src/archive/build-archive.ts';
import { checkRecord } from '../../../src/archive/check-record.ts';
import { wholePart } from '../../../src/archive/part-of.ts';
import type { PartSink } from '../../../src/archive/part-record.ts';
import { readRecords } from '../../../src/archive/read-records.ts';
import { readRegisters } from '../../../src/archive/read-registers.ts';
import { openPartData } from '../../../src/downloads/open-part-data.ts';
import { effortSince, type Effort, type WorkReport } from '../build-report.ts';
import { openPartSearch } from '../open-part-search.ts';
import { readSyllables } from '../read-syllables.ts';
import type { Part } from './plan-parts.ts';
import { openPartSummaries } from './summary-sink.ts';

/** A part and where it is built from and to. */
export interface PartTask {
  readonly content: string;
  /** Folder of all parts. */
  readonly folder: string;
  readonly part: Part;
  /** Key of the registers and everything else that all parts are made with. */
  readonly common: string;
}

/** What the building of a part took; the work by what was made. */
export interface PartEffort extends Effort {
  readonly work: WorkReport;
}

const keyFile = 'key.json';

/** What a part was built from: its key, and those records of the year before that its findings depend on. */
type BuiltFrom = Pick<Part, 'key' | 'earlier'>;

/** Whether the folder of parts holds a part as it is planned. */
export function isBuilt(folder: string, { id, key, earlier }: Part): boolean {
  try {
    const built = JSON.parse(readFileSync(join(folder, id, keyFile), 'utf8')) as BuiltFrom;
    const isSame = ([file, sha256]: [string, string | null]): boolean => earlier[file] === sha256;
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
): Promise<{ work: WorkReport; earlier: Part['earlier'] }> {
  const earlier: Record<string, string | null> = {};
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
  for (const record of readRecords(content, { economicClasses, topics, checkRecord }, part.files)) {
    const { file } = record.summary;
    if (record.looksBack) earlier[file] = part.earlier[file] ?? null;
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
  return { work: seconds, earlier };
}
