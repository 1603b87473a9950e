import type { KeyFact } from '../schema/key-fact.ts';

/** Direction of a change. */
export type Direction = NonNullable<KeyFact['direction']>;

/** A direction word found in a phrase. */
export interface DirectionWord {
  readonly direction: Direction;
  readonly printed: string;
}

const increases = '增加|增长|上升|提高|新增|增幅|上浮|增拨';
const decreases = '减少|下降|降低|压减|核减|削减|缩减|压缩|减幅|调减';
const directionWord = new RegExp(`(?<up>${increases})|(?<down>${decreases})`, 'gu');

/** The last direction word of a phrase; undefined when it has none. */
export function recogniseDirection(phrase: string): DirectionWord | undefined {
  const match = [...phrase.matchAll(directionWord)].at(-1);
  if (match === undefined) return undefined;
  return {
    direction: match.groups?.['up'] === undefined ? 'decrease' : 'increase',
    printed: match[0],
  };
}

const baseWords = /(?:比|较|与|同|和)(?<base>上年度?|去年|上一年度?|\d{4}年度?)/u;

/** What a change is compared with, as printed; undefined when the phrase names no base. */
export function recogniseBase(phrase: string): string | undefined {
  return baseWords.exec(phrase)?.groups?.['base'] ?? /同比|环比/u.exec(phrase)?.[0];
}

/** Words that state equality with a base. */
export const unchangedWords =
  /(?:与|同|和|较|比)(?<base>上年度?|去年|上一年度?|\d{4}年度?)[^,;:]{0,12}?(?<word>相同|持平|一致|不变|无变化)/u;

/** Words that open the reasons of a change; `主要` among them means that the list need not be complete. */
export const reasonWords =
  /(?:主要|变化|变动|增减|增加|减少|下降|增长)*(?:的)?原因(?:主要)?(?:是|为|在于)?:?|主要(?:是|系)(?:因为|由于|因)?/u;

/** The phrase without base, direction and filling words: the thing that changed, if the phrase names it. */
export function changedThing(phrase: string): string {
  return phrase
    .replace(baseWords, '')
    .replace(/同比|环比/u, '')
    .replace(/同口径|相比|预算数?相比|也?有所|共|由于|因为/gu, '')
    .replace(directionWord, '')
    .replace(/^(?:的)?预算数?$|^(?:了|约|为)$/u, '')
    .replace(/(?:了|约|为|预算)$/u, '');
}

/** The part of a text after its last comma or colon: the phrase a number belongs to. */
export function lastPhrase(text: string): string {
  const body = text.replace(/[:,]+$/u, '');
  const cut = Math.max(body.lastIndexOf(','), body.lastIndexOf(':'), body.lastIndexOf(';'));
  return body
    .slice(cut + 1)
    .replace(/^[、)(]+(?![\d])/u, '')
    .replace(/^\(?\d{1,2}(?:\)|[、.](?!\d))/u, '');
}

/** The year a phrase opens with; undefined = none. */
export function leadingYear(phrase: string): number | undefined {
  const year = /^(?<year>\d{4})年/u.exec(phrase)?.groups?.['year'];
  return year === undefined ? undefined : Number(year);
}

/** The phrase without the unit's name, its stand-ins and a leading year. */
export function withoutOwner(phrase: string, unitName: string): string {
  return phrase
    .replace(/^\d{4}年度?/u, '')
    .replaceAll(unitName, '')
    .replace(/^(?:主要包括|主要用于|收入为|收入包括|支出包括|支出为|共有|共(?!计))/u, '')
    .replace(/^(?:我局|我单位|本单位|本部门|本局|全局|局本级|局机关)(?=.)/u, '');
}
