import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyIfChanged, isCopy } from '../../../src/downloads/copy-if-changed.ts';
import { temporaryFolder } from '../../support/example-content.ts';

describe('isCopy', () => {
  test('is what was copied and not touched since, and nothing that is not there', () => {
    const folder = temporaryFolder();
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    expect(isCopy(from, to)).toBe(false);
    writeFileSync(from, 'one');
    expect(isCopy(from, to)).toBe(false);
    copyIfChanged(from, to);
    expect(isCopy(from, to)).toBe(true);
    utimesSync(to, 1, 1);
    expect(isCopy(from, to)).toBe(false);
  });
});

describe('copyIfChanged', () => {
  test('copies a file once, into folders that are not there, and again when it was written anew', () => {
    const folder = temporaryFolder();
    const from = join(folder, 'from');
    const to = join(folder, 'a/b/to');
    writeFileSync(from, 'one');
    expect([copyIfChanged(from, to), copyIfChanged(from, to)]).toEqual([true, false]);
    expect(statSync(to).ino).not.toBe(statSync(from).ino);
    writeFileSync(from, 'two');
    utimesSync(from, 1, 1);
    expect([copyIfChanged(from, to), copyIfChanged(from, to)]).toEqual([true, false]);
    expect(readFileSync(to, 'utf8')).toBe('two');
  });

  test('puts back a copy that somebody changed', () => {
    const folder = temporaryFolder();
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    writeFileSync(from, 'one');
    utimesSync(from, 1, 1);
    copyIfChanged(from, to);
    writeFileSync(to, 'six');
    expect(copyIfChanged(from, to)).toBe(true);
    expect(readFileSync(to, 'utf8')).toBe('one');
    expect(readFileSync(from, 'utf8')).toBe('one');
  });
});
