import type { PinyinFile } from './search-files.ts';

/** Whether a query is letters only, as pinyin or its initials would be. */
export const isPinyinQuery = (typed: string): boolean => /^[a-zü]{2,60}$/iu.test(typed.trim());

/**
 * The Chinese words behind typed letters: for every name, each run of characters whose syllables the
 * letters spell, in full, by their initials, or mixed; the last syllable may be unfinished. The
 * commonest first, at most `limit`.
 * @example findPinyin('lgsc', file, 5) // ['零工市场']
 */
export function findPinyin(typed: string, files: readonly PinyinFile[], limit: number): string[] {
  const letters = typed.trim().toLowerCase();
  const found = new Map<string, number>();
  for (const { names, syllables } of files) {
    names.forEach((name, i) => {
      const spelled = (syllables[i] ?? '').split(' ');
      const characters = Array.from(name);
      for (let start = 0; start < characters.length; start += 1) {
        const end = spellsUntil(letters, spelled, start);
        if (end === undefined) continue;
        const word = characters.slice(start, end).join('');
        found.set(word, (found.get(word) ?? 0) + 1);
      }
    });
  }
  return [...found]
    .sort(([a, m], [b, n]) => n - m || a.length - b.length || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([word]) => word);
}

/** Index after the last syllable that the letters spell from `start` on; undefined = they do not. */
function spellsUntil(
  letters: string,
  syllables: readonly string[],
  start: number,
): number | undefined {
  if (letters === '') return start;
  const syllable = syllables[start];
  if (syllable === undefined || syllable === '' || !letters.startsWith(syllable.charAt(0)))
    return undefined;
  if (syllable.startsWith(letters)) return start + 1;
  const initial = /^[zcs]h/u.test(syllable) ? syllable.slice(0, 2) : syllable.slice(0, 1);
  for (const spelling of [syllable, initial, syllable.slice(0, 1)]) {
    if (!letters.startsWith(spelling)) continue;
    const end = spellsUntil(letters.slice(spelling.length), syllables, start + 1);
    if (end !== undefined) return end;
  }
  return undefined;
}
