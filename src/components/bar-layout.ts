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
  readonly kind: 'heading' | 'label' | 'caption' | 'value';
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
const besideFigure = 12;
const wholeLine = 22;
const lineHeight = 20;
export const barHeight = 12;

/** The list with every line and bar given its height; texts of one line keep clear of each other. */
export function layoutBars(groups: readonly BarGroup[]): BarLayout {
  const sheet: Sheet = { y: 0, texts: [], bars: [] };
  const rules: number[] = [];
  for (const { heading, value, rows } of groups) {
    if (sheet.y > 0) sheet.y += 10;
    if (heading !== null) {
      rules.push(sheet.y + 0.5);
      sheet.y += 6;
      writeLines(sheet, 'heading', breakLabel(heading, besideFigure), value);
      sheet.y += 4;
    }
    for (const row of rows) writeRow(sheet, row);
  }
  return { height: sheet.y, texts: sheet.texts, bars: sheet.bars, rules };
}

/** What is written so far, and the height at which the next line begins. */
interface Sheet {
  y: number;
  readonly texts: PlacedText[];
  readonly bars: PlacedBar[];
}

function writeRow(sheet: Sheet, { label, bars }: BarRow): void {
  const [first] = bars;
  const isPlain = bars.length === 1 && first?.caption === null;
  if (isPlain) writeLines(sheet, 'label', breakLabel(label, besideFigure), first.value);
  else writeLines(sheet, 'label', breakLabel(label, wholeLine, 2), null);
  for (const bar of bars) {
    if (!isPlain) writeCaption(sheet, bar);
    if (bar.share === null) continue;
    sheet.bars.push({ y: sheet.y + 2, share: bar.share, mark: bar.mark, fill: bar.fill });
    sheet.y += barHeight + 8;
  }
  sheet.y += bars.some(({ share }) => share === null) ? 10 : 6;
}

/** Words and figure on one line where both fit, else the figure below the words. */
function writeCaption(sheet: Sheet, { caption, value }: Bar): void {
  const words = caption ?? '';
  const figureWidth = labelWidth(value.text) + (value.fen === null ? 0 : 8);
  if (labelWidth(words) + figureWidth < wholeLine) writeLines(sheet, 'caption', [words], value);
  else {
    writeLines(sheet, 'caption', breakLabel(words, wholeLine, 2), null);
    writeLines(sheet, 'caption', [''], value);
  }
}

/** Lines at the left edge, the figure at the right end of the first. */
function writeLines(
  sheet: Sheet,
  kind: PlacedText['kind'],
  lines: readonly string[],
  value: BarValue | null,
): void {
  if (value !== null) sheet.texts.push({ kind: 'value', y: sheet.y + 15, ...value });
  for (const text of lines) {
    if (text !== '') sheet.texts.push({ kind, y: sheet.y + 15, text, fen: null });
    sheet.y += lineHeight;
  }
}
