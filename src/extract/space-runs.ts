/** Runs of blanks there must be before their width is taken for a column break. */
const enoughRuns = 20;

/** Share of the runs that must be multiples of the width; single words may hold stray blanks. */
const enoughShare = 0.97;

/** The largest width from 2 to 16 of which nearly all runs are multiples; undefined = none. */
function commonWidth(runs: readonly number[]): number | undefined {
  if (runs.length < enoughRuns) return undefined;
  for (let width = 16; width > 1; width -= 1) {
    const multiples = runs.filter((run) => run % width === 0).length;
    if (multiples >= runs.length * enoughShare) return width;
  }
  return undefined;
}

/**
 * Lines whose columns are separated by a fixed number of blanks, with tabs in their place: when no
 * line has a tab, amounts do not stand one blank apart, and nearly every run of two or more blanks
 * between words is a multiple of one width, that width is a column break. Other lines come back as
 * they are.
 * @example withTabs(lines) // '合计    782.91        649.57' → '合计\t782.91\t\t649.57'
 */
export function withTabs(lines: readonly string[]): string[] {
  if (lines.some((line) => line.includes('\t'))) return [...lines];
  if (lines.filter((line) => /\d\.\d+ \d+\.\d/u.test(line)).length > 2) return [...lines];
  const runs = lines.flatMap((line) =>
    Array.from(line.matchAll(/(?<=\S) {2,}(?=\S)/gu), (match) => match[0].length),
  );
  const width = commonWidth(runs);
  if (width === undefined) return [...lines];
  const toTabs = (run: string): string =>
    '\t'.repeat(Math.floor(run.length / width)) + ' '.repeat(run.length % width);
  return lines.map((line) => {
    const start = /^ */u.exec(line)?.[0] ?? '';
    const rest = line.slice(start.length).replace(/(?<=\S) {2,}/gu, toTabs);
    return (rest.includes('\t') ? toTabs(start) : start) + rest;
  });
}
