/** What a picture draws, read from the table on the page. Amounts in 分; null = a blank cell. */
export interface ChartRows {
  readonly labels: readonly string[];
  readonly series: readonly { readonly label: string; readonly fens: readonly (number | null)[] }[];
}

const words = (text: string | undefined): string[] => (text ?? '').split(' ').filter(Boolean);

/**
 * The rows that a chart element names, in its order, from the table on the same page.
 * @throws when the page has no such row or column: a picture must not differ from its table.
 */
export function readChartRows(element: HTMLElement): ChartRows {
  const { table, rows, columns, labels } = element.dataset;
  const found = words(rows).map((row) => {
    const line = document.getElementById(`${table}-r${row}`);
    if (!(line instanceof HTMLTableRowElement))
      throw new Error(`Unexpected row ${row} of ${table}`);
    return line;
  });
  const names = words(labels);
  return {
    labels: found.map(rowName),
    series: words(columns).map((column, i) => ({
      label: names[i] ?? column,
      fens: found.map((line) => cellFen(line, column)),
    })),
  };
}

/** Name of a row without the marks that may follow it. */
function rowName(line: HTMLTableRowElement): string {
  const parts = line.querySelector('th')?.childNodes ?? [];
  const texts = Array.from(parts, (part) => part.textContent?.trim() ?? '');
  return texts.find((text) => text !== '') ?? '';
}

function cellFen(line: HTMLTableRowElement, column: string): number | null {
  const header = line
    .closest('table')
    ?.querySelector<HTMLTableCellElement>(`th[data-column="${column}"]`);
  if (!header) throw new Error(`Unexpected column ${column}`);
  const figure = line.cells[header.cellIndex]?.querySelector<HTMLDataElement>('data.amount');
  return figure ? Number(figure.value) : null;
}
