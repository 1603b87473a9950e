import { join } from 'node:path';
import { checkRecord } from '../../src/archive/check-record.ts';
import { compareText } from '../../src/archive/order.ts';
import { partOf } from '../../src/archive/part-of.ts';
import type { PartRecord } from '../../src/archive/part-record.ts';
import { readRecords } from '../../src/archive/read-records.ts';
import { readRegisters } from '../../src/archive/read-registers.ts';
import { openPartData } from '../../src/downloads/open-part-data.ts';
import type { ArchivePartition } from '../../src/schema/archive-config.ts';
import { readContent } from '../../scripts/lib/read-content.ts';

const read = new Map<string, PartRecord[]>();

/** The records of a content folder as the writers of data files get them, in id order; read once. */
export function partRecords(content: string): readonly PartRecord[] {
  const known = read.get(content) ?? readPartRecords(content);
  read.set(content, known);
  return known;
}

function readPartRecords(content: string): PartRecord[] {
  const { economicClasses } = readRegisters(content);
  const files = readContent(content).unitYears.map(({ file }) => file);
  return [...readRecords(content, { economicClasses, checkRecord }, files)];
}

/** Names of regions by code, from the register of a content folder. */
export function regionNames(content: string): (code: string) => string | undefined {
  const names = new Map(readRegisters(content).regions.map(({ code, name }) => [code, name]));
  return (code) => names.get(code);
}

/**
 * Makes the data files of the parts of a content folder, each in a folder of its own below `folder`; returns
 * the folders in the order of the parts' ids. `change` may alter records on the way.
 */
export async function makeDataParts(
  content: string,
  partition: ArchivePartition,
  folder: string,
  change: (record: PartRecord) => PartRecord = (record) => record,
): Promise<string[]> {
  const parts = Map.groupBy(partRecords(content), ({ summary }) => partOf(partition, summary));
  const ids = [...parts.keys()].sort(compareText);
  for (const id of ids) {
    const sink = openPartData(join(folder, id), { part: id, regionName: regionNames(content) });
    for (const record of parts.get(id) ?? []) await sink.add(change(record));
    await sink.close();
  }
  return ids.map((id) => join(folder, id));
}
