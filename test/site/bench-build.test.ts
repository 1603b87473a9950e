import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { ownEnvironment } from '../lib/build-example.ts';

const work = '.cache/bench-build-test';

afterAll(() => rmSync(work, { recursive: true, force: true }));

test('measures our build and the floor side by side, each with its time and output', async () => {
  const args = [
    'scripts/bench-build.ts',
    '--sizes',
    '5',
    '--only',
    'ours,pages,floor',
    '--work',
    work,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: ownEnvironment() });
  const printed = stdout.split('\n');
  const rows = printed
    .filter((line) => /^\| (?:ours|floor)/u.test(line))
    .map((line) => line.slice(2, -2).split(' | '));
  expect(rows.map(([name]) => name)).toEqual([
    'ours',
    'ours · parts',
    'ours · pages',
    'ours · join',
    "ours, pages alone with the floor's template",
    'floor: bare Astro',
  ]);
  expect(rows.filter(([, wall]) => !/^\d+\.\d$/u.test(wall ?? ''))).toEqual([]);
  expect(rows.at(-1)?.[4]).toBe('5');
  expect(printed.filter((line) => line.startsWith('Compared: '))).toEqual([
    expect.stringMatching(
      /^Compared: time of our pages to the floor, on the floor's template \d+\.\d\d ×$/u,
    ),
  ]);
});
