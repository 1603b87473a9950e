import { editDistance, mayBeSameProject, projectNameKeys } from './project-names.ts';
import type { ProjectNameKeys } from './project-names.ts';
import type { Project } from '../schema/project.ts';

/** A project row or a form as far as linking looks at it. */
export interface LinkCandidate {
  /** Printed name; null = lost. */
  readonly name: string | null;
  /** Total of the year in 分; null = not printed. */
  readonly fen: number | null;
}

/** A row linked to a form, both by their place in the lists given. */
export interface ProjectLink {
  readonly row: number;
  readonly form: number;
  readonly why: NonNullable<Project['link']>;
}

interface Named extends LinkCandidate {
  readonly keys: ProjectNameKeys | null;
}

/** Half of the last decimal a table in 万元 prints: 50 元. */
const roundingFen = 5000;

/** Whether an amount in 元 and one in 万元 with two decimals can be the same. */
const sameAmount = (a: LinkCandidate, b: LinkCandidate): boolean =>
  a.fen !== null && b.fen !== null && Math.abs(a.fen - b.fen) <= roundingFen;

type Test = (row: Named, form: Named) => boolean;

/** Whether two keys differ in at most `most` characters and at most a quarter of the shorter. */
function areClose(a: string, b: string, most: number): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < 2 || Math.abs(a.length - b.length) > most) return false;
  return editDistance(a, b) <= Math.min(most, Math.floor(shorter / 4));
}

const byKeys =
  (test: (row: ProjectNameKeys, form: ProjectNameKeys) => boolean): Test =>
  (row, form) =>
    row.keys !== null && form.keys !== null && test(row.keys, form.keys);

const alike =
  (test: Test): Test =>
  (row, form) =>
    mayBeSameProject(row.name ?? '', form.name ?? '') && test(row, form);

/** Tests in order of trust; a later one sees only what the earlier ones left over. */
const tests: readonly (readonly [ProjectLink['why'], Test])[] = [
  ['same-name', byKeys((row, form) => row.exact === form.exact)],
  ['similar-name', alike(byKeys((row, form) => row.plain === form.plain))],
  ['similar-name', alike(byKeys((row, form) => areClose(row.plain, form.plain, 1)))],
  ['similar-name', alike(byKeys((row, form) => row.stem.length > 1 && row.stem === form.stem))],
  ['similar-name', alike(byKeys((row, form) => areClose(row.stem, form.stem, 1)))],
  [
    'similar-name',
    alike(
      (row, form) =>
        sameAmount(row, form) && byKeys((a, b) => areClose(a.stem, b.stem, 3))(row, form),
    ),
  ],
  ['same-amount', (row, form) => (row.fen ?? 0) > 0 && sameAmount(row, form)],
];

const named = (candidate: LinkCandidate): Named => ({
  ...candidate,
  keys: candidate.name === null ? null : projectNameKeys(candidate.name),
});

/** The only element of a list, or the only one with the same amount; undefined where neither is. */
function only(list: readonly number[], hasSameAmount: (i: number) => boolean): number | undefined {
  if (list.length === 1) return list[0];
  const equal = list.filter(hasSameAmount);
  return equal.length === 1 ? equal[0] : undefined;
}

/**
 * Links between project rows and forms: same name, then similar name, then same amount. A link is
 * made only where it is the one possible for both sides (of several, the one whose amount agrees);
 * what stays open is left open.
 */
export function linkRowsAndForms(
  rows: readonly LinkCandidate[],
  forms: readonly LinkCandidate[],
): ProjectLink[] {
  const [left, right] = [rows.map(named), forms.map(named)];
  const links: ProjectLink[] = [];
  const openRows = new Set(left.keys());
  const openForms = new Set(right.keys());
  for (const [why, test] of tests) {
    const fits = (row: number, form: number): boolean => {
      const [a, b] = [left[row], right[form]];
      return a !== undefined && b !== undefined && test(a, b);
    };
    const equal = (row: number, form: number): boolean => {
      const [a, b] = [left[row], right[form]];
      return a !== undefined && b !== undefined && sameAmount(a, b);
    };
    const found: ProjectLink[] = [];
    for (const form of openForms) {
      const row = only(
        [...openRows].filter((i) => fits(i, form)),
        (i) => equal(i, form),
      );
      if (row === undefined) continue;
      const back = only(
        [...openForms].filter((i) => fits(row, i)),
        (i) => equal(row, i),
      );
      if (back === form) found.push({ row, form, why });
    }
    for (const link of found) {
      openRows.delete(link.row);
      openForms.delete(link.form);
      links.push(link);
    }
  }
  return links;
}
