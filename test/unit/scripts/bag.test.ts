import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../../scripts/bag.ts';
import {
  digestFolder,
  manifestText,
  siteManifestName,
  writeSiteManifest,
} from '../../../scripts/lib/checksum-manifest.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bag-'));
  await mkdir(join(folder, 'content/disclosures'), { recursive: true });
  await mkdir(join(folder, 'dist/data'), { recursive: true });
  await writeFile(join(folder, 'content/disclosures/示例 一.json'), '{"示例":1}\n');
  await writeFile(join(folder, 'dist/data/lines.csv'), 'a,b\n');
  await writeFile(join(folder, 'dist/index.html'), '<p>示例');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bag = (...more: string[]): Promise<void> =>
  run(
    [
      '--out',
      join(folder, 'bag'),
      '--dir',
      join(folder, 'dist'),
      '--content',
      join(folder, 'content'),
      ...more,
    ],
    { print: () => undefined },
  );

/** Checks a manifest as sha256sum -c does: every line, every file; the lines that fail. */
async function failingLines(root: string, manifest: string): Promise<string[]> {
  const lines = (await readFile(join(root, manifest), 'utf8'))
    .split('\n')
    .filter((line) => line !== '');
  const failing: string[] = [];
  for (const line of lines) {
    const parts = /^([0-9a-f]{64}) {2}(.+)$/u.exec(line);
    const bytes =
      parts?.[2] === undefined
        ? undefined
        : await readFile(join(root, parts[2])).catch(() => undefined);
    const sha256 = bytes === undefined ? '' : createHash('sha256').update(bytes).digest('hex');
    if (parts?.[1] !== sha256) failing.push(line);
  }
  return failing;
}

describe('npm run bag', () => {
  test('takes kept sources along, and neither drafts nor what an import left', async () => {
    await mkdir(join(folder, 'content/drafts/990102'), { recursive: true });
    await mkdir(join(folder, 'dist/originals'));
    await writeFile(join(folder, 'content/drafts/990102/a.json'), '{}');
    await writeFile(join(folder, 'content/.import.lock'), '');
    await writeFile(join(folder, 'dist/originals/a.pdf'), '%PDF');
    await bag('--date', '2026-01-31');
    const files = (await digestFolder(join(folder, 'bag/data'))).map(({ path }) => path);
    expect(files).toEqual([
      'content/disclosures/示例 一.json',
      'data/lines.csv',
      'originals/a.pdf',
    ]);
  });

  test('makes a bag whose manifest and tag manifest hold, Chinese names and blanks included', async () => {
    await bag('--date', '2026-01-31');
    const root = join(folder, 'bag');
    expect(await failingLines(root, 'manifest-sha256.txt')).toEqual([]);
    expect(await failingLines(root, 'tagmanifest-sha256.txt')).toEqual([]);
    expect((await digestFolder(root)).map(({ path }) => path)).toEqual([
      'bag-info.txt',
      'bagit.txt',
      'data/content/disclosures/示例 一.json',
      'data/data/lines.csv',
      'manifest-sha256.txt',
      'tagmanifest-sha256.txt',
    ]);
    expect(await readFile(join(root, 'bagit.txt'), 'utf8')).toBe(
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    );
    expect(await readFile(join(root, 'bag-info.txt'), 'utf8')).toContain(
      'Bagging-Date: 2026-01-31\nPayload-Oxum: 17.2\n',
    );
  });

  test('a changed file makes its manifest fail', async () => {
    await bag('--date', '2026-01-31');
    await writeFile(join(folder, 'bag/data/data/lines.csv'), 'a,c\n');
    expect(await failingLines(join(folder, 'bag'), 'manifest-sha256.txt')).toHaveLength(1);
  });

  test('is refused without a date, into a folder in use, and without a built site', async () => {
    await expect(bag()).rejects.toThrow(
      'Unexpected --date "", expected the day of the deposit, e.g. --date 2026-01-31.',
    );
    await bag('--date', '2026-01-31');
    await expect(bag('--date', '2026-01-31')).rejects.toThrow(
      'Unexpected files, expected an empty folder. Choose another --out.',
    );
    await rm(join(folder, 'bag'), { recursive: true });
    await rm(join(folder, 'dist/data'), { recursive: true });
    await expect(bag('--date', '2026-01-31')).rejects.toThrow(
      'Unexpected missing folder, expected a built site. Run npm run build first.',
    );
  });
});

describe('writeSiteManifest', () => {
  test('lists every file of the site but itself, the same when written again', async () => {
    const site = join(folder, 'dist');
    expect(await writeSiteManifest(site)).toBe(2);
    const first = await readFile(join(site, siteManifestName), 'utf8');
    expect(await writeSiteManifest(site)).toBe(2);
    expect(await readFile(join(site, siteManifestName), 'utf8')).toBe(first);
    expect(await failingLines(site, siteManifestName)).toEqual([]);
    expect(first).toBe(manifestText(await digestFolder(site, new Set([siteManifestName]))));
  });

  test('a file name that tools would read differently is refused', async () => {
    await writeFile(join(folder, 'dist/a%b.txt'), '');
    await expect(writeSiteManifest(join(folder, 'dist'))).rejects.toThrow(
      'Unexpected file name "a%b.txt"',
    );
  });
});
