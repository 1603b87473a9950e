import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPartSummaries } from '../../../scripts/lib/parts/summary-sink.ts';
import { decidedProjects, outlineOf } from '../../../src/archive/outline.ts';
import { amountsDigest } from '../../../src/archive/amounts-digest.ts';
import {
  partFileNames,
  prepareSummaries,
  readEntryFindings,
  readPartOutlines,
  readSliceEntries,
  readSliceSummaries,
} from '../../../src/archive/part-files.ts';
import { readRegisters } from '../../../src/archive/read-registers.ts';
import { exampleContent, temporaryFolder } from '../../support/example-content.ts';
import { partRecords } from '../../support/part-records.ts';

const { topics } = readRegisters(exampleContent);
const records = partRecords(exampleContent);
const summaries = records.map(({ summary }) => summary);

async function writtenPart(): Promise<string> {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const sink = openPartSummaries(folder, topics);
  for (const record of records) await sink.add(record);
  await sink.close();
  return folder;
}

describe('openPartSummaries', () => {
  test('writes summaries and outlines that read back the same, and the number of projects', async () => {
    const folder = await writtenPart();
    expect(readSliceSummaries({ parts: [folder], units: null })).toEqual(summaries);
    const decided = decidedProjects(topics);
    expect(readPartOutlines(folder)).toEqual({
      outlines: summaries.map((summary) => outlineOf(summary, decided)),
      projects: summaries.reduce((sum, { projects }) => sum + projects.length, 0),
    });
  });

  test('makes a part whose summaries may be read beforehand, and are then read no more', async () => {
    const [early, late] = [await writtenPart(), await writtenPart()];
    prepareSummaries([early]);
    writeFileSync(join(early, partFileNames.summaries), '');
    const both = readSliceSummaries({ parts: [early, late], units: null });
    expect(both).toEqual([...summaries, ...summaries]);
    // A slice of units reads what it needs.
    const read = (): unknown =>
      readSliceSummaries({ parts: [early], units: ['990101-gongluduan'] });
    expect(read).toThrow('Unexpected 0 summaries');
  });

  test('keeps the digest of the amounts, which another amount changes', async () => {
    const [entry] = readSliceEntries({ parts: [await writtenPart()], units: null });
    const [summary] = summaries;
    if (summary === undefined) throw new Error('No records');
    expect(entry?.amounts).toBe(amountsDigest(summary));
    const [subject, ...subjects] = summary.subjects;
    if (subject === undefined) throw new Error('No subjects');
    const changed = { ...summary, subjects: [{ ...subject, totalFen: 1 }, ...subjects] };
    expect(amountsDigest(changed)).not.toBe(entry?.amounts);
    expect(amountsDigest({ ...summary, gaps: summary.gaps + 1 })).toBe(entry?.amounts);
  });

  test('writes findings that read back the same, field by field and in the same order', async () => {
    const folder = await writtenPart();
    const entries = readSliceEntries({ parts: [folder], units: null });
    const found = entries.map((entry) => JSON.stringify(readEntryFindings(entry)));
    expect(found).toEqual(records.map(({ findings }) => JSON.stringify(findings)));
    expect(found.join('')).toContain('"result":"difference"');
  });

  test.each([
    ['summaries', partFileNames.summaries, ''],
    ['outlines', partFileNames.outlines, '[]'],
  ])('makes a part that is refused where %s are lost', async (_, name, text) => {
    const folder = await writtenPart();
    writeFileSync(join(folder, name), text);
    const read = (): unknown => [
      readSliceSummaries({ parts: [folder], units: null }),
      readPartOutlines(folder),
    ];
    expect(read).toThrow(
      `${name}: Unexpected 0 summaries, expected ${summaries.length}. Delete the folder of the cache`,
    );
  });
});
