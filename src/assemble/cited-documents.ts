import type { CitedDocument } from '../schema/cited-document.ts';
import { recogniseDocumentNumbers } from './cited-numbers.ts';
import type { NumberMatch } from './cited-numbers.ts';
import type { Place } from '../schema/place.ts';

/** A run of text of one field of a form with the place of each of its printed parts. */
export interface CitingText {
  readonly field: CitedDocument['field'];
  readonly parts: readonly { readonly text: string; readonly place: Place }[];
}

interface TitleMatch {
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

/** Words in 《》 that stand for a document named before and name none themselves. */
const shortForms = new Set(['条例', '办法', '意见', '通知', '规定', '方案', '细则', '决定']);

/** Titles in 《》 with 《》 and 〈〉 inside them; a bracket that is never closed opens no title. */
function titlesIn(text: string): TitleMatch[] {
  const titles: TitleMatch[] = [];
  let depth = 0;
  let start = -1;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '《') {
      if (depth === 0) start = i;
      depth += 1;
    } else if (text[i] === '》' && depth > 0) {
      depth -= 1;
      if (depth > 0) continue;
      const title = text.slice(start + 1, i).replace(/\s+/gu, '');
      if (title.length <= 200) titles.push({ title, start, end: i + 1 });
    }
  }
  return titles;
}

/** What may stand between a title and its number: 的通知, blanks, an opening bracket. */
const betweenTitleAndNumber = /^的?(?:通知|意见|请示|公告|决定|批复|函)?[\s,，、]*[(（]?\s*$/u;

/** Numbers paired with the title they stand beside; each is used once. */
function pairUp(text: string, titles: readonly TitleMatch[], numbers: readonly NumberMatch[]) {
  const numberOf = new Map<TitleMatch, NumberMatch>();
  const used = new Set<NumberMatch>();
  const pair = (title: TitleMatch, number: NumberMatch): void => {
    numberOf.set(title, number);
    used.add(number);
  };
  for (const title of titles) {
    const next = numbers.find((number) => number.start >= title.end);
    if (next === undefined || used.has(next)) continue;
    if (betweenTitleAndNumber.test(text.slice(title.end, next.start))) pair(title, next);
  }
  for (const number of numbers) {
    if (used.has(number)) continue;
    const next = titles.find((title) => title.start >= number.end);
    if (next === undefined || numberOf.has(next)) continue;
    if (/^\s*$/u.test(text.slice(number.end, next.start))) pair(next, number);
  }
  return { numberOf, used };
}

function placeAt(parts: CitingText['parts'], offset: number): Place {
  let end = 0;
  for (const part of parts) {
    end += part.text.length;
    if (offset < end) return part.place;
  }
  throw new Error(`Unexpected offset ${offset}, expected one inside the text of the field`);
}

function citationsOf(citing: CitingText, regionInitials: string): CitedDocument[] {
  const text = citing.parts.map((part) => part.text).join('');
  const titles = titlesIn(text);
  const numbers = recogniseDocumentNumbers(text, regionInitials);
  const { numberOf, used } = pairUp(text, titles, numbers);
  const found = [
    ...titles
      .filter(
        (title) => numberOf.has(title) || (title.title.length > 2 && !shortForms.has(title.title)),
      )
      .map((title) => ({ start: title.start, title: title.title, number: numberOf.get(title) })),
    ...numbers
      .filter((number) => !used.has(number))
      .map((number) => ({ start: number.start, title: null, number })),
  ].sort((a, b) => a.start - b.start);
  return found.map(({ start, title, number }) => ({
    title,
    number: number?.printed ?? null,
    normalisedNumber: number?.normalised ?? null,
    field: citing.field,
    place: placeAt(citing.parts, start),
  }));
}

const numberKey = (document: CitedDocument): string | null =>
  document.normalisedNumber ?? document.number;

/** Whether everything `document` says is also said by `other`. */
const isSaidBy = (document: CitedDocument, other: CitedDocument): boolean =>
  (document.title === null || document.title === other.title) &&
  (numberKey(document) === null || numberKey(document) === numberKey(other));

/**
 * The policy documents a form cites, in order of the texts given: title and number only, paired
 * where they stand beside each other. A document cited again in the same form is left out; so is a
 * bare title or number of a document that is also cited in full. `unitName` tells the short names
 * of places that document numbers may begin with.
 */
export function citedDocuments(texts: readonly CitingText[], unitName: string): CitedDocument[] {
  const initials = [
    ...unitName.matchAll(/(?:^|[省市县区])(\p{Script=Han})\p{Script=Han}{1,8}?(?=[省市县区])/gu),
  ]
    .map((match) => match[1] ?? '')
    .join('');
  const all = texts.flatMap((text) => citationsOf(text, initials));
  return all.filter((document, i) => {
    const fuller = all.some((other) => isSaidBy(document, other) && !isSaidBy(other, document));
    const again = all
      .slice(0, i)
      .some((other) => isSaidBy(document, other) && isSaidBy(other, document));
    return !fuller && !again;
  });
}
