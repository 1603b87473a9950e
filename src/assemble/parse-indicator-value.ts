import { normaliseNumber } from '../money/fen.ts';

/** A printed indicator value as far as it parses; all null = the value is a phrase. */
export interface IndicatorValue {
  readonly comparator: '≥' | '≤' | '=' | '>' | '<' | null;
  /** Exact decimal text. */
  readonly number: string | null;
  /** Measure such as % or 元/人; null = none printed. */
  readonly unit: string | null;
}

type Comparator = Exclude<IndicatorValue['comparator'], null>;

/** Spellings of the comparators, longest first so that 不超过 is not read as 超过. */
const comparators: readonly (readonly [RegExp, Comparator])[] = [
  [/^(?:≥|≧|⩾|>=|=>|大于等于|大于或等于|不低于|不少于|不小于|至少)/u, '≥'],
  [/^(?:≤|≦|⩽|<=|=<|小于等于|小于或等于|不超过|不高于|不多于|不大于|至多)/u, '≤'],
  [/^(?:>|大于|超过|高于|多于)/u, '>'],
  [/^(?:<|小于|低于|少于)/u, '<'],
  [/^(?:=|等于)/u, '='],
];

const phrase: IndicatorValue = { comparator: null, number: null, unit: null };

/** Words that make a number part of a date or of a sentence. */
const noUnit = /[前后底初末至到起止完成及约、,。;:~\d-]|月$|^号|^[年月日](?!$|\/)|上旬|中旬|下旬/u;

function recogniseUnit(text: string): string | null | undefined {
  if (text === '') return null;
  if (/^(?:个月|人月|元\/(?:人|月|人\/?月)|.+\/月|.+人月)$/u.test(text)) return text;
  if (text === '起') return text;
  if (text.length > 12 || noUnit.test(text)) return undefined;
  return /^[\p{Script=Han}A-Za-z%‰℃²³/()]+$/u.test(text) ? text : undefined;
}

/**
 * Comparator, number and measure of a printed indicator value. Words such as 不低于 and 以上 are
 * comparators too; dates, ranges and sentences are phrases and come back with nulls only.
 * @example parseIndicatorValue('≤0.42万元/人') // { comparator: '≤', number: '0.42', unit: '万元/人' }
 */
export function parseIndicatorValue(printed: string): IndicatorValue {
  let text = printed.replaceAll('㎡', '平方米').normalize('NFKC').replace(/\s+/gu, ' ').trim();
  let comparator: Comparator | null = null;
  for (const [spelling, sign] of comparators) {
    if (!spelling.test(text)) continue;
    text = text.replace(spelling, '').trim();
    comparator = sign;
    break;
  }
  const match = /^(-?\d[\d,]*(?:\s?\.\s?\d+)?)(?![\d.])(.*)$/u.exec(text);
  const number = match === null ? undefined : normaliseNumber(match[1] ?? '');
  if (number === undefined) return phrase;
  let rest = (match?.[2] ?? '').replace(/\s+/gu, '');
  const side = /(?:以上|以内|以下)$/u.exec(rest)?.[0];
  if (side !== undefined) {
    rest = rest.slice(0, -2);
    comparator ??= side === '以上' ? '≥' : '≤';
  }
  const unit = recogniseUnit(rest);
  if (unit === undefined || (unit === '年' && /^(?:19|20)\d{2}$/u.test(number))) return phrase;
  return { comparator, number, unit };
}
