import { describe, expect, test } from 'vitest';
import { applyCorrections } from '../../../src/assemble/apply-corrections.ts';
import { rowsOf } from '../../../src/assemble/find-tables.ts';
import { extractText } from '../../../src/extract/text-document.ts';
import type { Correction } from '../../../src/schema/correction.ts';

const document = extractText(new TextEncoder().encode('标题\n收人总计\t1, 00\n示例 2.00'));

const correction = (part: Partial<Correction>): Correction => ({
  id: 'c1',
  scope: 'cell',
  place: 'L2C1',
  tableId: null,
  printed: '收人总计',
  replacement: '收入总计',
  reason: '示例更正',
  kind: 'ocr',
  evidence: null,
  on: '2024-01-01',
  ...part,
});

describe('applyCorrections', () => {
  test('a cell reads the replacement and keeps what the source prints', () => {
    const corrected = applyCorrections(document, [correction({})]);
    expect(rowsOf(corrected)[1]).toEqual({
      place: 'L2',
      text: '收入总计\t1, 00',
      correction: 'c1',
      cells: [
        { text: '收入总计', place: 'L2C1', printed: '收人总计', correction: 'c1' },
        { text: '1, 00', place: 'L2C2' },
      ],
    });
  });

  test('a line is cut anew, and only cells that change are corrected cells', () => {
    const line = correction({
      scope: 'line',
      place: 'L2',
      printed: '收人总计\t1, 00',
      replacement: '收人总计\t1.00\t3.00',
    });
    expect(rowsOf(applyCorrections(document, [line]))[1]?.cells).toEqual([
      { text: '收人总计', place: 'L2C1' },
      { text: '1.00', place: 'L2C2', printed: '1, 00', correction: 'c1' },
      { text: '3.00', place: 'L2C3', printed: '', correction: 'c1' },
    ]);
  });

  test('words inside a line are replaced and the rest of the line stays', () => {
    const words = correction({ scope: 'text', place: 'L2', printed: '收人', replacement: '收入' });
    expect(rowsOf(applyCorrections(document, [words]))[1]?.cells).toEqual([
      { text: '收入总计', place: 'L2C1', printed: '收人总计', correction: 'c1' },
      { text: '1, 00', place: 'L2C2' },
    ]);
  });

  test('a line of text that becomes cells moves into a table block', () => {
    const line = correction({
      scope: 'line',
      place: 'L3',
      printed: '示例 2.00',
      replacement: '示例\t2.00',
    });
    const kinds = applyCorrections(document, [line]).blocks.map(({ kind, rows }) => [
      kind,
      rows.length,
    ]);
    expect(kinds).toEqual([
      ['text', 1],
      ['table', 2],
    ]);
  });

  test.each([
    [
      'another text there',
      [correction({ printed: '收入合计' })],
      'L2C1: Unexpected cell "收人总计"',
    ],
    [
      'words that stand there twice',
      [correction({ scope: 'text', place: 'L2', printed: '0' })],
      'L2: Unexpected words 2 times in the line',
    ],
    ['no such cell', [correction({ place: 'L2C9' })], 'L2C9: Unexpected no such cell'],
    ['no such line', [correction({ place: 'L99C1' })], 'L99C1: Unexpected no such line'],
    [
      'a place corrected twice',
      [correction({}), correction({ id: 'c2' })],
      'second correction of L2C1',
    ],
    [
      'an id used twice',
      [correction({}), correction({ place: 'L2C2' })],
      'second correction of c1',
    ],
  ])('%s is refused', (_, corrections, message) => {
    expect(() => applyCorrections(document, corrections)).toThrow(message);
  });

  test('without corrections the document comes back as it is', () => {
    expect(applyCorrections(document, [])).toBe(document);
  });
});
