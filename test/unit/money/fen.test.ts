import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
  AmountError,
  formatFen,
  formatFenPlain,
  isReadingOf,
  moneyUnits,
  normaliseNumber,
  parseFen,
  sumFen,
} from '../../../src/money/fen.ts';

describe('normaliseNumber', () => {
  test.each([
    ['1,432.48', '1432.48'],
    ['１，４３２．４８', '1432.48'],
    ['4506. 99', '4506.99'],
    [' 0.00 ', '0.00'],
    ['－12', '-12'],
    ['1,230,000', '1230000'],
    ['007', '007'],
  ])('%s is read as %s', (printed, expected) => {
    expect(normaliseNumber(printed)).toBe(expected);
  });

  test.each([
    '',
    ' ',
    '-',
    '—',
    '12万',
    '1,23',
    '5055, 10',
    '12,34.5',
    '1.2.3',
    '.5',
    '5.',
    '1e5',
    '(12)',
    '0x10',
  ])('"%s" is not one plain decimal number', (printed) => {
    expect(normaliseNumber(printed)).toBeUndefined();
  });
});

describe('parseFen', () => {
  test.each([
    ['1,432.48', '万元', 1_432_480_000],
    ['0.00', '万元', 0],
    ['0.000001', '万元', 1],
    ['130,000', '元', 13_000_000],
    ['23500.5', '元', 2_350_050],
    ['1.2', '亿元', 12_000_000_000],
    ['-0.12', '万元', -120_000],
    ['1.2300000000', '元', 123],
  ] as const)('%s %s is %i 分', (printed, moneyUnit, fen) => {
    expect(parseFen(printed, moneyUnit)).toBe(fen);
  });

  test('minus zero is zero', () => {
    expect(Object.is(parseFen('-0.00', '元'), 0)).toBe(true);
  });

  test.each([
    ['12万', '万元', 'Unexpected amount "12万", expected a decimal number in 万元'],
    ['', '元', 'Unexpected amount "", expected a decimal number in 元'],
    ['0.001', '元', 'Unexpected amount "0.001" 元, expected nothing finer than 分'],
    [
      '99999999999999',
      '万元',
      'Unexpected amount "99999999999999" 万元, expected less than 90 万亿元',
    ],
  ] as const)('%s %s is refused', (printed, moneyUnit, message) => {
    expect(() => parseFen(printed, moneyUnit)).toThrow(new AmountError(message));
  });
});

describe('isReadingOf', () => {
  test('holds for the exact reading only', () => {
    expect(isReadingOf(1_432_480_000, '1432.48', '万元')).toBe(true);
    expect(isReadingOf(1_432_480_001, '1432.48', '万元')).toBe(false);
  });

  test('unreadable text is false, not an error', () => {
    expect(isReadingOf(0, '', '万元')).toBe(false);
    expect(isReadingOf(0, '—', '万元')).toBe(false);
  });
});

describe('sumFen', () => {
  test('a missing amount is counted, never taken as zero', () => {
    expect(sumFen([100, null, 250, undefined])).toEqual({ fen: 350, known: 2, missing: 2 });
  });

  test('a sum of nothing known is null, a sum of zeros is zero', () => {
    expect(sumFen([null])).toEqual({ fen: null, known: 0, missing: 1 });
    expect(sumFen([])).toEqual({ fen: null, known: 0, missing: 0 });
    expect(sumFen([0, 0])).toEqual({ fen: 0, known: 2, missing: 0 });
  });

  test('a sum beyond exact integers is refused', () => {
    expect(() => sumFen([Number.MAX_SAFE_INTEGER, 1])).toThrow(AmountError);
  });
});

describe('formatFen', () => {
  test.each([
    [1_432_480_000, '万元', '1,432.48'],
    [0, '万元', '0.00'],
    [-120_000, '万元', '-0.12'],
    [1, '万元', '0.000001'],
    [123_456_789_012, '元', '1,234,567,890.12'],
    [5_055_100_000, '亿元', '0.50551'],
  ] as const)('%i 分 in %s is %s', (fen, moneyUnit, text) => {
    expect(formatFen(fen, moneyUnit)).toBe(text);
  });

  test('a fraction of a 分 is refused', () => {
    expect(() => formatFen(0.5, '元')).toThrow(AmountError);
  });
});

describe('formatFenPlain', () => {
  test.each([
    [1_432_480_000, '元', 0, '14324800'],
    [1_432_480_050, '元', 0, '14324800.5'],
    [1_432_480_050, '元', 2, '14324800.50'],
    [-5, '元', 0, '-0.05'],
  ] as const)('%i 分 in %s with %i decimals is %s', (fen, moneyUnit, minDecimals, text) => {
    expect(formatFenPlain(fen, moneyUnit, minDecimals)).toBe(text);
  });

  test('printing and parsing again gives the same 分', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...moneyUnits), (fen, moneyUnit) => {
        expect(parseFen(formatFenPlain(fen, moneyUnit), moneyUnit)).toBe(fen);
        expect(parseFen(formatFen(fen, moneyUnit), moneyUnit)).toBe(fen);
      }),
      { numRuns: 1000 },
    );
  });
});
