import { expect, test } from 'vitest';
import { partOf } from '../../../src/archive/part-of.ts';

test.each([
  ['none', 'all'],
  ['province-year', '14-2024'],
  ['prefecture-year', '1411-2024'],
] as const)(
  'a record of 离石区 in 2024 belongs to one part of the partition %s',
  (partition, id) => {
    expect(partOf(partition, { regionCode: '141102', year: 2024 })).toBe(id);
  },
);
