import { describe, expect, test } from 'vitest';
import { findPinyin, isPinyinQuery } from '../../../src/format/search-pinyin.ts';

const files = [
  {
    names: ['县级零工市场建设', '零工市场补贴', '长治示例局', '绿化养护'],
    syllables: [
      'xian ji ling gong shi chang jian she',
      'ling gong shi chang bu tie',
      'chang zhi shi li ju',
      'lü hua yang hu',
    ],
  },
];

describe('isPinyinQuery', () => {
  test.each([
    ['lgsc', true],
    ['LGSC', true],
    ['lü', true],
    ['l', false],
    ['lg sc', false],
    ['ppp1', false],
    ['零工', false],
  ])('%s', (typed, expected) => {
    expect(isPinyinQuery(typed)).toBe(expected);
  });
});

describe('findPinyin', () => {
  test.each([
    ['initials', 'lgsc', ['零工市场']],
    ['whole syllables', 'linggongshichang', ['零工市场']],
    ['an unfinished last syllable', 'linggongshich', ['零工市场']],
    ['initials and syllables mixed', 'lgshichang', ['零工市场']],
    ['two-letter initials', 'lgshch', ['零工市场']],
    ['capitals', 'LGSC', ['零工市场']],
    ['the umlaut', 'lühua', ['绿化']],
    ['the commonest first', 'sc', ['市场']],
    ['several words', 'shi', ['市', '示']],
    ['letters that begin inside a syllable', 'inggong', []],
    ['letters that nothing spells', 'qqq', []],
  ])('%s', (_, typed, expected) => {
    expect(findPinyin(typed, files, 5)).toEqual(expected);
  });

  test('no more than asked for', () => {
    expect(findPinyin('shi', files, 1)).toEqual(['市']);
  });
});
