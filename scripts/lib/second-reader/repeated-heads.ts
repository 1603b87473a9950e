import { formNumbers } from './form-amounts.ts';
import { withoutBlanks } from './plain-text.ts';

/** A head of a form that the source prints a second time, as pages laid over one another do. */
export interface RepeatedHead {
  /** Line of the project name printed again. */
  readonly line: number;
  /** Line at which the same head is printed first. */
  readonly original: number;
  /** Lines of the money block printed again. */
  readonly moneyLines: readonly number[];
}

interface Head {
  readonly line: number;
  readonly name: string;
  readonly moneyLines: number[];
  readonly numbers: Set<string>;
}

const nameLabel = /^项目名称:?/u;

function readHeads(lines: readonly string[]): Head[] {
  const heads: Head[] = [];
  let open: Head | undefined;
  lines.forEach((line, i) => {
    const text = withoutBlanks(line);
    if (nameLabel.test(text)) {
      open = { line: i + 1, name: text.replace(nameLabel, ''), moneyLines: [], numbers: new Set() };
      heads.push(open);
    } else if (text.startsWith('项目概况')) open = undefined;
    const numbers = open === undefined ? [] : formNumbers(line, i + 1);
    if (numbers.length > 0) open?.moneyLines.push(i + 1);
    for (const { text: number } of numbers)
      if (/[1-9]/u.test(number)) open?.numbers.add(number.replaceAll(',', ''));
  });
  return heads;
}

/**
 * The heads printed again: the same project name with the same amounts other than zero. Only the first
 * print of a head is a form; a head without amounts is never a repetition.
 */
export function findRepeatedHeads(lines: readonly string[]): RepeatedHead[] {
  const first = new Map<string, number>();
  return readHeads(lines).flatMap(({ line, name, moneyLines, numbers }): RepeatedHead[] => {
    const key = [name, ...[...numbers].toSorted((a, b) => Number(a) - Number(b))].join('|');
    const original = numbers.size === 0 || name === '' ? undefined : first.get(key);
    if (original !== undefined) return [{ line, original, moneyLines }];
    first.set(key, line);
    return [];
  });
}
