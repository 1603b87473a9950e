import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchiveModel } from '../../src/archive/model.ts';
import { readPublishedDays } from '../../src/archive/published-urls.ts';

/** Fields of corrections and versions that say when something of the data was done. */
const dayField = /"(?:on|replacedOn)": ?"(\d{4}-\d{2}-\d{2})"/gu;

/** The files by hand that have such fields. */
const dayFiles = ['corrections/**/*.json', 'versions/**/versions.json'];

/**
 * The latest day on which the data of an archive changed, as far as they say: a source was fetched, a
 * transcription corrected, a record replaced, an address first published. null = they say nothing. It is never
 * the day of the build. Of the records only the summaries are looked at.
 */
export function readDataDay({
  contentDirectory: content,
  unitYears,
}: Pick<ArchiveModel, 'contentDirectory' | 'unitYears'>): string | null {
  let latest: string | null = null;
  const add = (day: string | null): void => {
    if (day !== null && (latest === null || day > latest)) latest = day;
  };
  for (const { changedOn } of unitYears) add(changedOn);
  for (const day of readPublishedDays(content).values()) add(day);
  for (const file of existsSync(content) ? globSync(dayFiles, { cwd: content }) : []) {
    const text = readFileSync(join(content, file), 'utf8');
    for (const [, day = ''] of text.matchAll(dayField)) add(day);
  }
  return latest;
}
