import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { isInParts, wholeFileNames } from '../../../src/downloads/whole-files.ts';
import { dataFileNames } from '../../../src/schema/data-files.ts';
import { exampleContent } from '../../support/example-content.ts';

const { config, unitYears } = readContent(exampleContent);
const divided = { ...config, partition: 'province-year' } as const;

describe('isInParts', () => {
  test.each([
    ['an archive that is not divided', { config, unitYears }, false],
    ['a divided one', { config: divided, unitYears }, true],
    [
      'a divided one without a record, which has no parts',
      { config: divided, unitYears: [] },
      false,
    ],
  ])('of %s', (_, archive, expected) => {
    expect(isInParts(archive)).toBe(expected);
  });
});

describe('wholeFileNames', () => {
  test('are all files, and those of registers alone where the data are in parts', () => {
    expect(wholeFileNames(false)).toEqual(dataFileNames);
    expect(wholeFileNames(true)).toEqual(['regions', 'subjects']);
  });
});
