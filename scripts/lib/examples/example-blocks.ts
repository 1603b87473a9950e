/** One cell of an example table: its text and the cells it covers. */
export interface ExampleCell {
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
  /** Column of its left edge, counted from 0. */
  readonly column: number;
}

/** A paragraph, or a table whose first `headRows` rows are its header. */
export type ExampleBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly ExampleCell[])[];
      readonly columns: number;
      readonly headRows: number;
    };

/** Stands for the cell on the left going on. */
const goesOnLeft = '<';
/** Stands for the cell above going on. */
const goesOnAbove = '^';

/**
 * The blocks of an example source: a line with tabs is a table row, where `<` is covered by the cell
 * on its left and `^` by the cell above; any other line with text is a paragraph.
 */
export function exampleBlocks(source: string): ExampleBlock[] {
  const blocks: ExampleBlock[] = [];
  let rows: string[][] = [];
  const close = (): void => {
    if (rows.length > 0) blocks.push(tableOf(rows));
    rows = [];
  };
  for (const line of source.split('\n')) {
    if (line.includes('\t')) {
      rows.push(line.split('\t'));
      continue;
    }
    close();
    if (line.trim() !== '') blocks.push({ kind: 'paragraph', text: line.trim() });
  }
  close();
  return blocks;
}

/** The source as a text file: covered cells are empty cells. */
export function exampleText(source: string): string {
  const isCover = (text: string): boolean => text === goesOnLeft || text === goesOnAbove;
  return source
    .split('\n')
    .map((line) =>
      line
        .split('\t')
        .map((text) => (isCover(text) ? '' : text))
        .join('\t'),
    )
    .join('\n');
}

function tableOf(rows: readonly (readonly string[])[]): ExampleBlock {
  const columns = Math.max(...rows.map((row) => row.length));
  const firstAmount = rows.findIndex((row) => row.some((text) => /^\d[\d,]*\.?\d*$/u.test(text)));
  const isForm = rows[0]?.[0] === '项目名称' && rows[0][1] === goesOnLeft;
  return {
    kind: 'table',
    columns,
    headRows: isForm ? 0 : Math.max(firstAmount, 1),
    rows: rows.map((row, r) => cellsOf(row, rows.slice(r + 1))),
  };
}

function cellsOf(row: readonly string[], below: readonly (readonly string[])[]): ExampleCell[] {
  return row.flatMap((text, column): ExampleCell[] => {
    if (text === goesOnLeft || text === goesOnAbove) return [];
    let colspan = 1;
    while (row[column + colspan] === goesOnLeft) colspan += 1;
    const end = below.findIndex((next) => next[column] !== goesOnAbove);
    return [{ text, colspan, rowspan: 1 + (end === -1 ? below.length : end), column }];
  });
}
