import { isPageNumber } from './page-number.ts';

/** Words that head columns and totals; bold where a publisher prints bold, so doubled where bold is doubled. */
const headWords = [
  '合计',
  '项目',
  '科目编码',
  '科目名称',
  '收入',
  '支出',
  '小计',
  '金额',
  '项目名称',
];

/**
 * Whether the lines come from a tool that prints bold text twice: at least two different head words
 * of tables stand doubled as whole words (`合计合计`). Natural repetitions (人人持证) do not count.
 */
export function isDoubledDocument(lines: readonly string[]): boolean {
  const wanted = new Set(headWords.map((word) => word + word));
  const met = new Set<string>();
  for (const line of lines) {
    for (const word of line.split(/\s+/u)) if (wanted.has(word)) met.add(word);
    if (met.size > 1) return true;
  }
  return false;
}

const isDoubledRun = (text: string): boolean => {
  const half = text.slice(0, text.length / 2);
  if (text.length < 4 || text.length % 2 === 1 || half + half !== text) return false;
  return /\p{Script=Han}/u.test(half) || /^-?[\d,]*\d\.\d+$/u.test(half.normalize('NFKC'));
};

/**
 * A word cut into runs that are all printed twice, each returned once; undefined when any part of
 * the word is printed once. Doubled integers are left alone (`2020` may be one number).
 * @example undoubledRuns('782.91782.91本年支出合计本年支出合计') // ['782.91', '本年支出合计']
 */
export function undoubledRuns(word: string): string[] | undefined {
  if (word === '') return [];
  for (let size = word.length - (word.length % 2); size >= 4; size -= 2) {
    if (!isDoubledRun(word.slice(0, size))) continue;
    const rest = undoubledRuns(word.slice(size));
    if (rest !== undefined) return [word.slice(0, size / 2), ...rest];
  }
  return undefined;
}

/**
 * A line of a doubled document with every doubled run printed once. Blanks between words stay.
 * @example undoubleLine('第二部分 第二部分 2023年报表2023年报表') // '第二部分 2023年报表'
 */
export function undoubleLine(line: string): string {
  const trimmed = line.trim();
  const half = trimmed.slice(0, trimmed.length / 2);
  if (isDoubledRun(trimmed)) return half;
  const words = line.split(/(\s+)/u);
  const cleaned = words.map((word) => undoubledRuns(word)?.join('') ?? word);
  return dropRepeatedHead(trimmed, cleaned.join(''));
}

/** A heading whose first word keeps its blank inside the doubling: `A A BB` becomes `A B`. */
function dropRepeatedHead(original: string, cleaned: string): string {
  const [first = '', second, ...rest] = original.split(/\s+/u);
  if (first !== second || rest.length === 0 || !/\p{Script=Han}/u.test(first)) return cleaned;
  if (!rest.every((word) => undoubledRuns(word) !== undefined)) return cleaned;
  return cleaned.replace(first, '').trim();
}

/**
 * Lines of a doubled document cleaned of the doubling. A line that is one character twice (`算算`)
 * is the broken-off end of a doubled head and is cleaned only after such a head.
 */
export function undoubleLines(lines: readonly string[]): string[] {
  let afterDoubled = false;
  return lines.map((line) => {
    const trimmed = line.trim();
    if (trimmed === '' || isPageNumber(line)) return line;
    const brokenEnd = afterDoubled && /^(\p{Script=Han})\1$/u.test(trimmed);
    const cleaned = brokenEnd ? trimmed.slice(0, 1) : undoubleLine(line);
    afterDoubled = cleaned !== line && !brokenEnd;
    return cleaned;
  });
}
