import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readRecord } from '../../src/archive/read-record.ts';
import { collectSearchRecords } from '../../src/archive/search-records.ts';
import { hitRecordId } from '../../src/format/search-hit.ts';
import { parseSearchQuery } from '../../src/format/search-query.ts';
import type { SearchRecord } from '../../src/format/search-record.ts';
import { normaliseFields } from '../../src/format/search-text.ts';
import { projectId } from '../../src/format/url.ts';
import { seededRandom } from '../../scripts/lib/bench-random.ts';
import { readContent } from '../../scripts/lib/read-content.ts';
import { openSearch, type OpenedSearch } from '../support/open-search.ts';

const queriesPerArchive = 2000;

describe.each([
  ['the real archive', 'content', () => inject('siteDir')],
  ['the example archive', 'test/fixtures/site/content', () => inject('exampleDir')],
])('search of %s', (_, content, siteDir) => {
  const archive = readContent(join(process.cwd(), content));
  const records = [...collectSearchRecords(archive, readRecord)];
  const texts = records.map(({ fields }) => normaliseFields(fields));
  let opened: OpenedSearch;

  beforeAll(async () => {
    opened = await openSearch(siteDir());
  });

  afterAll(() => opened.close());

  const search = async (typed: string) => opened.engine.search([parseSearchQuery(typed)]);

  /** Texts of all records that hold every word, as found by looking at each one. */
  const truth = (typed: string): string[] => {
    const { words } = parseSearchQuery(typed);
    if (words.length === 0) return [];
    return texts.filter((text) => words.every((word) => text.includes(word))).sort();
  };

  const expectExact = async (typed: string): Promise<void> => {
    const found = (await search(typed)).map(({ fields }) => normaliseFields(fields)).sort();
    expect(found, typed).toEqual(truth(typed));
  };

  test('random parts of any text find every record that contains them, and no other', async () => {
    const random = seededRandom(4);
    for (let i = 0; i < queriesPerArchive; i += 1) await expectExact(randomPart(random, records));
  });

  test('pairs of random words find every record that contains both, and no other', async () => {
    const random = seededRandom(5);
    for (let i = 0; i < 200; i += 1) {
      const record = random.pick(records);
      const words = [randomPart(random, [record]), randomPart(random, [record])];
      await expectExact(words.join(' '));
    }
  });

  test('every single character finds every record that contains it, and no other', async () => {
    for (const character of new Set(texts.join('').replace(/\s/gu, '')))
      await expectExact(character);
  });

  test('what no record contains finds nothing', async () => {
    const random = seededRandom(6);
    for (let i = 0; i < 200; i += 1) {
      const parts = [randomPart(random, records), randomPart(random, records)];
      const joined = parseSearchQuery(`"${parts.join('')}"`).words;
      if (texts.some((text) => joined.every((word) => text.includes(word)))) continue;
      expect(await search(`"${parts.join('')}"`)).toEqual([]);
    }
  });

  test('every project and indicator of the records is found by its own name', async () => {
    for (const unitYear of archive.unitYears) {
      const { id, projects, forms } = readRecord(unitYear);
      for (const project of projects) {
        const record = projectId(id, project.n);
        const named = (await search(`"${project.name}"`)).filter(({ kind }) => kind === 'project');
        expect(named.map(hitRecordId), project.name).toContain(record);
        const form = forms.find(({ n }) => n === project.form);
        for (const { name, printed } of form?.indicators ?? []) {
          const query = [name, printed].filter((text) => text !== null).map((text) => `"${text}"`);
          if (query.length === 0) continue;
          const hits = (await search(query.join(' '))).filter(({ kind }) => kind === 'indicator');
          expect(hits.map(hitRecordId), query.join(' ')).toContain(record);
        }
      }
    }
  });

  test('pinyin files hold a syllable for each character of every project and unit name', async () => {
    for (const { names, syllables } of await opened.engine.pinyin()) {
      names.forEach((name, i) => {
        expect((syllables[i] ?? '').split(' '), name).toHaveLength(Array.from(name).length);
      });
    }
  });

  test('the manifest counts what the archive holds', async () => {
    const { counts } = await opened.engine.manifest();
    const sum = (of: (unitYear: (typeof archive.unitYears)[number]) => number): number =>
      archive.unitYears.reduce((total, unitYear) => total + of(unitYear), 0);
    expect(counts.project).toBe(sum(({ projects }) => projects.length));
    expect(counts.subject).toBe(archive.subjects.length);
    expect(counts.document).toBe(archive.documents.length);
    expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(records.length);
  });
});

/** One to eight characters in a row out of a random text of the records. */
function randomPart(
  random: ReturnType<typeof seededRandom>,
  records: readonly SearchRecord[],
): string {
  const characters = Array.from(random.pick(random.pick(records).fields));
  const length = 1 + random.below(Math.min(8, characters.length));
  const from = random.below(characters.length - length + 1);
  return characters.slice(from, from + length).join('');
}
