import { describe, expect, test } from 'vitest';
import { hasOwnMeasure, isAmountText, readFormAmount } from '../../../src/assemble/form-amount.ts';
import type { FormToken } from '../../../src/assemble/form-rows.ts';

const token = (text: string, more: Partial<FormToken> = {}): FormToken => ({
  text,
  place: 'L1C2',
  column: 1,
  ...more,
});

describe('readFormAmount', () => {
  test.each([
    ['30,000', '30,000', '元', 3_000_000],
    ['3,710,644.1', '3,710,644.1', '元', 371_064_410],
    ['４５６０', '４５６０', '元', 456_000],
    ['4506. 99', '4506. 99', '元', 450_699],
    ['0', '0', '元', 0],
    ['300 万元', '300', '万元', 300_000_000],
    ['23500 元', '23500', '元', 2_350_000],
    ['1.5亿元', '1.5', '亿元', 15_000_000_000],
  ] as const)('%s', (text, printed, moneyUnit, fen) => {
    expect(readFormAmount(token(text), text, '元')).toEqual({
      printed,
      moneyUnit,
      fen,
      place: 'L1C2',
    });
  });

  test('the measure of the header counts where the cell prints none', () => {
    expect(readFormAmount(token('300'), '300', '万元')?.fen).toBe(300_000_000);
  });

  test.each(['', '-', '300000 5', '1,23', '0.001', '12万', '三万元'])('%s is no amount', (text) => {
    expect(readFormAmount(token(text), text, '元')).toBeUndefined();
  });

  test('a corrected amount keeps what the source prints and the id of the correction', () => {
    const corrected = token('300000元', { printed: '300000 5', correction: 'c3' });
    expect(readFormAmount(corrected, corrected.text, '元')).toEqual({
      printed: '300000 5',
      read: '300000',
      moneyUnit: '元',
      fen: 30_000_000,
      place: 'L1C2',
      correction: 'c3',
    });
  });

  test('a correction of an empty cell prints what it restores', () => {
    const corrected = token('5元', { printed: '', correction: 'c3' });
    expect(readFormAmount(corrected, corrected.text, '元')?.printed).toBe('5');
  });
});

test('amounts are told from other figures', () => {
  const texts = ['300', '300 万元', '100%', '10 10', '示例'];
  expect(texts.map(isAmountText)).toEqual([true, true, false, false, false]);
  expect(texts.map(hasOwnMeasure)).toEqual([false, true, false, false, false]);
});
