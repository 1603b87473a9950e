import { describe, expect, test } from 'vitest';
import {
  isDoubledDocument,
  undoubledRuns,
  undoubleLine,
  undoubleLines,
} from '../../../src/extract/doubled-text.ts';

describe('isDoubledDocument', () => {
  test('a document that doubles two table heads is doubled', () => {
    expect(isDoubledDocument(['项目项目 金额金额', '人人持证'])).toBe(true);
  });

  test.each([
    ['natural repetitions', ['人人持证 村村全覆盖', '2020 2020']],
    ['one doubled head only', ['合计合计', '合计合计']],
    ['heads printed once', ['合计 合计', '项目 项目']],
  ])('%s do not make a doubled document', (_, lines) => {
    expect(isDoubledDocument(lines)).toBe(false);
  });
});

describe('undoubledRuns', () => {
  test.each([
    ['合计合计', ['合计']],
    ['782.91782.91', ['782.91']],
    ['７８２．９１７８２．９１', ['７８２．９１']],
    ['782.91782.91本年支出合计本年支出合计', ['782.91', '本年支出合计']],
    ['1,432.481,432.48', ['1,432.48']],
  ])('%s is printed twice throughout', (word, runs) => {
    expect(undoubledRuns(word)).toEqual(runs);
  });

  test.each(['人人', '11', '2020', '0101', '人人持证', '合计合计一', '中心', '0.00', '33.33'])(
    '%s is left as it is',
    (word) => {
      expect(undoubledRuns(word)).toBeUndefined();
    },
  );
});

describe('undoubleLine', () => {
  test.each([
    ['第二部分 第二部分 2023年报表2023年报表', '第二部分 2023年报表'],
    [' 第一部分 概况第一部分 概况', '第一部分 概况'],
    ['合计合计 782.91782.91     649.57649.57', '合计 782.91     649.57'],
    ['办公费 办公经费 3.84  3.84', '办公费 办公经费 3.84  3.84'],
    ['按月拨付 按月拨付', '按月拨付 按月拨付'],
  ])('%s', (line, expected) => {
    expect(undoubleLine(line)).toBe(expected);
  });
});

describe('undoubleLines', () => {
  test('the broken-off last character of a doubled head is printed once, elsewhere it stays', () => {
    expect(undoubleLines(['国有资本经营预国有资本经营预', '', '- 3 -', '算算', '人人'])).toEqual([
      '国有资本经营预',
      '',
      '- 3 -',
      '算',
      '人人',
    ]);
  });
});
