import { describe, expect, test } from 'vitest';
import { extractText, withoutTags } from '../../../src/extract/text-document.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('extractText', () => {
  test('lines become rows with places, runs of tab lines become tables', () => {
    expect(extractText(bytes('示例\n\n科目\t合计\n教育\t1.00\n\n注：无'))).toEqual({
      mediaType: 'text/plain',
      lines: 6,
      doubled: false,
      pageNumberLines: 0,
      blocks: [
        {
          kind: 'text',
          rows: [{ text: '示例', place: 'L1', cells: [{ text: '示例', place: 'L1C1' }] }],
        },
        {
          kind: 'table',
          rows: [
            {
              text: '科目\t合计',
              place: 'L3',
              cells: [
                { text: '科目', place: 'L3C1' },
                { text: '合计', place: 'L3C2' },
              ],
            },
            {
              text: '教育\t1.00',
              place: 'L4',
              cells: [
                { text: '教育', place: 'L4C1' },
                { text: '1.00', place: 'L4C2' },
              ],
            },
          ],
        },
        {
          kind: 'text',
          rows: [{ text: '注：无', place: 'L6', cells: [{ text: '注：无', place: 'L6C1' }] }],
        },
      ],
    });
  });

  test('byte order mark and line ends of other systems change nothing', () => {
    const plain = extractText(bytes('甲\n乙\t丙\n'));
    expect(extractText(bytes('\ufeff甲\r\n乙\t丙\r\n'))).toEqual(plain);
    expect(extractText(bytes('甲\r乙\t丙\r'))).toEqual(plain);
  });

  test('a form feed starts a page and every place tells its page', () => {
    const { blocks } = extractText(bytes('甲\n\f乙\n丙'));
    expect(blocks[0]?.rows.map((row) => row.place)).toEqual(['P1L1', 'P2L2', 'P2L3']);
  });

  test('lines that only number a page are left out and counted, line numbers stay', () => {
    const document = extractText(bytes('甲\n12\n- 3 -\n乙'));
    expect(document.pageNumberLines).toBe(2);
    expect(document.blocks[0]?.rows.map((row) => row.place)).toEqual(['L1', 'L4']);
  });

  test('look-alike radicals are read as the characters they look like, the line stays', () => {
    const [row] = extractText(bytes('项⽬\t⻔')).blocks[0]?.rows ?? [];
    expect(row?.text).toBe('项⽬\t⻔');
    expect(row?.cells.map((cell) => cell.text)).toEqual(['项目', '门']);
  });
});

describe('withoutTags', () => {
  test.each([
    ['<p>示例</p>', '示例'],
    ['a<br/>b<u>c</u>', 'abc'],
    ['<5%且>3%', '<5%且>3%'],
    ['<示例办法>', '<示例办法>'],
  ])('%s', (text, expected) => {
    expect(withoutTags(text)).toBe(expected);
  });
});
