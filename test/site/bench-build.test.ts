import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { ownEnvironment } from '../lib/build-example.ts';

const work = '.cache/bench-build-test';

afterAll(() => rmSync(work, { recursive: true, force: true }));

test('measures our build, the floor and the usual way side by side, each with its time and output', async () => {
  const args = [
    'scripts/bench-build.ts',
    '--sizes',
    '5',
    '--only',
    'ours,pages,floor,usual',
    '--work',
    work,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: ownEnvironment() });
  const printed = stdout.split('\n');
  const rows = printed
    .filter((line) => /^\| (?:ours|our own|floor)/u.test(line))
    .map((line) => line.slice(2, -2).split(' | '));
  expect(rows.map(([name]) => name)).toEqual([
    'ours',
    'ours · parts',
    'ours · pages',
    'ours · join',
    "ours, pages alone with the floor's template",
    'floor: bare Astro',
    'our own pages by astro build, and Pagefind',
    'our own pages by astro build, and Pagefind · pages',
    'our own pages by astro build, and Pagefind · search',
  ]);
  expect(rows.filter(([, wall]) => !/^\d+\.\d$/u.test(wall ?? ''))).toEqual([]);
  const row = (start: string) => rows.find(([name]) => name?.startsWith(start));
  expect(row('floor')?.[4]).toBe('5');
  // Its pages are ours, page for page.
  expect(row('our own pages')?.[4]).toBe(row('ours')?.[4]);
  expect(printed.filter((line) => line.startsWith('Compared: '))).toEqual([
    expect.stringMatching(
      /^Compared: time of ours to the usual way with the same pages \d+\.\d\d × · time of our pages to the floor, on the floor's template \d+\.\d\d ×$/u,
    ),
  ]);
});
