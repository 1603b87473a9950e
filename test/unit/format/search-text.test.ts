import { describe, expect, test } from 'vitest';
import {
  normaliseFields,
  normaliseSearchText,
  normaliseWithPlaces,
} from '../../../src/format/search-text.ts';

describe('normaliseSearchText', () => {
  test.each([
    ['full-width digits and letters become plain', '２０２３ＰＰＰ', '2023ppp'],
    ['every bracket becomes round', '〔1〕【2】[3]（4）(5)｛6｝〖7〗', '(1)(2)(3)(4)(5)(6)(7)'],
    ['book title marks stay', '《示例办法》', '《示例办法》'],
    ['curly quotation marks stay', '“三公”经费', '“三公”经费'],
    ['blanks inside Chinese go', ' 零 工　市\t场 ', '零工市场'],
    ['blanks between Chinese and digits go', '2023 年 预算', '2023年预算'],
    ['a blank between Latin words stays, as one', 'Open   Data 2', 'open data 2'],
    ['a blank inside a broken amount goes', '4506. 99', '4506.99'],
    ['Kangxi radicals become ordinary characters', '⾏⽬', '行目'],
    ['the door is read as the mainland writes it', '⼾', '户'],
    ['radicals of the supplement become ordinary characters', '⻔⻅', '门见'],
    ['circled numbers become digits', '①公务用车', '1公务用车'],
    ['invisible characters go', '零\u200b工\ufeff市\u00ad场', '零工市场'],
    ['per cent signs and comparators survive', '≥９５％', '≥95%'],
    ['nothing stays nothing', ' \t\u200b', ''],
  ])('%s', (_, original, expected) => {
    expect(normaliseSearchText(original)).toBe(expected);
  });

  test('is finished after one pass', () => {
    for (const text of ['㈠示例', 'ﬁn', '⑵ ⒈', 'Å㎡', '吕人社函〔2023〕 56 号']) {
      const once = normaliseSearchText(text);
      expect(normaliseSearchText(once)).toBe(once);
    }
  });
});

describe('normaliseWithPlaces', () => {
  test('tells where each unit of the comparable text is printed', () => {
    expect(normaliseWithPlaces('零 ①㎡')).toEqual({
      text: '零1m2',
      from: [0, 2, 3, 3],
      to: [1, 3, 4, 4],
    });
  });
});

describe('normaliseFields', () => {
  test('keeps fields apart, so that nothing spans two of them', () => {
    expect(normaliseFields(['零工', '市 场'])).toBe('零工\n市场');
  });
});
