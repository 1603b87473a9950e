import { describe, expect, test } from 'vitest';
import { citedDocumentSlug, citedNumber } from '../../../src/archive/cited-document-slug.ts';

describe('citedDocumentSlug', () => {
  test('is made of the digits of the number and a digest of all of it', () => {
    expect(citedDocumentSlug({ number: '示财〔2019〕87号', title: '关于示例事项的通知' })).toBe(
      '2019-87-aa3e1cf7',
    );
  });

  test('is the same whatever the title and the blanks', () => {
    const slug = citedDocumentSlug({ number: '示财〔2019〕87号', title: null });
    expect(citedDocumentSlug({ number: '示财〔２０１９〕 87 号', title: '别的题名' })).toBe(slug);
  });

  test('differs for two numbers with the same digits', () => {
    expect(citedDocumentSlug({ number: '示农〔2019〕87号', title: null })).not.toBe(
      citedDocumentSlug({ number: '示财〔2019〕87号', title: null }),
    );
  });

  test('is a digest of the title where no number is cited', () => {
    expect(citedDocumentSlug({ number: null, title: '只有题名的示例办法' })).toBe('t-171d695c5c78');
  });
});

test.each([
  ['示财[2019]87号', '示财〔2019〕87号', '示财〔2019〕87号'],
  ['第八十七号', null, '第八十七号'],
  [null, null, null],
])('citedNumber of %j and %j is %j', (number, normalisedNumber, expected) => {
  expect(citedNumber({ number, normalisedNumber })).toBe(expected);
});
