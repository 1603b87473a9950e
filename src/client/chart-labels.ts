import type { Plugin } from 'chart.js';
import { formatFen, type MoneyUnit } from '../money/fen.ts';
import type { ChartRows } from './chart-rows.ts';
import type { ChartTheme } from './chart-theme.ts';

/** Everything a picture depends on. */
export interface ChartInput {
  readonly rows: ChartRows;
  readonly theme: ChartTheme;
  readonly moneyUnit: MoneyUnit;
  /** Whether there is little width, as on a phone. */
  readonly isNarrow: boolean;
}

const valueFont = 12;
const lineHeight = 15;

/**
 * The figures of one row as lines of text: one line, or on narrow screens one for each series.
 * Blanks are left out, not taken as zero.
 */
export function valueLines(
  { rows, moneyUnit, isNarrow }: Pick<ChartInput, 'rows' | 'moneyUnit' | 'isNarrow'>,
  index: number,
): string[] {
  const parts = rows.series
    .flatMap(({ fens }) => fens[index] ?? [])
    .map((fen, i) => `${i === 0 ? '' : '+ '}${formatFen(fen, moneyUnit)}`);
  return isNarrow ? parts : [parts.join(' ')];
}

/** Writes the figures of each row at the end of its bar. */
export function writeValues(input: ChartInput): Plugin<'bar'> {
  return {
    id: 'values',
    afterDatasetsDraw: (chart) => {
      const { ctx, data } = chart;
      ctx.save();
      ctx.font = `${valueFont}px ${input.theme.font}`;
      ctx.fillStyle = input.theme.ink;
      ctx.textBaseline = 'middle';
      input.rows.labels.forEach((_, index) => {
        const ends = data.datasets.map((__, d) => chart.getDatasetMeta(d).data[index]);
        const known = ends.filter((_end, d) => input.rows.series[d]?.fens[index] !== null);
        const x = Math.max(...known.map((end) => end?.x ?? 0), chart.chartArea.left) + 6;
        const lines = valueLines(input, index);
        const top = (known[0]?.y ?? 0) - ((lines.length - 1) * lineHeight) / 2;
        lines.forEach((line, i) => {
          ctx.fillText(line, x, top + i * lineHeight);
        });
      });
      ctx.restore();
    },
  };
}

/** Pixels the longest figure text needs beside its bar. */
export function valueRoom(canvas: HTMLCanvasElement, input: ChartInput): number {
  const context = canvas.getContext('2d');
  if (context === null) return 0;
  context.font = `${valueFont}px ${input.theme.font}`;
  const lines = input.rows.labels.flatMap((_, i) => valueLines(input, i));
  return Math.ceil(Math.max(0, ...lines.map((line) => context.measureText(line).width))) + 10;
}
