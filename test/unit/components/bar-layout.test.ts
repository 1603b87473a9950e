import { describe, expect, test } from 'vitest';
import { layoutBars, type Bar } from '../../../src/components/bar-layout.ts';

const bar = (more: Partial<Bar> = {}): Bar => ({
  caption: null,
  value: { fen: 1_000_000, text: '' },
  share: 0.5,
  mark: null,
  fill: { tone: 1, isHatched: false },
  ...more,
});

describe('layoutBars', () => {
  test('puts name and figure of a plain row on one line and its bar below', () => {
    const { texts, bars } = layoutBars([
      { heading: null, value: null, rows: [{ label: '甲', bars: [bar()] }] },
    ]);
    expect(texts).toEqual([
      { kind: 'value', y: 15, text: '', fen: 1_000_000 },
      { kind: 'label', y: 15, text: '甲', fen: null },
    ]);
    expect(bars).toEqual([{ y: 22, share: 0.5, mark: null, fill: { tone: 1, isHatched: false } }]);
  });

  test('draws no bar where there is no share, and keeps its words', () => {
    const { texts, bars } = layoutBars([
      {
        heading: null,
        value: null,
        rows: [
          {
            label: '甲',
            bars: [
              bar({ caption: '目标 及时', value: { fen: null, text: '实际 及时' }, share: null }),
            ],
          },
        ],
      },
    ]);
    expect(bars).toEqual([]);
    expect(texts.map(({ text }) => text)).toEqual(['甲', '实际 及时', '目标 及时']);
  });

  test('sets a long figure below long words', () => {
    const { texts } = layoutBars([
      {
        heading: null,
        value: null,
        rows: [
          {
            label: '甲',
            bars: [
              bar({ caption: '目标'.repeat(8), value: { fen: null, text: '实际'.repeat(8) } }),
            ],
          },
        ],
      },
    ]);
    const [, words, figure] = texts;
    expect([words?.kind, figure?.kind]).toEqual(['caption', 'value']);
    expect((figure?.y ?? 0) - (words?.y ?? 0)).toBe(20);
  });

  test('never lets two lines of one edge or two bars overlap', () => {
    const rows = ['短', '很长'.repeat(20), '中等长度的一个项目名称一共二十来个字'].map((label) => ({
      label,
      bars: [bar(), bar({ caption: '上年', mark: 1 })],
    }));
    const { texts, bars, height } = layoutBars([
      { heading: '甲组', value: { fen: 5, text: '' }, rows },
      { heading: '乙组', value: null, rows },
    ]);
    const gaps = (ys: readonly number[]): number[] => ys.slice(1).map((y, i) => y - (ys[i] ?? 0));
    const left = texts.filter(({ kind }) => kind !== 'value').map(({ y }) => y);
    const right = texts.filter(({ kind }) => kind === 'value').map(({ y }) => y);
    expect(Math.min(...gaps(left), ...gaps(right))).toBeGreaterThanOrEqual(20);
    expect(Math.min(...gaps(bars.map(({ y }) => y)))).toBeGreaterThanOrEqual(20);
    expect(Math.max(...texts.map(({ y }) => y), ...bars.map(({ y }) => y + 12))).toBeLessThan(
      height,
    );
  });
});
