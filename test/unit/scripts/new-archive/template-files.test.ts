import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  copiedContent,
  copiedParts,
  ownContent,
} from '../../../../scripts/lib/new-archive/template-files.ts';

describe('what a new archive gets', () => {
  test('is all there', () => {
    const parts = [...copiedParts, ...copiedContent.map((part) => join('content', part))];
    expect(parts.filter((part) => !existsSync(part))).toEqual([]);
  });

  test('is decided for every file and folder of content/', () => {
    const decided: readonly string[] = [...copiedContent, ...ownContent];
    const names = readdirSync('content').filter((name) => name !== '.DS_Store');
    expect(names.filter((name) => !decided.includes(name))).toEqual([]);
    expect(new Set(decided).size).toBe(decided.length);
  });
});
