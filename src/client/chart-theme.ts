/** The colours and type of charts, taken from the tokens of the page as they stand, light or dark. */
export interface ChartTheme {
  readonly ink: string;
  readonly muted: string;
  readonly rule: string;
  readonly paper: string;
  readonly font: string;
  readonly fills: readonly (string | CanvasPattern)[];
  readonly edges: readonly string[];
}

/** The theme for an element; a second series is hatched, so that colour is never the only sign. */
export function readChartTheme(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const edges = [1, 2, 3, 4, 5, 6].map((n) => token(`--chart-${n}`));
  return {
    ink: token('--ink'),
    muted: token('--muted'),
    rule: token('--rule'),
    paper: token('--paper'),
    font: style.fontFamily,
    edges,
    fills: edges.map((colour, i) => (i % 2 === 0 ? colour : hatch(colour))),
  };
}

function hatch(colour: string): string | CanvasPattern {
  const tile = document.createElement('canvas');
  tile.width = 8;
  tile.height = 8;
  const context = tile.getContext('2d');
  if (context === null) return colour;
  context.strokeStyle = colour;
  context.lineWidth = 2;
  for (const shift of [-8, 0, 8]) {
    context.moveTo(shift, 8);
    context.lineTo(shift + 8, 0);
  }
  context.stroke();
  return context.createPattern(tile, 'repeat') ?? colour;
}
