import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const manual = readFileSync('content/pages/preservation.md', 'utf8');
const [, section = ''] = manual.split('## 每项承诺怎样检验\n');
const promises = section
  .split('\n')
  .filter((line) => /^\| .*`/u.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('the list of promises to librarians', () => {
  test('has a promise in every row, and a test for it', () => {
    expect(promises.length).toBeGreaterThan(10);
    for (const [, promise = '', tests = ''] of promises) {
      const named = [...tests.matchAll(/`([^`]+)`/gu)].map(([, name]) => name);
      expect(named, promise).not.toEqual([]);
      expect(
        named.filter((name) => !existsSync(`test/${name}.test.ts`)),
        promise,
      ).toEqual([]);
    }
  });
});
