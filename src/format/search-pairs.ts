import type { PairDirectory, PairFile } from './search-files.ts';

/** Number of the file of the pair directory in which a scrambled word is looked up. */
export const pairFileOf = (scrambled: number, { bits }: PairDirectory): number =>
  bits === 0 ? 0 : scrambled >>> (32 - bits);

/** Numbers of the parts that have a word; none when no part has it. */
export function partsWithWord(file: PairFile, scrambled: number): ReadonlySet<number> {
  let at = 0;
  for (const [i, distance] of file.words.entries()) {
    at += distance;
    if (at === scrambled) return readPartSet(file.parts[file.set[i] ?? -1] ?? '');
    if (at > scrambled) break;
  }
  return new Set();
}

/** The numbers of the parts whose bit is set. */
export function readPartSet(base64: string): ReadonlySet<number> {
  const parts = new Set<number>();
  const bytes = atob(base64);
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes.charCodeAt(i);
    for (let bit = 0; bit < 8; bit += 1) if ((byte & (1 << bit)) !== 0) parts.add(i * 8 + bit);
  }
  return parts;
}
