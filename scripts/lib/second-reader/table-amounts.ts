import { evenWidths, undouble, withoutBlanks } from './plain-text.ts';
import { decimalsOf, isDigits, isNumberLike, type MoneyUnit } from './printed-number.ts';

/** A number the second reader saw. */
export interface SeenNumber {
  /** Line, counted from 1. */
  readonly line: number;
  /** Cell, counted from 1; null on lines without tabs. */
  readonly cell: number | null;
  /** The number as printed, a doubled print taken once. */
  readonly text: string;
  /** The measure printed with it; null = none. */
  readonly moneyUnit: MoneyUnit | null;
}

/** The lines of one table as the second reader bounds it. */
export interface TableRegion {
  /** Line of the title. */
  readonly start: number;
  /** Line after the last line. */
  readonly end: number;
  /** The measure printed with the table; null = none. */
  readonly moneyUnit: MoneyUnit | null;
}

const stems = [
  '预算收支总表',
  '预算收入总表',
  '预算支出总表',
  '财政拨款收支总表',
  '一般公共预算支出预算表',
  '基本支出分经济科目表',
  '政府性基金预算收入表',
  '政府性基金预算支出表',
  '国有资本经营预算收支预算表',
  '经费支出预算表',
  '机关运行经费预算',
  '项目支出预算表',
  '收支总表',
  '收入总表',
  '支出总表',
  '公共预算支出表',
  '基本支出表',
  '经费支出表',
  '经营预算支出表',
  '财政拨款支出表',
  '项目支出表',
  '预算明细表',
  '财政拨款明细表',
  '支出绩效表',
  '决算总表',
  '决算表',
  '决算明细表',
];

const titleEnd = /表(?:\([^()]*\))?$/u;
const otherPart = /^第[一三四]部分/u;

/**
 * Whether a line is the title of a table. A line that leaves a parenthesis open is read on with the
 * next line that has text. `texts` are the lines without blanks.
 */
function isTitle(lines: readonly string[], texts: readonly string[], i: number): boolean {
  if (!(texts[i] ?? '').includes('表') || (lines[i] ?? '').trim().includes('\t')) return false;
  let text = undouble(texts[i] ?? '');
  if (text.lastIndexOf('(') > text.lastIndexOf(')'))
    text += texts.find((one, at) => at > i && one !== '') ?? '';
  return text.length <= 60 && titleEnd.test(text) && stems.some((stem) => text.includes(stem));
}

/**
 * The tables of a document in order: each from its title to the next title or to another part of the
 * document. A title in a table of contents gives a region without numbers.
 */
export function findTableRegions(lines: readonly string[]): TableRegion[] {
  const texts = lines.map(withoutBlanks);
  const regions: TableRegion[] = [];
  let start = 0;
  const close = (end: number): void => {
    if (start === 0) return;
    const measures = texts
      .slice(start, end - 1)
      .map((one) => /单位:(亿元|万元|元)/u.exec(one)?.[1]);
    const moneyUnit = (measures.find(Boolean) as MoneyUnit | undefined) ?? null;
    regions.push({ start, end, moneyUnit });
  };
  texts.forEach((text, i) => {
    const title = isTitle(lines, texts, i);
    if (!title && !otherPart.test(text)) return;
    close(i + 1);
    start = title ? i + 1 : 0;
  });
  close(lines.length + 1);
  return regions;
}

/** Whether the chunks are the row of column numbers `1 2 3 4 5`, the word 栏次 left out. */
function isColumnNumbers(chunks: readonly string[]): boolean {
  const filled = chunks.map(withoutBlanks).filter((chunk) => chunk !== '' && chunk !== '栏次');
  return filled.length > 1 && filled.every((chunk, i) => chunk === String(i + 1));
}

const subjectCode = /^\d{3}(?:\d{2}){0,2}$/u;

/** Whether a whole number is an amount where it stands, not a subject code, a year or a page number. */
function isAmountAt(chunks: readonly string[], i: number): boolean {
  const texts = chunks.map(withoutBlanks);
  const text = texts[i] ?? '';
  const before = texts.slice(0, i).filter((chunk) => chunk !== '');
  const next = texts.slice(i + 1).find((chunk) => chunk !== '');
  const isCode = subjectCode.test(text);
  if (
    isCode &&
    before.some((chunk) => subjectCode.test(chunk) && text.startsWith(chunk.slice(0, 3)))
  )
    return false;
  if (next === undefined) return before.length > 0;
  return isNumberLike(next) && !(isCode && before.length === 0);
}

/** Cells, counted from 1, below the head 行次, which number the lines of a table. */
export function lineNumberCells(lines: readonly string[], region: TableRegion): Set<number> {
  const cells = new Set<number>();
  for (let n = region.start + 1; n < region.end; n += 1) {
    (lines[n - 1] ?? '').split('\t').forEach((text, i) => {
      if (withoutBlanks(text) === '行次') cells.add(i + 1);
    });
  }
  return cells;
}

/**
 * The numbers of one table line, left to right. Column numbers, line numbers (the cells named), subject
 * codes, years and page numbers are left out; what looks like a number and cannot be read stays in.
 */
export function tableNumbers(
  line: string,
  n: number,
  lineNumbers: ReadonlySet<number> = new Set(),
): SeenNumber[] {
  const even = evenWidths(line);
  const tabbed = even.includes('\t');
  const chunks = tabbed
    ? even.split('\t')
    : even.replaceAll(/(\d) *\. +(?=\d)|(\d) +\.(?=\d)/gu, '$1$2.').split(/ +/u);
  if (isColumnNumbers(chunks)) return [];
  return chunks.flatMap((chunk, i) => {
    const text = withoutBlanks(chunk);
    if (isDigits(text) && (lineNumbers.has(i + 1) || !isAmountAt(chunks, i))) return [];
    return decimalsOf(chunk).map((number) => ({
      line: n,
      cell: tabbed ? i + 1 : null,
      text: number,
      moneyUnit: null,
    }));
  });
}
