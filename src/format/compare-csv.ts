import { formatFenPlain } from '../money/fen.ts';
import { guardFormula } from './formula-guard.ts';
import type { ComparableUnitYear } from './compare-directory.ts';
import type { ComparedChoice, ComparedSection } from './compare-units.ts';

/**
 * A comparison as rows of a CSV, header first: one row for each line and unit-year, amounts as exact
 * decimal text in 元, empty = null, and what the document has there. Text that could run as a formula is guarded.
 */
export function compareCsvRows(
  unitYears: readonly ComparableUnitYear[],
  sections: readonly ComparedSection[],
  choice: ComparedChoice,
): string[][] {
  const header = [
    ...['section', 'column', 'code', 'name', 'disclosure_id', 'unit_name', 'year', 'kind'],
    ...['state', 'amount_yuan', 'share', 'difference_from_first_yuan'],
  ];
  const yuan = (fen: number | null): string => (fen === null ? '' : formatFenPlain(fen, '元'));
  const rows = sections.flatMap(({ id, rows }) => {
    const column = id === 'subjects' || id === 'economic' ? choice[id] : 'total';
    return rows.flatMap(({ code, name, cells }) =>
      cells.map(({ state, fen, share, differenceFen }, i) => {
        const unitYear = unitYears[i];
        return [
          ...[id, column, code ?? '', guardFormula(name)],
          ...[unitYear?.disclosureId ?? '', guardFormula(unitYear?.unitName ?? '')],
          ...[String(unitYear?.year ?? ''), unitYear?.kind ?? ''],
          ...[state, yuan(fen), share ?? '', yuan(differenceFen)],
        ];
      }),
    );
  });
  return [header, ...rows];
}
