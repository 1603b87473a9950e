import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { unitTrend } from '../../../src/archive/trend.ts';
import { trendView } from '../../../src/components/trend-view.ts';
import { exampleContent } from '../../support/example-content.ts';

const archive = readContent(exampleContent);
const view = (id: string) => trendView(unitTrend(archive.unit(id)?.unitYears ?? []));

describe('trendView', () => {
  test('draws each measure by year; a missing year has words and no bar', () => {
    const groups = view('990100-wenhuaguan')?.groups.map(({ heading, rows }) => [
      heading,
      rows.map(({ label, bars }) => [label, bars[0]?.value, bars[0]?.share]),
    ]);
    const years = (fen: number, share: number) => [
      ['2022 年度预算', { fen, text: '' }, share],
      ['2023', { fen: null, text: '未收录' }, null],
      ['2024 年度预算', { fen, text: '' }, share],
    ];
    expect(groups).toEqual([
      ['支出总计', years(50_000_000, 1)],
      ['基本支出', years(40_000_000, 0.8)],
      ['项目支出', years(10_000_000, 0.2)],
      ['三公经费', years(2_000_000, 1)],
    ]);
  });

  test('keeps the gap in its words and its figures', () => {
    const trend = view('990100-wenhuaguan');
    expect(trend?.summary).toMatch(
      /^2022 至 2024 年，档案有 2 年的文件，2023 年未收录，图中留空。/u,
    );
    expect(trend?.table.rows[1]?.map(({ text, fen }) => [text, fen])).toEqual([
      ['2023（未收录）', null],
      ...Array.from({ length: 4 }, () => ['', null]),
    ]);
  });

  test('draws nothing where there are fewer than two years to compare', () => {
    expect(view('990101-gongluduan')).toBeUndefined();
    expect(view('990200-danganguan')).toBeUndefined();
  });

  test('says where a document that is there prints no such figure', () => {
    const trend = unitTrend(archive.unit('990101-jiaotongju')?.unitYears ?? []);
    const [first, last] = trend;
    if (first?.unitYear == null || last === undefined) throw new Error('Unexpected trend');
    const blank = { ...first.unitYear.totals, basicFen: null };
    const third = { year: 2025, renamed: null, unitYear: { ...first.unitYear, totals: blank } };
    const basic = trendView([first, last, third])?.groups[1]?.rows.at(-1)?.bars[0];
    expect([basic?.value, basic?.share]).toEqual([{ fen: null, text: '原文无此数' }, null]);
  });
});
