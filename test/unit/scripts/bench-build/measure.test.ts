import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { differingFiles, sizeOfOutput } from '../../../../scripts/lib/bench-build/output-size.ts';
import {
  parseMemory,
  parseSession,
  readSessionMemory,
} from '../../../../scripts/lib/bench-build/process-memory.ts';
import { parseTimes } from '../../../../scripts/lib/bench-build/process-times.ts';
import { runMeasured } from '../../../../scripts/lib/bench-build/run-measured.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-build-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

describe('parseTimes', () => {
  test.each([
    ['0m0.01s 0m0.00s\n1m2.50s 0m0.25s\n', 62.76],
    ['0m0.000s 0m0.001s\n0m0.000s 0m0.000s', 0.001],
    ['0m0,5s 0m0,5s\n10m0,0s 0m1,0s\n', 602],
    ['', null],
    ['0m0.01s 0m0.00s\n', null],
  ])('%j is %j seconds', (text, seconds) => {
    expect(parseTimes(text)).toBe(seconds);
  });
});

describe('process memory', () => {
  test.each([
    ['12 (node) S 1 10 7 0 -1', 7],
    ['12 (a) b (c)) R 1 10 77 0 -1', 77],
    ['12', null],
    ['', null],
  ])('the session of %j is %j', (stat, session) => {
    expect(parseSession(stat)).toBe(session);
  });

  test('peak and resident set are read in bytes; a process that ended has none', () => {
    expect(parseMemory('Name:\tnode\nVmHWM:\t    2048 kB\nVmRSS:\t    1024 kB\n')).toEqual({
      peak: 2_097_152,
      resident: 1_048_576,
    });
    expect(parseMemory('Name:\tnode\nState:\tZ (zombie)\n')).toBeNull();
  });

  test('a session that is not there has no memory', () => {
    expect(readSessionMemory(-5)).toEqual([]);
  });
});

describe('output', () => {
  test('pages, search index and the rest are counted apart', () => {
    put('a/index.html', '12345');
    put('index.html', '123');
    put('pagefind/x.bin', '1234567');
    put('pagefind/ui.html', '1');
    put('data/a.csv', '12');
    expect(sizeOfOutput(folder)).toEqual({
      files: 5,
      pages: 2,
      pageBytes: 8,
      searchBytes: 8,
      dataBytes: 2,
    });
  });

  test('files of one folder alone and files of other bytes differ, same ones do not', () => {
    for (const side of ['one', 'two']) {
      put(`${side}/same.txt`, 'same');
      put(`${side}/deep/changed.txt`, side);
    }
    put('one/gone.txt', '');
    put('two/new.txt', '');
    expect(differingFiles(join(folder, 'one'), join(folder, 'two'))).toEqual([
      'deep/changed.txt',
      'gone.txt',
      'new.txt',
    ]);
  });
});

describe('runMeasured', () => {
  const request = (code: string, limits = { timeoutSeconds: 60, maxBytes: 2 ** 40 }) => ({
    command: [process.execPath, '-e', code] as const,
    folder,
    log: join(folder, 'logs/run.log'),
    limits,
  });

  test.runIf(existsSync('/proc/self/status'))(
    'tells the processor time and the largest process of everything a command starts',
    async () => {
      const busy =
        'const end=Date.now()+900;const kept=Buffer.alloc(90e6,1);while(Date.now()<end);';
      const code = `require('node:child_process').execFileSync(process.execPath,['-e',${JSON.stringify(busy)}])`;
      const { cpuSeconds, peakBytes, wallSeconds } = await runMeasured(request(code));
      expect(wallSeconds).toBeGreaterThan(0);
      expect(cpuSeconds).toBeGreaterThan(0);
      expect(peakBytes).toBeGreaterThan(90e6);
    },
  );

  test('a command that fails is told with what it printed last', async () => {
    await expect(
      runMeasured(request("console.error('no\\n  room');process.exitCode=3")),
    ).rejects.toThrow('ended with 3: no room');
  });

  test('a command that takes too long is ended', async () => {
    const endless = request('setInterval(()=>{},1e3)', { timeoutSeconds: 0.3, maxBytes: 2 ** 40 });
    await expect(runMeasured(endless)).rejects.toThrow('ended after 0.3 s (--timeout)');
  });

  test.runIf(existsSync('/proc/self/status'))(
    'a command that takes too much memory is ended',
    async () => {
      const large = request('setInterval(()=>{},1e3)', { timeoutSeconds: 60, maxBytes: 1000 });
      await expect(runMeasured(large)).rejects.toThrow(
        /^ended at \d+\.\d\d GiB, more than it may take \(--max-memory\)$/u,
      );
    },
  );
});
