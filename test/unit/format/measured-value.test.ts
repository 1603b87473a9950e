import { describe, expect, test } from 'vitest';
import { readMeasuredValue } from '../../../src/format/measured-value.ts';

describe('readMeasuredValue', () => {
  test.each([
    ['23500 元', { number: '23500', unit: '元' }],
    ['9. 7', { number: '9.7', unit: null }],
    ['９５％', { number: '95', unit: '%' }],
    ['1,200人', { number: '1200', unit: '人' }],
    ['0.42万元/人', { number: '0.42', unit: '万元/人' }],
  ])('reads %s', (printed, value) => {
    expect(readMeasuredValue(printed)).toEqual(value);
  });

  test.each([null, '', '及时', '≥95%', '10-20人', '3. 8.', '9月底前完成', '1,20'])(
    'does not read %s as one number',
    (printed) => {
      expect(readMeasuredValue(printed)).toBeUndefined();
    },
  );
});
