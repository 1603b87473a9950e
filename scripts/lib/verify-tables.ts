import type { Disclosure } from '../../src/schema/disclosure.ts';
import type { Table } from '../../src/schema/table.ts';
import type { CorrectedLines } from './second-reader/corrected-lines.ts';
import { splitPlace } from './second-reader/plain-text.ts';
import {
  findTableRegions,
  lineNumberCells,
  tableNumbers,
  type TableRegion,
} from './second-reader/table-amounts.ts';
import { verifyCells } from './verify-cells.ts';
import { joinResults, type Difference, type PartResult } from './verify-difference.ts';
import { verifyLine, type RecordAmount } from './verify-line.ts';

/** The money cells of one table as amounts. */
function amountsOf(table: Table): RecordAmount[] {
  return table.rows.flatMap((row) =>
    row.cells.map((cell) => ({
      what: `${table.id} row ${row.row} ${cell.column}`,
      place: cell.place,
      printed: cell.printed,
      read: cell.read ?? cell.printed,
      moneyUnit: table.moneyUnit,
      fen: cell.fen,
    })),
  );
}

/** What is wrong with where a table and its cells stand, and in which measure it is read. */
function misplaced(
  table: Table,
  regions: readonly TableRegion[],
  lines: readonly string[],
): Difference[] {
  const region = regions.find(({ start }) => start === splitPlace(table.place).line);
  const base = { part: 'tables', place: table.place, what: table.id } as const;
  if (region === undefined)
    return [{ ...base, kind: 'outside-table', record: table.title, source: null }];
  const differences: Difference[] = amountsOf(table)
    .filter(({ place }) => {
      const { line } = splitPlace(place);
      return line <= region.start || line >= region.end;
    })
    .map(({ what, place, printed }) => ({
      ...base,
      kind: 'outside-table',
      what,
      place,
      record: printed,
      source: `L${region.start}-L${region.end - 1}`,
    }));
  if (region.moneyUnit !== null && region.moneyUnit !== table.moneyUnit) {
    differences.push({
      ...base,
      kind: 'measure',
      record: table.moneyUnit,
      source: region.moneyUnit,
    });
  }
  return [...differences, ...verifyCells(table, region, lines)];
}

/** Compares every money cell of every table with the source, and every number of the source with the cells. */
export function verifyTables(
  tables: Disclosure['tables'],
  source: readonly string[],
  corrected: CorrectedLines,
): PartResult {
  const regions = findTableRegions(corrected.lines);
  const amounts = Map.groupBy(tables.flatMap(amountsOf), ({ place }) => splitPlace(place).line);
  const inTables = new Set<number>(amounts.keys());
  const lineNumbers = new Map<number, ReadonlySet<number>>();
  for (const region of regions) {
    const cells = lineNumberCells(corrected.lines, region);
    for (let n = region.start + 1; n < region.end; n += 1) {
      inTables.add(n);
      lineNumbers.set(n, cells);
    }
  }
  const results = [...inTables]
    .toSorted((a, b) => a - b)
    .map((n) => {
      const raw = source[n - 1] ?? '';
      const line = corrected.lines[n - 1] ?? '';
      return verifyLine('tables', amounts.get(n) ?? [], {
        raw,
        corrected: line,
        rawNumbers: tableNumbers(raw, n, lineNumbers.get(n)),
        numbers: tableNumbers(line, n, lineNumbers.get(n)),
      });
    });
  const differences = tables.flatMap((table) => misplaced(table, regions, corrected.lines));
  return joinResults('tables', [
    ...results,
    { part: 'tables', compared: 0, equal: 0, explained: 0, differences },
  ]);
}

/** The lines that stand in a table, for which other parts are not searched. */
export function linesInTables(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { start, end } of findTableRegions(lines))
    for (let n = start; n < end; n += 1) found.add(n);
  return found;
}
