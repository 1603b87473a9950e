import { describe, expect, test } from 'vitest';
import { run } from '../../scripts/import.ts';
import { hostileFiles } from '../lib/hostile-files.ts';
import { memoryDisk } from '../lib/import-effects.ts';

describe('hostile files', () => {
  test('sixty kinds are tried', () => {
    expect(hostileFiles.length).toBeGreaterThanOrEqual(60);
    expect(new Set(hostileFiles.map(([name]) => name)).size).toBe(hostileFiles.length);
  });

  test.each(hostileFiles)(
    '%s is refused and leaves nothing',
    async (_, bytes, words) => {
      const disk = memoryDisk({ 'in/file': bytes });
      expect(await run(['in/file'], disk)).toBe(1);
      expect(disk.printed.at(-1)).toBe('Nothing was written.');
      expect(disk.printed.join('\n')).toContain(words);
      expect(disk.written).toEqual([]);
    },
    30_000,
  );
});
