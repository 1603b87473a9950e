import { expect, test } from 'vitest';
import { originalPage } from '../../../src/format/original-place.ts';

test.each([
  ['a.pdf', 'P7L12C3', { page: 7, path: '/originals/a.pdf#page=7' }],
  ['a.pdf', 'P12L1', { page: 12, path: '/originals/a.pdf#page=12' }],
  ['a.pdf', 'L12C3', null],
  ['a.txt', 'P7L12', null],
  ['a.xlsx', 'S2R5C3', null],
  [null, 'P7L12', null],
])('the page of %s that %s stands on', (original, place, page) => {
  expect(originalPage(original, place)).toEqual(page);
});
