import { describe, expect, test } from 'vitest';
import { listPinyin, preparePinyin } from '../../../src/archive/search-pinyin.ts';
import { exampleProjectRecord } from '../../support/example-parts.ts';

const spell = (name: string): string[] => Array.from(name, (character) => `s${character}`);

describe('listPinyin', () => {
  test('spells each Chinese name of projects once, in text order', () => {
    const records = ['灯会2024安保', '灯会'].map((name) => exampleProjectRecord(name));
    expect(listPinyin(records, spell)).toEqual([
      ['安保', 's安 s保'],
      ['灯会', 's灯 s会'],
    ]);
  });

  test('refuses a name that does not get a syllable for each character', () => {
    expect(() => listPinyin([exampleProjectRecord('灯会')], () => ['deng'])).toThrow(
      'Unexpected 1 syllables of "灯会"',
    );
  });
});

describe('preparePinyin', () => {
  test('puts the names of all parts together, each once', () => {
    const parts = [
      [['灯会', 'deng hui'] as const],
      [
        ['安保', 'an bao'],
        ['灯会', 'deng hui'],
      ] as const,
    ];
    expect(preparePinyin(parts)).toEqual({
      files: [{ names: ['安保', '灯会'], syllables: ['an bao', 'deng hui'] }],
      leftOut: 0,
    });
  });

  test('keeps what most parts have where there are too many, and tells how many it leaves out', () => {
    const parts = [
      [
        ['安保', 'an bao'],
        ['灯会', 'deng hui'],
      ] as const,
      [['灯会', 'deng hui'] as const],
    ];
    expect(preparePinyin(parts, 1)).toEqual({
      files: [{ names: ['灯会'], syllables: ['deng hui'] }],
      leftOut: 1,
    });
  });
});
