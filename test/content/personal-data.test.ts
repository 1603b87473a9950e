import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { containsPersonalData } from '../../src/assemble/personal-data.ts';

/** Every text in a JSON value, numbers left out: a bare amount in 分 can look like a telephone number. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsOf(inner)]);
}

const files = globSync('content/**/*.{json,md}').sort();

describe('content/', () => {
  test('has files of every kind to guard', () => {
    expect(
      files.filter((file) => file.startsWith('content/disclosures/')).length,
    ).toBeGreaterThanOrEqual(5);
    expect(files.some((file) => file.endsWith('.md'))).toBe(true);
  });

  test.each(files)('%s holds no personal data', (file) => {
    const text = readFileSync(file, 'utf8');
    const texts = file.endsWith('.json') ? textsOf(JSON.parse(text)) : text.split('\n');
    expect(texts.filter(containsPersonalData)).toEqual([]);
  });

  test('would not pass with personal data in a record', () => {
    const planted = {
      forms: [{ name: '经办人：张三丰', place: 'L1' }, { note: '电话：0358-1234567' }],
    };
    expect(textsOf(planted).filter(containsPersonalData)).toEqual([
      '经办人：张三丰',
      '电话：0358-1234567',
    ]);
  });
});
