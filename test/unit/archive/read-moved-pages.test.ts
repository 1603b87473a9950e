import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readMovedPages } from '../../../src/archive/read-moved-pages.ts';
import { temporaryFolder } from '../../support/example-content.ts';

const redirect = { from: '/units/a/', to: '/units/b/', reason: '单位改名', on: '2026-01-31' };
const tombstone = { path: '/units/c/', title: '示例', reason: '重复收录', on: '2026-01-31' };

const contentWith = (redirects: unknown, tombstones: unknown): string => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'redirects.json'), JSON.stringify(redirects));
  writeFileSync(join(folder, 'tombstones.json'), JSON.stringify(tombstones));
  return folder;
};

describe('readMovedPages', () => {
  test('reads both lists, and none where there is no file', () => {
    expect(readMovedPages(contentWith([redirect], [tombstone]))).toEqual({
      redirects: [redirect],
      tombstones: [tombstone],
    });
    expect(readMovedPages(temporaryFolder())).toEqual({ redirects: [], tombstones: [] });
  });

  test.each([
    [
      'an address given twice',
      [redirect],
      [{ ...tombstone, path: '/units/a/' }],
      'Unexpected second entry of /units/a/',
    ],
    [
      'a redirect to what is moved',
      [redirect],
      [{ ...tombstone, path: '/units/b/' }],
      'which is moved itself',
    ],
    ['an address of another host', [{ ...redirect, to: 'https://example.org/' }], [], '[0].to'],
    ['a reason left out', [{ ...redirect, reason: '' }], [], '[0].reason'],
    ['a day that is none', [], [{ ...tombstone, on: '2026-02-30' }], '[0].on'],
  ])('refuses %s', (_, redirects, tombstones, message) => {
    expect(() => readMovedPages(contentWith(redirects, tombstones))).toThrow(message);
  });
});
