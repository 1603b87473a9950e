import type { Correction } from '../../../src/schema/correction.ts';
import { splitPlace, withoutBlanks } from './plain-text.ts';

/** The lines of a source with the corrections of its record laid over them. */
export interface CorrectedLines {
  /** Every line as it is to be read. */
  readonly lines: readonly string[];
  /** Corrections whose printed text the source does not have at their place. */
  readonly misfits: readonly Correction[];
}

/** The line with one correction made; undefined when the line does not print what it corrects. */
function correctLine(line: string, correction: Correction): string | undefined {
  const { cell } = splitPlace(correction.place);
  if (correction.scope === 'line') {
    const fits = withoutBlanks(line) === withoutBlanks(correction.printed);
    return fits ? correction.replacement : undefined;
  }
  if (correction.scope === 'text') {
    const [before, after, ...more] = line.split(correction.printed);
    if (before === undefined || after === undefined || more.length > 0) return undefined;
    return `${before}${correction.replacement}${after}`;
  }
  const cells = line.split('\t');
  if (cell !== null && cells.length > 1) {
    if (withoutBlanks(cells[cell - 1] ?? '') !== withoutBlanks(correction.printed))
      return undefined;
    return cells.with(cell - 1, correction.replacement).join('\t');
  }
  if (correction.printed === '' || !line.includes(correction.printed)) return undefined;
  return line.replace(correction.printed, () => correction.replacement);
}

/** Lays the corrections of a record over the lines of its source. */
export function layCorrections(
  source: readonly string[],
  corrections: readonly Correction[],
): CorrectedLines {
  const lines = [...source];
  const misfits: Correction[] = [];
  for (const correction of corrections) {
    const { line } = splitPlace(correction.place);
    const corrected = correctLine(lines[line - 1] ?? '', correction);
    if (corrected === undefined) {
      misfits.push(correction);
      continue;
    }
    lines[line - 1] = corrected;
  }
  return { lines, misfits };
}
