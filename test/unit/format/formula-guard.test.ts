import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardFormula, unguardFormula } from '../../../src/format/formula-guard.ts';

describe('guardFormula', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+示例', "'+示例"],
    ['-5℃', "'-5℃"],
    ['@示例', "'@示例"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['＝1+1', "'＝1+1"],
    ["'=1+1", "''=1+1"],
    ['-', "'-"],
  ])('puts an apostrophe before %j', (text, field) => {
    expect(guardFormula(text)).toBe(field);
  });

  test.each(['', '示例项目', '-5.00', '-1,234.56', '+3', "'示例'", '1=1', '≥95%'])(
    'leaves %j alone',
    (text) => {
      expect(guardFormula(text)).toBe(text);
    },
  );

  test('is undone exactly for any text, and leaves no field that begins a formula', () => {
    const text = fc.string({
      unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '＝', '1', '.', '示', ','),
    });
    fc.assert(
      fc.property(text, (value) => {
        const field = guardFormula(value);
        expect(unguardFormula(field)).toBe(value);
        expect(/^[=@\t\r＝＋－＠]/u.test(field)).toBe(false);
      }),
      { numRuns: 1000, seed: 20240101 },
    );
  });
});
