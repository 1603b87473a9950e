import { breakLabel, labelWidth } from '../format/break-label.ts';
import type { Fill } from './flow-layout.ts';

/** A figure at the end of a line: money, which follows the reader's measure, or other text. */
export interface BarValue {
  /** Amount in 分; null = not money, only `text`. */
  readonly fen: number | null;
  /** What follows the amount, or the whole text where there is none. */
  readonly text: string;
}

/** One bar: words and figure on a line, the bar below. */
export interface Bar {
  /** Words before the figure; null where the row's own name says enough. */
  readonly caption: string | null;
  readonly value: BarValue;
  /** Part of the full width, 0 to 1; null = nothing that can be drawn. */
  readonly share: number | null;
  /** Where a mark stands, such as a target; null = none. */
  readonly mark: number | null;
  readonly fill: Fill;
}

/** A named row of one or more bars. */
export interface BarRow {
  readonly label: string;
  /** Further words on the row, smaller. */
  readonly note: string | null;
  readonly bars: readonly Bar[];
}

/** Rows under one heading; null = without heading. */
export interface BarGroup {
  readonly heading: string | null;
  readonly value: BarValue | null;
  readonly rows: readonly BarRow[];
}

/** A line of text at a height, at the left or right edge. */
export interface PlacedText {
  readonly kind: 'heading' | 'label' | 'note' | 'caption' | 'value';
  readonly y: number;
  readonly text: string;
  /** Amount in 分 before the text; null = text only. */
  readonly fen: number | null;
}

/** A bar at a height; `share` and `mark` are parts of the width. */
export interface PlacedBar {
  readonly y: number;
  readonly share: number;
  readonly mark: number | null;
  readonly fill: Fill;
}

/** A list of bars: heights in pixels, widths as parts of whatever width there is. */
export interface BarLayout {
  readonly height: number;
  readonly texts: readonly PlacedText[];
  readonly bars: readonly PlacedBar[];
  /** Heights of the hairlines between groups. */
  readonly rules: readonly number[];
}

/** Chinese characters that fit beside a figure on the narrowest screen, and on a line of their own. */
const besideFigure = 15;
const wholeLine = 22;
const lineHeight = 20;
export const barHeight = 12;

/** The list with every line and bar given its height; nothing overlaps at 288 pixels or more. */
export function layoutBars(groups: readonly BarGroup[]): BarLayout {
  const texts: PlacedText[] = [];
  const bars: PlacedBar[] = [];
  const rules: number[] = [];
  let y = 0;
  const write = (kind: PlacedText['kind'], lines: readonly string[], value: BarValue | null) => {
    if (value !== null) texts.push({ kind: 'value', y: y + 15, ...value });
    for (const text of lines) {
      if (text !== '') texts.push({ kind, y: y + 15, text, fen: null });
      y += lineHeight;
    }
  };
  for (const group of groups) {
    if (y > 0) y += 10;
    if (group.heading !== null) {
      rules.push(y + 0.5);
      y += 6;
      write('heading', breakLabel(group.heading, besideFigure, 2), group.value);
      y += 4;
    }
    for (const { label, note, bars: own } of group.rows) {
      const [first] = own;
      const isPlain = own.length === 1 && first?.caption === null;
      write(
        'label',
        breakLabel(label, isPlain ? besideFigure : wholeLine, 2),
        isPlain ? first.value : null,
      );
      if (note !== null) write('note', breakLabel(note, wholeLine + 2, 2), null);
      for (const bar of own) {
        if (!isPlain) writeCaption(write, bar);
        if (bar.share === null) continue;
        bars.push({ y: y + 2, share: bar.share, mark: bar.mark, fill: bar.fill });
        y += barHeight + 8;
      }
      y += own.some(({ share }) => share === null) ? 10 : 6;
    }
  }
  return { height: y, texts, bars, rules };
}

type Write = (kind: PlacedText['kind'], lines: readonly string[], value: BarValue | null) => void;

/** Words and figure on one line where both fit, else the figure below the words. */
function writeCaption(write: Write, { caption, value }: Bar): void {
  const words = caption ?? '';
  const figureWidth = labelWidth(value.text) + (value.fen === null ? 0 : 8);
  if (labelWidth(words) + figureWidth < wholeLine) write('caption', [words], value);
  else {
    write('caption', breakLabel(words, wholeLine, 2), null);
    write('caption', [''], value);
  }
}
