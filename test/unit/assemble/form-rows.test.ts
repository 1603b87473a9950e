import { describe, expect, test } from 'vitest';
import { compact, formRows, joinPrinted } from '../../../src/assemble/form-rows.ts';
import { applyCorrections } from '../../../src/assemble/apply-corrections.ts';
import { documentOf } from './form-fixtures.ts';

const repair = (place: string, printed: string, replacement: string) =>
  applyCorrections(documentOf('甲|3 0|\n乙 丙'), [
    {
      id: 'c1',
      scope: 'line',
      place,
      tableId: null,
      printed,
      replacement,
      reason: '示例更正',
      kind: 'ocr',
      evidence: null,
      on: '2024-01-01',
    },
  ]);

describe('formRows', () => {
  test('cells that print something, and words of a line without cells', () => {
    expect(formRows(documentOf('|甲|<p>乙 丙</p>||\n\n丁　戊'))).toEqual([
      {
        tokens: [
          { text: '甲', place: 'L1C2', column: 1 },
          { text: '乙 丙', place: 'L1C3', column: 2 },
        ],
        text: '甲 乙 丙',
        place: 'L1',
        width: 5,
      },
      {
        tokens: [
          { text: '丁', place: 'L3', column: null },
          { text: '戊', place: 'L3', column: null },
        ],
        text: '丁 戊',
        place: 'L3',
        width: 1,
      },
    ]);
  });

  test('a corrected cell keeps what the source prints and its correction', () => {
    const [row] = formRows(repair('L1', '甲\t3 0', '甲\t30\t'));
    expect(row?.correction).toBe('c1');
    expect(row?.tokens[1]).toEqual({
      text: '30',
      place: 'L1C2',
      column: 1,
      printed: '3 0',
      correction: 'c1',
    });
  });

  test('words of a corrected line carry its correction', () => {
    const row = formRows(repair('L2', '乙 丙', '乙 丁'))[1];
    expect(row?.tokens.map(({ text, correction }) => [text, correction])).toEqual([
      ['乙', 'c1'],
      ['丁', 'c1'],
    ]);
  });

  test('a row of empty cells is no row', () => {
    expect(formRows(documentOf('甲||\n|||\n乙'))).toHaveLength(2);
  });
});

test('text is compared without blanks and full-width signs', () => {
  expect(compact('（満意度　９８％）')).toBe('(满意度98%)');
});

test.each([
  [['全区', '示例'], '全区示例'],
  [['A1', 'B2'], 'A1 B2'],
  [['示例', '2'], '示例2'],
  [[], ''],
])('%o is put together as %s', (pieces, text) => {
  expect(joinPrinted(pieces)).toBe(text);
});
