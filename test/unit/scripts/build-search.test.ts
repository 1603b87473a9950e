import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { run } from '../../../scripts/build-search.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Builds the index of the example archive; the digest of every file, and what was printed. */
async function build(
  ...args: string[]
): Promise<{ digests: Record<string, string>; printed: string[] }> {
  const out = mkdtempSync(join(tmpdir(), 'build-search-'));
  folders.push(out);
  const printed: string[] = [];
  const print = (line: string): void => void printed.push(line);
  await run(['--content', 'test/fixtures/site/content', '--out', out, ...args], { print });
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const digests = files.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [
      path.slice(out.length + 1),
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    ] as const;
  });
  return { digests: Object.fromEntries(digests.sort(([a], [b]) => (a < b ? -1 : 1))), printed };
}

describe('build-search', () => {
  test('the same records give the same bytes, without the interfaces of the engine', async () => {
    const first = await build();
    const second = await build();
    expect(second).toEqual(first);
    const names = Object.keys(first.digests);
    expect(names).toContain('pagefind/pagefind.js');
    expect(names).toContain('pagefind/archive/manifest.bin');
    expect(names.filter((name) => /-ui\.|highlight/u.test(name))).toEqual([]);
    expect(first.printed).toHaveLength(1);
    expect(first.printed[0]).toMatch(/^Search index: \d+ records in \d+ blocks$/u);
  });

  test('a partition cuts the records into parts by place and year', async () => {
    const { digests, printed } = await build('--partition', 'prefecture-year');
    expect(printed[0]).toMatch(/^Search index: \d+ records in \d+ blocks of \d parts$/u);
    const folders = new Set(Object.keys(digests).map((name) => name.split('/')[1]));
    expect(
      [...folders].filter((name) => /^9\d{3}-\d{4}$/u.test(name ?? '')).length,
    ).toBeGreaterThan(1);
    expect(folders).toContain('names');
    expect(folders).toContain('units-99');
    expect(folders).not.toContain('all');
  });

  test('a partition that is not known is refused', async () => {
    await expect(build('--partition', 'county')).rejects.toThrow(
      'Unexpected --partition "county", expected one of: none, province-year, prefecture-year',
    );
  });

  test('an archive that is not there is refused', async () => {
    await expect(
      run(['--content', 'no-such-folder'], { print: () => undefined }),
    ).rejects.toThrow();
  });
});
