import {
  appendFileSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { run } from '../../../scripts/watch.ts';
import { temporaryFolder } from '../../support/example-content.ts';

/** A watch over a new folder with imports that only note what they were given. */
async function watching(before: readonly string[] = [], options: readonly string[] = []) {
  const folder = realpathSync(temporaryFolder());
  for (const name of before) writeFileSync(join(folder, name), '示例');
  const imported: string[] = [];
  const printed: string[] = [];
  const watched = await run([folder, ...options], {
    print: (line) => printed.push(line),
    runImport: async ([path = '', wait, ...others]) => {
      expect(wait).toBe('--wait');
      const text = path === folder ? 'all' : await readFile(path, 'utf8');
      imported.push([basename(path), text, ...others].join(' '));
      return path.endsWith('bad.txt') ? 1 : 0;
    },
  });
  onTestFinished(() => watched.close());
  return { folder, imported, printed, watched };
}

/** Waits for real events of the file system, within a bound. */
const eventually = (check: () => void): Promise<void> =>
  vi.waitFor(check, { timeout: 20_000, interval: 50 });

describe('a watch over a folder', () => {
  test('imports a file that comes, once, when it is whole', async () => {
    const { folder, imported } = await watching();
    const file = join(folder, 'a.txt');
    writeFileSync(file, '一');
    for (const part of ['二', '三']) {
      await new Promise((done) => setTimeout(done, 120));
      appendFileSync(file, part);
    }
    await eventually(() => expect(imported).toEqual(['a.txt 一二三']));
  });

  test('imports files below it and files moved into it, and changes of both', async () => {
    const { folder, imported } = await watching();
    const outside = join(temporaryFolder(), 'b.txt');
    writeFileSync(outside, '乙');
    mkdirSync(join(folder, '2024'));
    writeFileSync(join(folder, '2024/a.txt'), '甲');
    renameSync(outside, join(folder, 'b.txt'));
    await eventually(() => expect(imported.toSorted()).toEqual(['a.txt 甲', 'b.txt 乙']));
    writeFileSync(join(folder, '2024/a.txt'), '甲改');
    await eventually(() => expect(imported.at(-1)).toBe('a.txt 甲改'));
  });

  test('imports what is there already as one, and passes options on', async () => {
    const { folder, imported } = await watching(['a.txt', 'b.txt'], ['--region', '990101']);
    expect(imported).toEqual([`${basename(folder)} all --region 990101`]);
    writeFileSync(join(folder, 'c.txt'), '丙');
    await eventually(() => expect(imported.at(-1)).toBe('c.txt 丙 --region 990101'));
    expect(imported).toHaveLength(2);
  });

  test('passes over hidden files and what is deleted, and goes on after a refusal', async () => {
    const { folder, imported, printed } = await watching();
    writeFileSync(join(folder, '.hidden.txt'), '隐');
    writeFileSync(join(folder, 'gone.txt'), '无');
    rmSync(join(folder, 'gone.txt'));
    writeFileSync(join(folder, 'bad.txt'), '坏');
    await eventually(() => expect(imported).toEqual(['bad.txt 坏']));
    await eventually(() =>
      expect(printed.at(-1)).toBe(`Not imported; mend it and save it again in ${folder}.`),
    );
    writeFileSync(join(folder, 'good.txt'), '好');
    await eventually(() => expect(imported).toEqual(['bad.txt 坏', 'good.txt 好']));
  });

  test('imports nothing more once it is stopped', async () => {
    const { folder, imported, watched } = await watching();
    await watched.close();
    writeFileSync(join(folder, 'late.txt'), '迟');
    await new Promise((done) => setTimeout(done, 900));
    expect(imported).toEqual([]);
  });
});

describe('a watch refuses', () => {
  const effects = { print: () => undefined, runImport: () => Promise.resolve(0) };

  test.each([
    ['no folder', [], 'Unexpected arguments, expected a folder. Write npm run watch -- <folder>'],
    ['an option first', ['--draft'], 'Unexpected arguments, expected a folder.'],
    ['a folder that is not there', ['nowhere'], 'nowhere: Unexpected absence, expected a folder.'],
    ['a file', ['package.json'], 'package.json: Unexpected file or link'],
    ['the content', ['content/pages'], 'content/pages: Unexpected folder in or around content'],
    ['all of the project', ['.'], '.: Unexpected folder in or around content'],
  ])('%s', async (_, args, message) => {
    await expect(run(args, effects)).rejects.toThrow(message);
  });

  test('a link', async () => {
    const folder = temporaryFolder();
    symlinkSync(temporaryFolder(), join(folder, 'link'));
    await expect(run([join(folder, 'link')], effects)).rejects.toThrow('Unexpected file or link');
  });

  test('a folder around other content it is told of', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'content'));
    for (const options of [['--content', `${folder}/content`], [`--content=${folder}/content`]])
      await expect(run([folder, ...options], effects)).rejects.toThrow('in or around');
  });
});
