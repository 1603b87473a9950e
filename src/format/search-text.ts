import { radicalEquivalents } from '../schema/radical-equivalents.ts';

/** A text as the search compares it, with the place in the original of every UTF-16 unit. */
export interface NormalisedText {
  readonly text: string;
  /** Index in the original where the character behind each unit of `text` begins. */
  readonly from: readonly number[];
  /** Index in the original after the character behind each unit of `text`. */
  readonly to: readonly number[];
}

/** Stands between the fields of a record's text; no query contains it. */
export const fieldSeparator = '\n';

const openingBrackets = '([{〔【〖〘〚﹝｟⦅';
const closingBrackets = ')]}〕】〗〙〛﹞｠⦆';
const invisible = /[\p{Cf}\p{Cc}]/u;
const blank = /\s/u;
const latinOrDigit = /[0-9a-z]/u;

/**
 * The text as the search compares it: Unicode compatibility forms and look-alike radicals replaced
 * by the ordinary character, lower case, every bracket round, no blanks except one between two
 * Latin words or numbers. Index and query are prepared by this one function.
 * @example normaliseSearchText('吕人社函〔２０２３〕 56 号') // '吕人社函(2023)56号'
 */
export function normaliseSearchText(original: string): string {
  return normaliseWithPlaces(original).text;
}

/** The text of {@link normaliseSearchText} with the places that marking a hit needs. */
export function normaliseWithPlaces(original: string): NormalisedText {
  const text: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  let pendingBlank = -1;
  for (const character of original) {
    const start = at;
    at += character.length;
    if (blank.test(character)) {
      if (pendingBlank < 0) pendingBlank = start;
      continue;
    }
    for (const unit of foldCharacter(character)) {
      if (pendingBlank >= 0) {
        if (latinOrDigit.test(unit) && latinOrDigit.test(text.at(-1) ?? '')) {
          text.push(' ');
          from.push(pendingBlank);
          to.push(start);
        }
        pendingBlank = -1;
      }
      text.push(unit);
      from.push(start);
      to.push(at);
    }
  }
  return { text: text.join(''), from, to };
}

/** The fields of a record as one comparable text; no substring of a query can span two fields. */
export function normaliseFields(fields: readonly string[]): string {
  return fields.map(normaliseSearchText).join(fieldSeparator);
}

const folded = new Map<string, readonly string[]>();

/** The UTF-16 units that stand for one character, none for an invisible one. */
function foldCharacter(character: string): readonly string[] {
  const known = folded.get(character);
  if (known !== undefined) return known;
  const plain = (radicalEquivalents.get(character) ?? character).normalize('NFKC').toLowerCase();
  const units = plain
    .split('')
    .filter((unit) => !invisible.test(unit) && !blank.test(unit))
    .map((unit) => {
      if (openingBrackets.includes(unit)) return '(';
      return closingBrackets.includes(unit) ? ')' : unit;
    });
  folded.set(character, units);
  return units;
}
