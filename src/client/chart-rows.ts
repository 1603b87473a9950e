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
    labels: found.map(
      (line) => line.querySelector('th')?.firstElementChild?.textContent?.trim() || rowName(line),
    ),
    series: words(columns).map((column, i) => ({
      label: names[i] ?? column,
      fens: found.map((line) => cellFen(line, column)),
    })),
  };
}

const rowName = (line: HTMLTableRowElement): string =>
  line.querySelector('th')?.textContent?.trim() ?? '';

function cellFen(line: HTMLTableRowElement, column: string): number | null {
  const header = line
    .closest('table')
    ?.querySelector<HTMLTableCellElement>(`th[data-column="${column}"]`);
  if (!header) throw new Error(`Unexpected column ${column}`);
  const figure = line.cells[header.cellIndex]?.querySelector<HTMLDataElement>('data.amount');
  return figure ? Number(figure.value) : null;
}
