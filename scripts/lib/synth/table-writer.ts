import { formatFenPlain } from '../../../src/money/fen.ts';
import type { MoneyColumn, TableDefinition, TableSide } from '../../../src/schema/table-set.ts';
import type { Cell, Row, Table } from '../../../src/schema/table.ts';

/** Hundredths of 万元, the precision the tables print: 1 = 100 元 = 10,000 分. */
export type Hundredths = number;

/** One row to be printed; amounts in hundredths of 万元, left out = nothing is printed. */
export interface RowDraft {
  readonly kind: Row['kind'];
  readonly side?: TableSide;
  readonly code?: string;
  readonly name: string;
  readonly name2?: string;
  readonly amounts: Partial<Record<MoneyColumn, Hundredths>>;
}

/** Line numbers of an example source, counted on as things are "printed". */
export class LineCounter {
  #line = 0;
  /** The next line, as a place. */
  next(): string {
    this.#line += 1;
    return `L${this.#line}`;
  }
  /** Lines printed so far. */
  get lines(): number {
    return this.#line;
  }
}

/** A table with its rows printed line after line; without any amount it is printed empty. */
export function writeTable(
  definition: TableDefinition,
  year: number,
  rows: readonly RowDraft[],
  counter: LineCounter,
): Table {
  const place = counter.next();
  const written = rows.map((draft, index) => writeRow(draft, index + 1, counter));
  const filled = written.some((row) => row.cells.length > 0);
  return {
    id: definition.id,
    title: `${year}年${definition.name}`,
    moneyUnit: '万元',
    moneyUnitFrom: 'printed',
    status: filled ? 'filled' : 'printed-empty',
    note: filled ? null : '注：本表无数据',
    columns: [...new Set(definition.columns.map(({ id }) => id))],
    rows: written,
    place,
  };
}

function writeRow(draft: RowDraft, row: number, counter: LineCounter): Row {
  const place = counter.next();
  const cells = Object.entries(draft.amounts).map(([column, hundredths], index): Cell => {
    const fen = hundredths * 10_000;
    return {
      column: column as MoneyColumn,
      printed: formatFenPlain(fen, '万元', 2),
      fen,
      place: `${place}C${index + 2}`,
    };
  });
  return {
    row,
    side: draft.side ?? null,
    kind: draft.kind,
    code: draft.code ?? null,
    name: draft.name,
    name2: draft.name2 ?? null,
    cells,
    place,
  };
}
