import type { FormToken } from './form-rows.ts';

/** Long second-level labels whose text runs into the next cell, cut short or not. */
const runningLabels = ['服务对象满意度指标', '服务对象满意度指', '可持续影响指标', '可持续影响指'];

/**
 * A piece with a long label and the indicator name printed without a blank between them, cut where
 * they meet; other pieces come back alone.
 * @example '服务对象满意度指使用者满意度' // ['服务对象满意度指', '使用者满意度']
 */
export function cutRunningLabel(token: FormToken): FormToken[] {
  const label = runningLabels.find((known) => token.text.startsWith(known));
  if (label === undefined || token.text.length === label.length) return [token];
  return [
    { ...token, text: label },
    { ...token, text: token.text.slice(label.length) },
  ];
}

/** A piece cut before the comparator of its value (`完成率≥95%`). */
function cutBeforeComparator(token: FormToken): FormToken[] {
  const [, name, value] = /^(.*[^≥≤><=\d\s])\s*([≥≤].+)$/u.exec(token.text) ?? [];
  if (name === undefined || value === undefined) return [token];
  return [
    { ...token, text: name },
    { ...token, text: value },
  ];
}

/**
 * The pieces of an indicator row with the blanks between name and value that the layout has lost:
 * before a comparator, and where the last piece is name and value of the left half run together.
 */
export function restoreBlanks(tokens: readonly FormToken[]): FormToken[] {
  const pieces = tokens.flatMap(cutBeforeComparator);
  const last = pieces.at(-1);
  if (last === undefined) return [];
  for (let i = 0; i + 1 < pieces.length - 1; i += 1) {
    const name = pieces[i]?.text ?? '';
    const value = pieces[i + 1]?.text ?? '';
    if (last.text !== name + value) continue;
    return [...pieces.slice(0, -1), { ...last, text: name }, { ...last, text: value }];
  }
  return pieces;
}
