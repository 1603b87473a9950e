import { undoubledRuns } from './doubled-text.ts';

const wordOrGap = /(\s+)|(\S+)/gu;

/** A word with a number and a name printed without a blank between them, cut where they meet. */
function cutGlued(word: string): string[] {
  const glued = /^([-－]?[\d０-９,，]*[.．][\d０-９]+)(\p{Script=Han}.*)$/u.exec(word);
  return glued === null ? [word] : [glued[1] ?? '', glued[2] ?? ''];
}

/**
 * The cells of a line whose columns are separated by single blanks: every further blank is a cell
 * that prints nothing, at the end of the line too. Leading blanks are one empty cell each. In a
 * doubled document the empty cells beside bold words are two blanks each.
 * @example splitSpacedCells('合计 782.91     649.57') // ['合计', '782.91', '', '', '', '', '649.57']
 */
export function splitSpacedCells(line: string, options: { readonly doubled: boolean }): string[] {
  const cells: string[] = [];
  let boldBefore = false;
  let gap = 0;
  let first = true;
  const addGap = (boldAfter: boolean): void => {
    const extra = Math.max(gap - (first ? 0 : 1), 0);
    const bold = (boldBefore || boldAfter) && !first && extra % 2 === 0;
    for (let i = 0; i < (bold ? extra / 2 : extra); i += 1) cells.push('');
    gap = 0;
  };
  for (const match of line.replaceAll('\u3000', '').matchAll(wordOrGap)) {
    if (match[1] !== undefined) {
      gap = match[1].length;
      continue;
    }
    const word = match[2] ?? '';
    const runs = options.doubled ? undoubledRuns(word) : undefined;
    addGap(runs !== undefined);
    cells.push(...(runs ?? cutGlued(word)));
    boldBefore = runs !== undefined;
    first = false;
  }
  addGap(false);
  return cells;
}
