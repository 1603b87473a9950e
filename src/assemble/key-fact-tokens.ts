import type { MoneyUnit } from '../money/fen.ts';

/** One measured number of a statement. Offsets count characters of the evened-out text. */
export interface NumberToken {
  readonly kind: 'money' | 'percent' | 'count' | 'area' | 'date' | 'bare';
  readonly start: number;
  readonly end: number;
  /** Exact decimal text without separators; empty for dates. */
  readonly number: string;
  /** Money measure; null for other kinds. */
  readonly moneyUnit: MoneyUnit | null;
  /** Printed measure that is not money; null for money, dates and bare numbers. */
  readonly unit: string | null;
}

const number = String.raw`-?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`;

/** Numbers that measure nothing: document numbers, ordinals, ranges, thresholds, years, list marks. */
const passedOver = [
  String.raw`[\[(〔【]\d{4}[\])〕】]\d*号?`,
  String.raw`第\d+`,
  String.raw`\d+号`,
  String.raw`\d+(?:-|~|至)\d+(?:年|人|名|个|次|三年)?`,
  String.raw`${number}(?:亿元|万元|元|万)(?:\((?:含|原值|不含)\))*(?:及)?(?:以上|以下|以内)`,
  String.raw`${number}(?:亿元|万元|元|万)以?上`,
  String.raw`\(\d{1,2}\)`,
].join('|');

const asOf = String.raw`(?<=截[至止]|截止到|截至到)\d{1,4}年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:底|末)?`;
const year = String.raw`\d{1,4}年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:度|底|末|初)?|\d{1,2}月(?:\d{1,2}日)?`;

const scanner = new RegExp(
  [
    `(?<date>${asOf})`,
    `(?<skip>${passedOver}|${year})`,
    `(?<value>${number})(?<measure>亿元|万元|元(?!/)|万(?=[,、。;)合占其]|$)|%|个百分点|平方米|m2|个|辆|部(?!分)|台|件|人(?!次)|名|项|套|家)?`,
  ].join('|'),
  'gu',
);

function tokenOf(match: RegExpMatchArray): NumberToken | undefined {
  const { date, value, measure } = match.groups ?? {};
  const start = match.index ?? 0;
  const span = { start, end: start + match[0].length };
  if (date !== undefined) return { kind: 'date', ...span, number: '', moneyUnit: null, unit: null };
  if (value === undefined) return undefined;
  const plain = { ...span, number: value.replaceAll(',', '') };
  if (measure === undefined) {
    const counts = value.includes('.') || value.includes(',');
    return counts ? { kind: 'bare', ...plain, moneyUnit: null, unit: null } : undefined;
  }
  if (/元|万/u.test(measure)) {
    const moneyUnit = measure === '万' ? '万元' : (measure as MoneyUnit);
    return { kind: 'money', ...plain, moneyUnit, unit: null };
  }
  const kind = /%|百分点/u.test(measure)
    ? 'percent'
    : /平方米|m2/u.test(measure)
      ? 'area'
      : 'count';
  return { kind, ...plain, moneyUnit: null, unit: measure };
}

/**
 * The measured numbers of a statement in order. Years, ordinals, document numbers, thresholds
 * (50万元以上) and numbers without a measure are passed over, but for decimals: a decimal number
 * that has lost its measure is returned as `bare`.
 */
export function tokenise(text: string): NumberToken[] {
  return [...text.matchAll(scanner)].map(tokenOf).filter((token) => token !== undefined);
}
