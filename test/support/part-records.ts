import { checkRecord } from '../../src/archive/check-record.ts';
import type { PartRecord } from '../../src/archive/part-record.ts';
import { readRecords } from '../../src/archive/read-records.ts';
import { readRegisters } from '../../src/archive/read-registers.ts';
import { readContent } from '../../scripts/lib/read-content.ts';

/** The records of a content folder as the writers of data files get them, in id order. */
export function partRecords(content: string): PartRecord[] {
  const { economicClasses } = readRegisters(content);
  const files = readContent(content).unitYears.map(({ file }) => file);
  return [...readRecords(content, { economicClasses, checkRecord }, files)];
}

/** Names of regions by code, from the register of a content folder. */
export function regionNames(content: string): (code: string) => string | undefined {
  const names = new Map(readRegisters(content).regions.map(({ code, name }) => [code, name]));
  return (code) => names.get(code);
}
