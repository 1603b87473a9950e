import type { PinyinFile } from '../format/search-files.ts';
import type { SearchRecord } from '../format/search-record.ts';
import { normaliseSearchText } from '../format/search-text.ts';
import { compareText } from './order.ts';

/** Names in one pinyin file. */
const namesPerFile = 2000;

/**
 * The distinct names of projects and units with their syllables, in files, in text order. Only for
 * finding the Chinese words behind typed letters; no id or address is ever made from it.
 * @param readSyllables gives one syllable for each Chinese character and any other character as it is
 */
export function* preparePinyin(
  records: Iterable<SearchRecord>,
  readSyllables: (chinese: string) => readonly string[],
): Generator<PinyinFile> {
  const distinct = new Set<string>();
  for (const record of records) {
    if (record.kind !== 'project' && record.kind !== 'unit') continue;
    for (const field of record.fields) {
      for (const [run] of normaliseSearchText(field).matchAll(/\p{Script=Han}{2,}/gu)) {
        distinct.add(run);
      }
    }
  }
  const names = [...distinct].sort(compareText);
  for (let from = 0; from < names.length; from += namesPerFile) {
    const part = names.slice(from, from + namesPerFile);
    yield { names: part, syllables: part.map((name) => syllablesOf(name, readSyllables)) };
  }
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
