import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** One change of a file: what is done, where (as a share of the file), and with what. */
interface Mutation {
  readonly how: number;
  readonly where: number;
  readonly size: number;
}

const mutations = fc.array(
  fc.record({
    how: fc.nat(),
    // Whole numbers, since small fractions are drawn far more often than others.
    where: fc.nat({ max: 999_999 }).map((n) => n / 1_000_000),
    size: fc.integer({ min: 1, max: 400 }),
  }),
  { minLength: 1, maxLength: 4 },
);

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length];

const placesOf = (text: string, pattern: RegExp): RegExpExecArray[] => [...text.matchAll(pattern)];

/** The text with what stands at one of the places of a pattern replaced; as it is when there is none. */
function replaced(
  text: string,
  pattern: RegExp,
  where: number,
  by: (found: string) => string,
): string {
  const places = placesOf(text, pattern);
  const place = places[Math.floor(where * places.length)];
  if (place === undefined) return text;
  const [found] = place;
  return text.slice(0, place.index) + by(found) + text.slice(place.index + found.length);
}

const numbers = ['0', '-1', '99999999999', '1e308', 'NaN', '', '4294967296', '0.001', '5055, 10'];
const signs = [
  '\u202e',
  '\ufeff',
  '\u00a0',
  '\u0001',
  '\ufffd',
  '＝',
  '=1+1',
  ']]>',
  '&b;',
  '&#0;',
  '<',
  '"',
  '</',
  '<!--',
  '<a>'.repeat(300),
  '合'.repeat(20_000),
  '\t',
  '\n',
  '表',
  '单位：元',
];

type Change = (text: string, mutation: Mutation) => string;

/** Changes that keep most of the form, so that what reads the meaning has its share. */
const textChanges: readonly Change[] = [
  (text, { where, size }) => replaced(text, /\d[\d.,]*/gu, where, () => pick(numbers, size) ?? ''),
  (text, { where, size }) => replaced(text, /\d/gu, where, () => String(size % 10)),
  (text, { where, size }) => {
    const at = Math.floor(where * text.length);
    return text.slice(0, at) + (pick(signs, size) ?? '') + text.slice(at);
  },
  (text, { where, size }) => {
    const at = Math.floor(where * text.length);
    return text.slice(0, at) + text.slice(at + size);
  },
  (text, { where }) => replaced(text, /^[^\n]*\n|\t/gmu, where, () => ''),
  (text, { where, size }) => replaced(text, /^[^\n]*\n/gmu, where, (line) => line.repeat(size % 9)),
];

const markupChanges: readonly Change[] = [
  ...textChanges,
  (text, { where }) => replaced(text, /<[^>]*>/gu, where, () => ''),
  (text, { where, size }) => replaced(text, /<[^>]*>/gu, where, (tag) => tag.repeat(size % 50)),
  (text, { where }) => replaced(text, /(?<==)"[^"]*"/gu, where, () => '""'),
  (text, { where, size }) =>
    replaced(text, /(?<==)"\d+"/gu, where, () => `"${pick(numbers, size)}"`),
  (text, { where }) => replaced(text, /(?<=<\/?)[\w:]+/gu, where, () => 'x'),
  (text, { where }) => replaced(text, /<(\w[\w:]*)[^>]*>[^<]*<\/\1>/gu, where, (one) => one + one),
  (text, { where }) => replaced(text, /<(\w[\w:]*)[^>]*>[^<]*<\/\1>/gu, where, () => ''),
  (text, { where }) => replaced(text, />[^<]+</gu, where, () => '><'),
];

const joined = (before: Uint8Array, after: Uint8Array): Uint8Array =>
  new Uint8Array(Buffer.concat([before, after]));

const byteChanges: readonly ((bytes: Uint8Array, mutation: Mutation) => Uint8Array)[] = [
  (bytes, { where, size }) => {
    const copy = bytes.slice();
    const at = Math.floor(where * bytes.length);
    for (let i = at; i < Math.min(at + size, copy.length); i += 1)
      copy[i] = (copy[i] ?? 0) ^ ((i * 37 + size) & 255);
    return copy;
  },
  (bytes, { where, size }) => {
    const copy = bytes.slice();
    const at = Math.floor(where * bytes.length);
    copy[at] = size & 255;
    return copy;
  },
  (bytes, { where }) => bytes.slice(0, Math.floor(where * bytes.length)),
  (bytes, { where, size }) => {
    const at = Math.floor(where * bytes.length);
    return joined(bytes.subarray(0, at), bytes.subarray(at + size));
  },
  (bytes, { where, size }) => {
    const at = Math.floor(where * bytes.length);
    return joined(bytes.subarray(0, at + size), bytes.subarray(at));
  },
  (bytes, { where, size }) =>
    bytes
      .slice()
      .fill(0, Math.floor(where * bytes.length), Math.floor(where * bytes.length) + size),
];

const changedBytes = (bytes: Uint8Array, changes: readonly Mutation[]): Uint8Array =>
  changes.reduce((made, one) => pick(byteChanges, one.how)?.(made, one) ?? made, bytes);

/** Single bytes set to others, so that the structure mostly holds. */
const singleBytes = (bytes: Uint8Array, changes: readonly Mutation[]): Uint8Array => {
  const copy = bytes.slice();
  for (const { where, size } of changes) copy[Math.floor(where * bytes.length)] = size & 255;
  return copy;
};

const changedText = (
  text: string,
  changes: readonly Mutation[],
  kinds: readonly Change[],
): string => changes.reduce((made, one) => pick(kinds, one.how)?.(made, one) ?? made, text);

/** Parts of an office file that hold most of what is read are changed most. */
const mainPart = /document\.xml$|sheet\d+\.xml$|sharedStrings\.xml$|workbook\.xml$/u;

/** An office file with parts changed and packed again, sizes and checksums right. */
function changedPackage(bytes: Uint8Array, changes: readonly Mutation[]): Uint8Array {
  const parts: Record<string, Uint8Array> = unzipSync(bytes);
  const names = Object.keys(parts).toSorted();
  const main = names.filter((name) => mainPart.test(name));
  for (const change of changes) {
    const name = pick(change.size % 5 === 0 ? names : main, change.how + change.size);
    if (name === undefined) continue;
    const text = changedText(strFromU8(parts[name] ?? new Uint8Array()), [change], markupChanges);
    parts[name] = strToU8(text);
  }
  return zipSync(parts, { level: 1 });
}

/** A PDF with numbers, names and texts changed that keep their length, so that its index still fits. */
function changedTokens(bytes: Uint8Array, changes: readonly Mutation[]): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const made = changes.reduce((one, { how, where, size }) => {
    const pattern = pick(
      [/\d+(?:\.\d+)?/gu, /<[\da-f]+>/gu, /\/[A-Z]\w+/gu, / [A-Za-z*]{1,2}\n/gu],
      how,
    );
    return replaced(one, pattern ?? /\d/gu, where, (found) =>
      found.replaceAll(/[\da-zA-Z]/gu, (sign) =>
        /\d/u.test(sign)
          ? String((Number(sign) + size) % 10)
          : (pick(['q', 'Q', 'f', 'a'], size) ?? sign),
      ),
    );
  }, text);
  return new Uint8Array(Buffer.from(made, 'latin1'));
}

/** The ways a kind of file is changed; they take turns. */
type Way = (bytes: Uint8Array, changes: readonly Mutation[]) => Uint8Array;
const inText: Way = (bytes, changes) =>
  strToU8(changedText(strFromU8(bytes), changes, textChanges));
const inMarkup: Way = (bytes, changes) =>
  strToU8(changedText(strFromU8(bytes), changes, markupChanges));

const waysOf: Readonly<Record<string, readonly Way[]>> = {
  text: [inText, inText, changedBytes],
  gb18030: [singleBytes, changedBytes],
  html: [inMarkup, inMarkup, changedBytes],
  docx: [changedPackage, changedPackage, changedPackage, changedBytes],
  xlsx: [changedPackage, changedPackage, changedPackage, changedBytes],
  xls: [singleBytes, singleBytes, changedBytes],
  pdf: [changedTokens, changedBytes],
};

/** The changed files of one kind, always the same: `count` of them. */
export function* mutatedFiles(
  kind: string,
  bytes: Uint8Array,
  count: number,
): Generator<Uint8Array> {
  const ways = waysOf[kind] ?? [changedBytes];
  const changes = fc.sample(mutations, { numRuns: count, seed: 20_240_101 });
  for (const [i, change] of changes.entries()) yield (pick(ways, i) ?? changedBytes)(bytes, change);
}
