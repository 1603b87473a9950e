import { describe, expect, test } from 'vitest';
import { readSourceFile, sourceFiles } from '../../../scripts/lib/source-files.ts';

describe('a path that does not exist', () => {
  test.each([
    ['read', readSourceFile],
    ['walked', sourceFiles],
  ])('is refused with what to do when %s', async (_, act) => {
    await expect(act('test/fixtures/no-such-file.txt')).rejects.toThrow(
      'Unexpected path that does not exist, expected a file or folder. Check its spelling.',
    );
  });
});
