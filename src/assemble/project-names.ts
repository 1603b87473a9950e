import { recogniseDocumentNumbers } from './cited-numbers.ts';

/** A name at three degrees of closeness; each is compared with the same degree of another name. */
export interface ProjectNameKeys {
  /** Without blanks, signs evened out: equal = the same name. */
  readonly exact: string;
  /** Also without punctuation and document numbers. */
  readonly plain: string;
  /** Also without years at the start and remarks in brackets. */
  readonly stem: string;
}

const withoutSigns = (text: string): string => text.replace(/[\p{P}\p{S}]/gu, '');

/** The keys by which names of projects are compared. */
export function projectNameKeys(name: string): ProjectNameKeys {
  const exact = name
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/["'“”‘’「」]/gu, '"');
  const bare = recogniseDocumentNumbers(exact, '').reduceRight(
    (text, number) => text.slice(0, number.start) + text.slice(number.end),
    exact,
  );
  const stem = bare.replace(/\([^()]*\)/gu, '').replace(/^(?:19|20)\d{2}年度?/u, '');
  return { exact, plain: withoutSigns(bare), stem: withoutSigns(stem) };
}

/** Number of single-character insertions, deletions and replacements between two texts. */
export function editDistance(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  let row = right.map((_, j) => j + 1);
  left.forEach((sign, i) => {
    let diagonal = i;
    let before = i + 1;
    row = row.map((above, j) => {
      const here = Math.min(above + 1, before + 1, diagonal + (sign === right[j] ? 0 : 1));
      diagonal = above;
      before = here;
      return here;
    });
  });
  return row.at(-1) ?? left.length;
}

/** Parts of a name that tell projects apart however alike the rest is: years, ordinals, levels of government, numbers. */
function distinguishingParts(name: string): { years: string; levels: string; numbers: string } {
  const text = name.normalize('NFKC');
  const all = (pattern: RegExp): string =>
    [...text.matchAll(pattern)].map(([part]) => part).join('|');
  return {
    years: all(/(?:19|20)\d{2}(?=年)/gu),
    levels: all(/中央|省级|市级|县级|区级|乡镇/gu),
    numbers: all(/第[一二三四五六七八九十\d]+/gu),
  };
}

/** Whether nothing in two names says that they are different projects; a part only one name prints says nothing. */
export function mayBeSameProject(a: string, b: string): boolean {
  const [left, right] = [distinguishingParts(a), distinguishingParts(b)];
  return (['years', 'levels', 'numbers'] as const).every(
    (part) => left[part] === '' || right[part] === '' || left[part] === right[part],
  );
}
