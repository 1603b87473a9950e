import type {
  ExtractedCell,
  ExtractedDocument,
  ExtractedRow,
} from '../extract/extracted-document.ts';
import { ImportRefusal } from '../extract/refusal.ts';
import { correctedRow, documentOf } from '../extract/text-document.ts';
import type { Correction } from '../schema/correction.ts';
import { rowsOf } from './find-tables.ts';

/**
 * The document with every correction laid over it. Corrected rows and cells carry the id of their
 * correction and, as `printed`, the text the source has there.
 * @throws ImportRefusal when a place does not exist, is corrected twice, or prints something else
 * than the correction says.
 */
export function applyCorrections(
  document: ExtractedDocument,
  corrections: readonly Correction[],
): ExtractedDocument {
  if (corrections.length === 0) return document;
  refuseRepeatedPlaces(corrections);
  const open = new Set(corrections);
  const rows = rowsOf(document).map((row) => {
    const own = corrections.filter((correction) => lineOf(correction.place) === row.place);
    return own.reduce((corrected, correction) => {
      open.delete(correction);
      if (correction.scope === 'line') return correctLine(corrected, correction);
      if (correction.scope === 'text') return correctText(corrected, correction);
      return correctCell(corrected, correction);
    }, row);
  });
  const [lost] = open;
  if (lost !== undefined) refuse(lost, 'no such line in the source', `"${lost.printed}"`);
  return documentOf({ ...document, rows });
}

/** The line of a place: `L12C3` is on `L12`. */
const lineOf = (place: string): string => place.replace(/C\d+$/u, '');

function correctLine(row: ExtractedRow, correction: Correction): ExtractedRow {
  if (row.text.trim() !== correction.printed.trim()) {
    refuse(
      correction,
      `line "${row.text.trim()}"`,
      `"${correction.printed}" as the correction says`,
    );
  }
  return correctedRow(row, correction.replacement, correction.id);
}

function correctText(row: ExtractedRow, correction: Correction): ExtractedRow {
  const times = correction.printed === '' ? 0 : row.text.split(correction.printed).length - 1;
  if (times !== 1) {
    refuse(correction, `words ${times} times in the line`, `"${correction.printed}" there once`);
  }
  const text = row.text.replace(correction.printed, () => correction.replacement);
  return correctedRow(row, text, correction.id);
}

function correctCell(row: ExtractedRow, correction: Correction): ExtractedRow {
  const index = row.cells.findIndex((cell) => cell.place === correction.place);
  const cell = row.cells[index];
  if (cell === undefined) refuse(correction, 'no such cell in the line', `"${correction.printed}"`);
  if (cell.text !== correction.printed) {
    refuse(correction, `cell "${cell.text}"`, `"${correction.printed}" as the correction says`);
  }
  const corrected: ExtractedCell = {
    text: correction.replacement,
    place: cell.place,
    printed: cell.text,
    correction: correction.id,
  };
  const cells = row.cells.with(index, corrected);
  return {
    ...row,
    cells,
    text: cells.map((part) => part.text).join('\t'),
    correction: correction.id,
  };
}

function refuseRepeatedPlaces(corrections: readonly Correction[]): void {
  const seen = new Map<string, Correction>();
  for (const correction of corrections) {
    for (const key of [correction.place, correction.id]) {
      const before = seen.get(key);
      if (before !== undefined) {
        refuse(correction, `second correction of ${key}`, `only ${before.id} there`);
      }
      seen.set(key, correction);
    }
  }
}

function refuse(correction: Correction, unexpected: string, expected: string): never {
  throw new ImportRefusal({
    place: correction.place,
    unexpected: `${unexpected} (correction ${correction.id})`,
    expected,
    todo: 'Adapt or remove the correction.',
  });
}
