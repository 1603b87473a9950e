import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPublishedDays } from '../../src/archive/published-urls.ts';

/** Fields of records, corrections and versions that say when something of the data was done. */
const dayField = /"(?:fetchedOn|on|replacedOn)": ?"(\d{4}-\d{2}-\d{2})"/gu;

/**
 * The latest day on which the data of a content folder changed, as far as they say: a source was fetched, a
 * transcription corrected, a record replaced, an address first published. null = they say nothing. It is never
 * the day of the build.
 */
export function readDataDay(contentDirectory: string): string | null {
  const days = [...readPublishedDays(contentDirectory).values()];
  for (const folder of ['disclosures', 'corrections', 'versions']) {
    const root = join(contentDirectory, folder);
    if (!existsSync(root)) continue;
    const pattern = folder === 'versions' ? '**/versions.json' : '**/*.json';
    for (const file of globSync(pattern, { cwd: root })) {
      const text = readFileSync(join(root, file), 'utf8');
      for (const [, day = ''] of text.matchAll(dayField)) days.push(day);
    }
  }
  return days.reduce<string | null>(
    (latest, day) => (latest === null || day > latest ? day : latest),
    null,
  );
}
