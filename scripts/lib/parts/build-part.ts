import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Registers } from '../../../src/archive/build-archive.ts';
import { checkRecord } from '../../../src/archive/check-record.ts';
import { wholePart } from '../../../src/archive/part-of.ts';
import type { PartSink } from '../../../src/archive/part-record.ts';
import { readRecords } from '../../../src/archive/read-records.ts';
import { readRegisters } from '../../../src/archive/read-registers.ts';
import { openPartData } from '../../../src/downloads/open-part-data.ts';
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
}

const keyFile = 'key';

/** Whether the folder of parts holds a part as it is planned. */
export function isBuilt(folder: string, { id, key }: Part): boolean {
  try {
    return readFileSync(join(folder, id, keyFile), 'utf8') === key;
  } catch {
    return false;
  }
}

/** The writers that make the files of a part. */
const openSinks = (
  folder: string,
  id: string,
  { regions, units }: Registers,
): readonly PartSink[] => {
  const names = new Map(regions.map(({ code, name }) => [code, name]));
  const departments = new Map(units.map((unit) => [unit.id, unit.includedIn ?? '']));
  const includedIn = (unitId: string): string => departments.get(unitId) ?? '';
  return [
    openPartSummaries(folder),
    openPartData(folder, { part: id, regionName: (code) => names.get(code) }),
    openPartSearch(folder, { includedIn, readSyllables, isDivided: id !== wholePart }),
  ];
};

/**
 * Builds a part: reads, validates and checks each of its records once and hands it to all who write
 * something from it. The part takes its place whole; one that fails leaves nothing in it.
 * @throws naming file and field when a record is malformed or misplaced.
 */
export async function buildPart({ content, folder, part }: PartTask): Promise<void> {
  const place = join(folder, part.id);
  const made = join(folder, `.${part.id}.${process.pid}`);
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made, { recursive: true });
  try {
    const registers = readRegisters(content);
    const { economicClasses, topics } = registers;
    const sinks = openSinks(made, part.id, registers);
    for (const record of readRecords(
      content,
      { economicClasses, topics, checkRecord },
      part.files,
    )) {
      for (const sink of sinks) await sink.add(record);
    }
    for (const sink of sinks) await sink.close();
    writeFileSync(join(made, keyFile), part.key);
    rmSync(place, { recursive: true, force: true });
    renameSync(made, place);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}
