import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { partOf } from '../../../src/archive/part-of.ts';
import { readRecord } from '../../../src/archive/read-record.ts';
import { joinSearch } from '../../../scripts/lib/join-search.ts';
import type { BuiltPart } from '../../../scripts/lib/join-search-names.ts';
import { openPartSearch } from '../../../scripts/lib/open-part-search.ts';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { closeEngine } from '../../../scripts/lib/search-engine-files.ts';
import { inSearchFolder, type SearchPlace } from '../../../scripts/lib/search-place.ts';
import { exampleContent } from '../../support/example-content.ts';
import {
  exampleParts,
  exampleProjectRecord,
  exampleSyllables,
  writeExampleIndex,
} from '../../support/example-parts.ts';

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'join-search-'));
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

afterAll(closeEngine);

/** The digest of every file below a folder, by path. */
function digests(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    files
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [
        path.slice(folder.length + 1),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  );
}

const folderOf = (path: string): string => path.split('/')[0] ?? '';

describe('the index of parts', () => {
  test('holds the same bytes of a part, whatever other parts there are', async () => {
    const [all, some] = [newFolder(), newFolder()];
    await writeExampleIndex(all);
    await writeExampleIndex(some, exampleParts.slice(1, 2));
    const of = (folder: string): [string, string][] =>
      [...digests(folder)].filter(([path]) => path.startsWith('98-2024/')).sort();
    expect(of(some).length).toBeGreaterThan(4);
    expect(of(some)).toEqual(of(all));
  });

  test('changes with a record only in its part and in the files of the whole archive', async () => {
    const [before, after] = [newFolder(), newFolder()];
    await writeExampleIndex(before);
    const changed = exampleParts.map((part) =>
      part.id === '99-2023'
        ? { ...part, records: [exampleProjectRecord('示例桥梁检测'), ...part.records.slice(1)] }
        : part,
    );
    await writeExampleIndex(after, changed);
    const [old, fresh] = [digests(before), digests(after)];
    const different = [...new Set([...old.keys(), ...fresh.keys()])].filter(
      (path) => old.get(path) !== fresh.get(path),
    );
    expect([...new Set(different.map(folderOf))].sort()).toEqual(['99-2023', 'archive']);
  });
});

describe('joinSearch', () => {
  const archive = readContent(exampleContent);

  async function buildParts(): Promise<BuiltPart[]> {
    const folder = newFolder();
    const sinks = new Map<string, ReturnType<typeof openPartSearch>>();
    for (const summary of archive.unitYears) {
      const id = partOf('prefecture-year', summary);
      const sink =
        sinks.get(id) ??
        openPartSearch(join(folder, id), {
          includedIn: () => '',
          readSyllables: exampleSyllables,
          isDivided: true,
        });
      sinks.set(id, sink);
      sink.add({ disclosure: readRecord(summary), summary });
    }
    for (const sink of sinks.values()) await sink.close();
    return Array.from(sinks.keys(), (id) => ({ id, folder: join(folder, id) }));
  }

  const projects = archive.unitYears.reduce((sum, one) => sum + one.projects.length, 0);

  const joinIn = async (place: SearchPlace, parts: readonly BuiltPart[]) =>
    joinSearch(parts, { archive, projects }, place, exampleSyllables);

  const joinAt = async (parts: readonly BuiltPart[], folder: string) =>
    inSearchFolder(folder, async (place) => joinIn(place, parts));

  test('joins parts in whatever order they come to the same bytes', async () => {
    const parts = await buildParts();
    const [once, turned] = [newFolder(), newFolder()];
    const manifest = await joinAt(parts, once);
    await joinAt([...parts].reverse(), turned);
    expect(digests(turned)).toEqual(digests(once));
    expect(manifest.parts.map(({ id }) => id)).toEqual(
      [...parts.map(({ id }) => id), 'names', 'units-99'].sort(),
    );
  });

  test('tells the digest of what it copies, and makes nothing of what was kept again', async () => {
    const parts = await buildParts();
    const kept = newFolder();
    const told = new Map<string, string>();
    const place = (program: string): SearchPlace => ({
      copy: (path, from, sha256) => {
        expect(createHash('sha256').update(readFileSync(from)).digest('hex'), path).toBe(sha256);
        told.set(path, sha256);
      },
      write: (path, bytes) => {
        told.set(path, createHash('sha256').update(bytes).digest('hex'));
      },
      kept,
      program,
    });
    const makings = () =>
      ['engine', 'names', 'units-99'].map((name) => statSync(join(kept, name, 'key')).mtimeMs);
    await joinIn(place('a'), parts);
    const folder = newFolder();
    await joinAt(parts, folder);
    expect(told).toEqual(digests(folder));
    const before = makings();
    await joinIn(place('a'), parts);
    expect(makings()).toEqual(before);
    await joinIn(place('b'), parts);
    expect(makings().every((made, i) => made > (before[i] ?? 0))).toBe(true);
  });

  test('refuses parts that lack a record of the archive or hold one twice', async () => {
    const parts = await buildParts();
    const [first] = parts;
    const out = newFolder();
    await expect(joinAt(parts.slice(1), out)).rejects.toThrow(
      /Search index: Unexpected \d+ unit-years, expected \d+\. Build the parts again\./u,
    );
    const twice = first === undefined ? [] : [...parts, { ...first, id: '97-2020' }];
    await expect(joinAt(twice, out)).rejects.toThrow(/Search index: Unexpected \d+ unit-years/u);
  });

  test('refuses parts that hold another number of projects', async () => {
    const parts = await buildParts();
    const searched = { archive, projects: projects + 1 };
    await expect(
      inSearchFolder(newFolder(), async (place) =>
        joinSearch(parts, searched, place, exampleSyllables),
      ),
    ).rejects.toThrow(`Unexpected ${projects} projects, expected ${projects + 1}.`);
  });
});
