import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../../scripts/import.ts';
import { lockContent } from '../../../scripts/lib/import-lock.ts';
import { memoryDisk } from '../../lib/import-effects.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const fixture = (name: string): string =>
  readFileSync(join(root, 'test/fixtures/import', name, 'source.txt'), 'utf8');
const tabbed = fixture('tabbed');

/** 示例: the same document for another unit. */
const documentOf = (unit: string): string => tabbed.replaceAll('示例市示例区示例局', unit);

let folder: string;
let sources: string;
let content: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-folder-'));
  sources = join(folder, 'in');
  content = join(folder, 'content');
  mkdirSync(sources);
  mkdirSync(join(content, 'table-sets'), { recursive: true });
  const { files } = memoryDisk();
  for (const [path, text] of files) writeFileSync(join(folder, path), text);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Documents of as many units. */
function writeSources(count = 12): void {
  for (let n = 1; n <= count; n += 1) {
    const name = Array.from(String(n), (digit) => '零一二三四五六七八九'.charAt(Number(digit)));
    writeFileSync(
      join(sources, `${String(n).padStart(2, '0')}.txt`),
      documentOf(`示例市示例区示例${name.join('')}局`),
    );
  }
}

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
}

/** An import as a person starts it, without a terminal. */
function start(args: readonly string[]): {
  child: ReturnType<typeof spawn>;
  ended: Promise<Ended>;
} {
  const child = spawn(
    process.execPath,
    ['scripts/import.ts', sources, '--content', content, ...args],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let out = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (out += part.toString()));
  const ended = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
    out,
  }));
  return { child, ended };
}

const importFolder = (...args: string[]): Promise<Ended> => start(args).ended;

/** Paths and texts of all files below the content folder but the lock's. */
function contentFiles(): Record<string, string> {
  const entries = readdirSync(content, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  return Object.fromEntries(
    paths.map((path) => [path.slice(content.length + 1), readFileSync(path, 'utf8')]),
  );
}

const units = (): string[] =>
  (
    JSON.parse(readFileSync(join(content, 'units.json'), 'utf8')) as { units: { id: string }[] }
  ).units.map(({ id }) => id);

const records = (): string[] =>
  Object.keys(contentFiles()).filter((path) => path.startsWith('disclosures/'));

describe('a folder of documents', () => {
  test('gives the same files and the same output with four jobs as with one', async () => {
    writeSources();
    writeFileSync(join(sources, '05.txt'), '示例');
    copyFileSync(join(sources, '03.txt'), join(sources, '07.txt'));
    writeFileSync(join(sources, '09.txt'), `${documentOf('示例市示例区示例一局')}\n`);
    const one = await importFolder('--jobs', '1');
    const serial = contentFiles();
    rmSync(join(content, 'disclosures'), { recursive: true });
    rmSync(join(content, 'units.json'));
    const four = await importFolder('--jobs', '4');
    expect(four).toEqual(one);
    expect(contentFiles()).toEqual(serial);
    expect(one.code).toBe(1);
    expect(records()).toHaveLength(9);
    const last = one.out.trimEnd().split('\n').slice(-3);
    expect(last[0]).toMatch(/^Refused: .*05\.txt: /u);
    expect(last[1]).toMatch(/09\.txt: Unexpected second source of .*; .*01\.txt is the first/u);
    expect(last[2]).toBe('9 imported, 1 passed over, 2 refused.');
    expect(one.out).toMatch(/07\.txt → .* \(passed over: the same bytes as .*03\.txt\)/u);
  });

  test('is passed over where it is imported already, and read again with --replace', async () => {
    writeSources(3);
    expect((await importFolder()).code).toBe(0);
    const before = contentFiles();
    writeFileSync(join(sources, '04.txt'), documentOf('示例市示例区示例四局'));
    const again = await importFolder();
    expect(again.code).toBe(0);
    expect(again.out.match(/passed over: imported already in /gu)).toHaveLength(3);
    expect(again.out).toMatch(/\n1 imported, 3 passed over, 0 refused\.\n$/u);
    expect(contentFiles()).toMatchObject({ ...before, 'units.json': expect.anything() as string });
    const replaced = await importFolder('--replace');
    expect(replaced.out).toMatch(/\n4 imported, 0 passed over, 0 refused\.\n$/u);
  });

  test('is read again where the operator says something else of it', async () => {
    writeSources(1);
    await importFolder('--publisher', '示例财政局');
    expect((await importFolder('--publisher', '示例财政局')).out).toContain('passed over');
    const other = await importFolder('--publisher', '示例市政府');
    expect(other.code).toBe(1);
    expect(other.out).toContain('Import with --replace to replace it');
  });

  test.each([['SIGKILL'], ['SIGINT']] as const)(
    'ended by %s in the middle, it is finished by the same command',
    async (signal) => {
      writeSources(30);
      const { child, ended } = start(['--jobs', '2']);
      while (records().length === 0) await pause(5);
      child.kill(signal);
      const stop = await ended;
      expect(stop.code).toBe(signal === 'SIGINT' ? 130 : null);
      const between = records();
      for (const path of between) JSON.parse(contentFiles()[path] ?? '');
      const second = await importFolder('--jobs', '2');
      expect([second.code, records().length, units().length]).toEqual([0, 30, 30]);
      expect(second.out.match(/passed over: imported already/gu)).toHaveLength(between.length);
      const stray = readdirSync(content, { recursive: true }).filter((name) =>
        String(name).endsWith('.tmp'),
      );
      expect(stray).toEqual([]);
    },
  );
});

describe('two imports into one content folder', () => {
  test('the second is refused while the first is at work, naming it', async () => {
    writeSources(1);
    const unlock = await lockContent(content, false);
    const second = await importFolder();
    expect(second.code).toBe(1);
    expect(second.out).toContain(
      `${content}: Unexpected other import at work (process ${process.pid}), expected none. Let it end, or say --wait.`,
    );
    expect(records()).toEqual([]);
    await unlock();
    expect((await importFolder()).code).toBe(0);
  });

  test('both wait for each other with --wait, and no unit is lost', async () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    writeSources(6);
    for (const name of ['04.txt', '05.txt', '06.txt']) {
      copyFileSync(join(sources, name), join(other, name));
      rmSync(join(sources, name));
    }
    const all = await Promise.all([
      importFolder('--wait'),
      (async () => {
        const child = spawn(
          process.execPath,
          ['scripts/import.ts', other, '--content', content, '--wait'],
          { cwd: root, stdio: 'ignore' },
        );
        const [code] = (await once(child, 'close')) as [number];
        return { code };
      })(),
    ]);
    expect(all.map(({ code }) => code)).toEqual([0, 0]);
    expect([records().length, units().length]).toEqual([6, 6]);
  });

  test('a lock whose holder was killed holds nobody up', async () => {
    writeSources(1);
    const holder = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const { lockContent } = await import(${JSON.stringify(join(root, 'scripts/lib/import-lock.ts'))});
         await lockContent(${JSON.stringify(content)}, false);
         console.log('held'); setInterval(() => undefined, 1000);`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(holder.stdout, 'data');
    await expect(lockContent(content, false)).rejects.toThrow(`process ${holder.pid}`);
    holder.kill('SIGKILL');
    await once(holder, 'close');
    expect((await importFolder()).code).toBe(0);
  });
});

describe('a folder that is not what was meant', () => {
  test('an empty folder is refused', async () => {
    const { code, out } = await importFolder();
    expect(code).toBe(1);
    expect(out).toContain(`Unexpected empty folder, expected source files in ${sources}.`);
  });

  test('links and hidden files in a folder are passed over, a link named is refused', async () => {
    writeSources(1);
    symlinkSync(join(sources, '01.txt'), join(sources, '02.txt'));
    writeFileSync(join(sources, '.03.txt'), '示例');
    const { code, out } = await importFolder();
    expect([code, records().length]).toEqual([0, 1]);
    expect(out).not.toContain('02.txt');
    const named = spawn(
      process.execPath,
      ['scripts/import.ts', join(sources, '02.txt'), '--content', content],
      { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    let said = '';
    named.stdout.on('data', (part: Buffer) => (said += part.toString()));
    const [status] = (await once(named, 'close')) as [number];
    expect(status).toBe(1);
    expect(said).toContain('Unexpected link to another file');
  });

  test('without a terminal nothing is asked: the option to give is named', async () => {
    writeFileSync(join(sources, 'a.txt'), documentOf('无名局'));
    const { code, out } = await importFolder();
    expect(code).toBe(1);
    expect(out).toContain('Name the division with --region <six-digit code>.');
    const asked = await importFolder('--ask');
    expect(asked.code).toBe(1);
    expect(asked.out).toContain('--ask: Unexpected without a terminal. Give --unit');
    expect(records()).toEqual([]);
  });

  test('a content folder that is not there is refused, and not made', async () => {
    writeSources(1);
    const { code, out } = await importFolder('--content', join(folder, 'no-content'));
    expect(code).toBe(1);
    expect(out).toContain('Unexpected absence, expected a content folder. Check --content.');
    expect(existsSync(join(folder, 'no-content'))).toBe(false);
  });

  test('help is printed and nothing done', async () => {
    const { code, out } = await importFolder('--help');
    expect(code).toBe(0);
    expect(out).toContain('Exit codes\n  0 ');
    expect(existsSync(join(content, 'disclosures'))).toBe(false);
  });
});

describe('a disk that cannot be written', () => {
  test('nothing is half written: the register is put back where the record has no place', async () => {
    writeSources(1);
    expect((await importFolder()).code).toBe(0);
    const before = contentFiles();
    writeFileSync(join(sources, '02.txt'), documentOf('示例市示例区示例二局'));
    mkdirSync(join(content, 'disclosures/990102/990102-shilierju/2024-budget.json'), {
      recursive: true,
    });
    const { code, out } = await importFolder();
    expect(code).toBe(1);
    expect(out).toContain('EISDIR');
    expect(contentFiles()).toEqual(before);
  });
});

test('a folder the disk does not let read is refused with what the disk says', async () => {
  const disk = memoryDisk();
  const sourceFiles = () => Promise.reject(new Error('EACCES: permission denied, scandir in'));
  expect(await run(['in'], { ...disk, sourceFiles })).toBe(1);
  expect([disk.printed, disk.written]).toEqual([['EACCES: permission denied, scandir in'], []]);
});

test.runIf(process.getuid?.() !== 0)('a folder that may not be read is refused', async () => {
  writeSources(1);
  chmodSync(sources, 0);
  const { code, out } = await importFolder();
  chmodSync(sources, 0o700);
  expect(code).toBe(1);
  expect(out).toContain('EACCES');
});
