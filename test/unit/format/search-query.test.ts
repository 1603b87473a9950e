import { describe, expect, test } from 'vitest';
import { matchesQuery, parseSearchQuery, rankMatch } from '../../../src/format/search-query.ts';

describe('parseSearchQuery', () => {
  test.each([
    ['one word', '零工市场', ['零工市场']],
    ['several words', ' 零工　市场 2023 ', ['零工', '市场', '2023']],
    ['a word twice counts once', '零工 零工', ['零工']],
    ['quotation marks keep a blank between Latin words', '"Open Data" 平台', ['open data', '平台']],
    ['quotation marks join Chinese', '"就业 补助"', ['就业补助']],
    ['full-width quotation marks work too', '＂就业 补助＂', ['就业补助']],
    ['quotation marks inside quotation marks', '"示"例"词" 项目', ['示"例"词', '项目']],
    ['an unclosed quotation mark is a character', '"就业', ['"就业']],
    ['quotation marks inside a word are characters', '示"例"词', ['示"例"词']],
    ['curly quotation marks are characters', '“三公”经费', ['“三公”经费']],
    ['a document number in any brackets', '示函【２０２３】56号', ['示函(2023)56号']],
    ['one punctuation mark is a word', '％', ['%']],
    ['nothing', '   ', []],
    ['nothing but empty quotation marks', '""', ['""']],
  ])('%s', (_, typed, words) => {
    expect(parseSearchQuery(typed).words).toEqual(words);
  });
});

describe('matchesQuery', () => {
  test.each([
    ['all words in any order', '零工市场建设资金', '资金 零工', true],
    ['one word missing', '零工市场建设资金', '资金 培训', false],
    ['words in different fields', '零工市场\n≥95%', '零工 95', true],
    ['a word across two fields', '零工\n市场', '零工市场', false],
  ])('%s', (_, text, typed, expected) => {
    expect(matchesQuery(text, parseSearchQuery(typed).words)).toBe(expected);
  });
});

describe('rankMatch', () => {
  test('the query alone, at the start, inside, in another field, apart; short before long', () => {
    const query = parseSearchQuery('零工 市场');
    const ordered = [
      '零工市场',
      '零工市场建设',
      '零工市场建设资金',
      '县级零工市场',
      '示例项目\n零工市场',
      '市场化零工服务',
    ];
    const shuffled = [...ordered].reverse();
    expect(shuffled.sort((a, b) => rankMatch(a, query) - rankMatch(b, query))).toEqual(ordered);
  });
});
