import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteManifestName } from '../../scripts/lib/checksum-manifest.ts';
import { copyExample, type ExampleCopy } from '../lib/build-example.ts';
import { dataPackageFaults } from '../support/data-package-faults.ts';

/** The lines of a site's manifest, by path: what every byte of the site is. */
function digests(site: string): Record<string, string> {
  const lines = readFileSync(join(site, siteManifestName), 'utf8').trimEnd().split('\n');
  return Object.fromEntries(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

/** Paths of all files below a folder. */
const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

const edit = (path: string, change: (text: string) => string): void => {
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
};

describe('a build on top of the last one', () => {
  const copy: ExampleCopy = copyExample('incremental');
  const records = join(copy.content, 'disclosures');
  const road = join(records, '990101/990101-gongluduan/2024-budget.json');
  const fresh = `${copy.site}-fresh`;
  const cache = join(copy.content, '../cache-of-fresh');

  /** A build of the same content with nothing to start from. */
  async function buildFresh(args: readonly string[] = []): Promise<Record<string, string>> {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(cache, { recursive: true, force: true });
    await copy.build(['--out', fresh, '--cache', cache, ...args]);
    return digests(fresh);
  }

  const unitPages = (): string[] =>
    filesOf(copy.site).filter((path) => /^units\/[^/]+\/\d{4}\/index\.html$/u.test(path));

  const modified = (path: string): number => statSync(join(copy.site, path)).mtimeMs;

  beforeAll(() => copy.build());
  afterAll(() => copy.remove());

  test('leaves the pages of units alone whose files are the same', async () => {
    const before = unitPages().map((path) => [path, modified(path)]);
    expect(before.length).toBeGreaterThan(3);
    const digest = digests(copy.site);
    await copy.build();
    expect(unitPages().map((path) => [path, modified(path)])).toEqual(before);
    expect(digests(copy.site)).toEqual(digest);
  });

  test('makes the same bytes as a full build after one record was changed', async () => {
    const before = new Map(unitPages().map((path) => [path, modified(path)]));
    edit(road, (text) => text.replaceAll('预算公开（示例）', '预算公开（示例，改）'));
    await copy.build();
    expect(digests(copy.site)).toEqual(await buildFresh());
    const touched = unitPages().filter((path) => modified(path) !== before.get(path));
    expect(touched).not.toEqual([]);
    expect(touched.every((path) => path.startsWith('units/990101-gongluduan/'))).toBe(true);
  });

  test('takes away every trace of a record and a unit that went', async () => {
    rmSync(join(records, '990101/990101-jiaotongju/2023-budget.json'));
    await copy.build();
    expect(existsSync(join(copy.site, 'units/990101-jiaotongju/2023/index.html'))).toBe(false);
    expect(digests(copy.site)).toEqual(await buildFresh());
  });

  test('follows what belongs to no unit: registers, texts and the divided archive', async () => {
    const topic = join(copy.content, 'topics/shili-linggong.md');
    edit(topic, (text) => `${text}\n示例：多出来的一段。\n`);
    const config = join(copy.content, 'archive.json');
    const former = existsSync(config) ? (JSON.parse(readFileSync(config, 'utf8')) as object) : {};
    writeFileSync(config, JSON.stringify({ ...former, partition: 'prefecture-year' }));
    await copy.build();
    expect(digests(copy.site)).toEqual(await buildFresh(['--records-per-process', '2']));
  });

  test('leads from every page of a divided archive to data that are there', () => {
    const files = new Set(filesOf(copy.site));
    const page = readFileSync(join(copy.site, 'data/index.html'), 'utf8');
    expect(dataPackageFaults(join(copy.site, 'data'))).toEqual([]);
    for (const path of files) {
      if (!path.endsWith('.html')) continue;
      const html = readFileSync(join(copy.site, path), 'utf8');
      for (const [, file = ''] of html.matchAll(/href="[^"]*\/(data\/[^"]+\.\w+)"/gu))
        expect(files.has(file), `${path}: ${file}`).toBe(true);
    }
    expect(page.match(/lines\.csv\.gz" download/gu)?.length).toBeGreaterThan(1);
    expect(page).not.toContain('lines.csv" download');
  });

  test('mends what somebody changed, removed or added in the site', async () => {
    const digest = digests(copy.site);
    const [first = '', second = ''] = unitPages();
    writeFileSync(join(copy.site, first), '示例：改坏了');
    rmSync(join(copy.site, second));
    mkdirSync(join(copy.site, 'units/990101-gongluduan/1999'), { recursive: true });
    writeFileSync(join(copy.site, 'units/990101-gongluduan/1999/index.html'), '示例');
    rmSync(join(copy.site, 'regions/990101'), { recursive: true });
    await copy.build();
    expect(digests(copy.site)).toEqual(digest);
    expect(filesOf(copy.site).filter((path) => path !== siteManifestName)).toEqual(
      Object.keys(digest).sort(),
    );
  });

  test('refuses a broken record and goes on from there once it is mended', async () => {
    const text = readFileSync(road, 'utf8');
    const digest = digests(copy.site);
    writeFileSync(road, text.replace('"year": 2024', '"year": "2024"'));
    await expect(copy.build()).rejects.toThrow(/2024-budget\.json: Unexpected record/u);
    writeFileSync(road, text);
    await copy.build();
    expect(digests(copy.site)).toEqual(digest);
  });

  describe('in slices', () => {
    const shards = ['1/2', '2/2'].map((name, i) => [name, `${copy.site}-shard-${i + 1}`] as const);
    const merged = `${copy.site}-merged`;

    test('that each know their own records alone, merges into the same site', async () => {
      const whole = digests(copy.site);
      for (const [name, out] of shards) {
        await copy.build(['--shard', name, '--out', out, '--cache', `${out}-cache`]);
      }
      const bare = `${copy.content}-with-records`;
      renameSync(records, bare);
      await copy.merge(
        shards.map(([, out]) => out),
        ['--out', merged, '--cache', `${merged}-cache`],
      );
      cpSync(bare, records, { recursive: true });
      expect(digests(merged)).toEqual(whole);
    });

    test('is refused when one is missing, or comes twice', async () => {
      const [, first = ''] = shards[0] ?? [];
      const out = ['--out', `${merged}-refused`, '--cache', `${merged}-refused-cache`];
      await expect(copy.merge([first, first], out)).rejects.toThrow(/Unexpected (?:part|unit)/u);
      const [, second = ''] = shards[1] ?? [];
      const one = filesOf(first).length > filesOf(second).length ? second : first;
      await expect(copy.merge([one], out)).rejects.toThrow(/Unexpected absence/u);
    });
  });
});
