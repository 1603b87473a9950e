import { describe, expect, test } from 'vitest';
import {
  describeCount,
  describePinyinLimit,
  findsNothing,
} from '../../../src/client/search-texts.ts';
import type { SearchCoverage } from '../../../src/format/search-coverage.ts';
import { listRegionsAbove, noFilters } from '../../../src/format/search-filters.ts';
import { viewHits } from '../../../src/format/search-view.ts';
import { exampleHit } from '../../support/example-hit.ts';

const whole: SearchCoverage = {
  parts: 3,
  searched: 3,
  lost: 0,
  outside: 0,
  paused: false,
  uncounted: { region: [], year: [] },
};

const view = (hits: number, kind: readonly string[] = []) =>
  viewHits(
    Array.from({ length: hits }, (_, i) =>
      exampleHit({ n: i, kind: i === 0 ? 'line' : 'project' }),
    ),
    { filters: { ...noFilters, kind }, order: 'relevance', limits: {}, limit: 10 },
    listRegionsAbove([]),
  );

describe('describeCount', () => {
  test.each([
    ['all that was found', view(3), whole, '“灯会”找到 3 条：项目 2，报表行 1。'],
    [
      'what a filter leaves',
      view(3, ['line']),
      whole,
      '“灯会”找到 1 条（筛选前 3 条）：报表行 1。',
    ],
    [
      'nothing on what stands before a filter when parts were left out by it',
      view(3, ['line']),
      { ...whole, outside: 2 },
      '“灯会”找到 1 条：报表行 1。',
    ],
    ['that nothing was found', view(0), whole, '没有找到“灯会”。'],
    [
      'that nothing was found where the filters look',
      view(0),
      { ...whole, outside: 1 },
      '在所选地区和年度没有找到“灯会”，其他地区或年度可能有。',
    ],
    [
      'how far a running search is',
      view(2),
      { ...whole, searched: 1 },
      '正在检索，已查 1 / 3 个分库。“灯会”目前找到 2 条：项目 1，报表行 1。',
    ],
    [
      'that the search paused',
      view(2),
      { ...whole, searched: 1, paused: true },
      '结果很多，已查 1 / 3 个分库，先停在这里。“灯会”目前找到 2 条：项目 1，报表行 1。',
    ],
    [
      'that a part did not arrive',
      view(0),
      { ...whole, lost: 1 },
      '检索没有完成：1 个分库的索引未能取得，其中的记录不在下列结果里。目前没有找到“灯会”。',
    ],
  ])('tells %s', (_, shown, coverage, sentence) => {
    expect(describeCount('灯会', shown, coverage)).toBe(sentence);
  });
});

describe('findsNothing', () => {
  test.each([
    [0, whole, true],
    [1, whole, false],
    [0, { ...whole, outside: 1 }, false],
    [0, { ...whole, lost: 1 }, false],
    [0, { ...whole, searched: 2 }, false],
  ])('of %i hits under %j is %s', (hits, coverage, expected) => {
    expect(findsNothing({ reading: 'typed', words: [], view: view(hits), coverage })).toBe(
      expected,
    );
  });
});

describe('describePinyinLimit', () => {
  const answer = (hits: number) => ({
    reading: 'typed' as const,
    words: [],
    view: view(hits),
    coverage: whole,
  });
  const limit = '拼音只对照最常见的名称，另有 1,200 个较少见的名称请用汉字检索。';

  test.each([
    ['pinyin', 'dh', 1, 1200, limit],
    ['typed', 'dh', 0, 1200, limit],
    ['typed', 'dh', 1, 1200, ''],
    ['typed', '灯会', 0, 1200, ''],
    ['pinyin', 'dh', 1, 0, ''],
  ] as const)(
    'of %s %s with %i hits and %i names left out',
    (reading, typed, hits, leftOut, text) => {
      expect(describePinyinLimit(reading, typed, answer(hits), { leftOut })).toBe(text);
    },
  );
});
