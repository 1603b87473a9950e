import type { PinyinFile } from '../format/search-files.ts';
import type { SearchRecord } from '../format/search-record.ts';
import { normaliseSearchText } from '../format/search-text.ts';
import { compareText } from './order.ts';

/** Names in one pinyin file. */
const namesPerFile = 2000;

/** Names in all pinyin files, at most: a browser reads them all for a query in letters. */
const namesKept = 30_000;

/** A Chinese name with its syllables, parted by blanks. */
export type SpelledName = readonly [name: string, syllables: string];

/**
 * The distinct names of projects and units with their syllables, in text order. Only for finding the
 * Chinese words behind typed letters; no id or address is ever made from it.
 * @param readSyllables gives one syllable for each Chinese character and any other character as it is
 */
export function listPinyin(
  records: Iterable<SearchRecord>,
  readSyllables: (chinese: string) => readonly string[],
): SpelledName[] {
  const distinct = new Set<string>();
  for (const record of records) {
    if (record.kind !== 'project' && record.kind !== 'unit') continue;
    for (const field of record.fields) {
      for (const [run] of normaliseSearchText(field).matchAll(/\p{Script=Han}{2,}/gu)) {
        distinct.add(run);
      }
    }
  }
  return [...distinct].sort(compareText).map((name) => [name, syllablesOf(name, readSyllables)]);
}

/** The pinyin files of an archive, and how many names there was no room for. */
export interface PreparedPinyin {
  readonly files: readonly PinyinFile[];
  readonly leftOut: number;
}

/**
 * The names of all parts in files, in text order. Where there are too many, those that most parts
 * have are kept, among equals the shorter.
 */
export function preparePinyin(
  parts: Iterable<readonly SpelledName[]>,
  limit = namesKept,
): PreparedPinyin {
  const names = new Map<string, { readonly syllables: string; parts: number }>();
  for (const part of parts) {
    for (const [name, syllables] of part) {
      const known = names.get(name);
      if (known === undefined) names.set(name, { syllables, parts: 1 });
      else known.parts += 1;
    }
  }
  const kept = [...names]
    .sort(([a, m], [b, n]) => n.parts - m.parts || a.length - b.length || compareText(a, b))
    .slice(0, limit)
    .sort(([a], [b]) => compareText(a, b));
  const files: PinyinFile[] = [];
  for (let from = 0; from < kept.length; from += namesPerFile) {
    const some = kept.slice(from, from + namesPerFile);
    files.push({
      names: some.map(([name]) => name),
      syllables: some.map(([, { syllables }]) => syllables),
    });
  }
  return { files, leftOut: names.size - kept.length };
}

function syllablesOf(name: string, read: (chinese: string) => readonly string[]): string {
  const syllables = read(name);
  if (syllables.length !== Array.from(name).length) {
    throw new Error(
      `Unexpected ${syllables.length} syllables of "${name}", expected one for each character`,
    );
  }
  return syllables.join(' ');
}
