import { describe, expect, test } from 'vitest';
import {
  evenName,
  isSameName,
  isShortened,
  looksDamaged,
} from '../../../src/checks/printed-names.ts';

test('blanks, widths, quotation marks and kinds of brackets do not make another name', () => {
  expect(evenName('“库房” 维护（二期）示财【2030】8号')).toBe(
    evenName('"库房"维护(二期)示财〔2030〕8号'),
  );
});

describe('isShortened', () => {
  test.each([
    ['库房改造', '库房维护及改造', true],
    ['2030年网络租赁', '2031年网络租赁', true],
    ['维护(采购纸张)', '采购纸张', true],
    ['会议费', '库房维护', false],
    ['费用', '库房维护费用', false],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(isShortened(one, other)).toBe(expected);
  });
});

describe('looksDamaged', () => {
  test.each([
    ['WAR维护', '维护', true],
    ['LED屏维护', 'LED屏维护费', false],
    ['维护费用', '维护', false],
    ['行政事』业', '行政事业', true],
  ])('%s beside %s: %s', (name, other, expected) => {
    expect(looksDamaged(name, other)).toBe(expected);
  });
});

describe('isSameName', () => {
  test.each([
    ['2031年库房维护', '库房维护', true],
    ['库房维护', '库房维护示财社【2030】8号', true],
    ['2030年库房维护', '2031年库房维护', false],
    ['库房维护', '库房维护费', false],
    ['"库房" 维护', '“库房”维护', true],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(isSameName(one, other)).toBe(expected);
  });
});
