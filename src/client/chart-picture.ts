import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  Tooltip,
  type ChartConfiguration,
  type Plugin,
} from 'chart.js';
import { formatFen, formatFenPlain, type MoneyUnit } from '../money/fen.ts';
import type { ChartRows } from './chart-rows.ts';
import type { ChartTheme } from './chart-theme.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);

/** Everything a picture depends on. */
export interface ChartInput {
  readonly rows: ChartRows;
  readonly theme: ChartTheme;
  readonly moneyUnit: MoneyUnit;
}

const valueFont = 12;

/** The figures of one row as text; blanks are left out, not taken as zero. */
function valueText({ rows, moneyUnit }: ChartInput, index: number): string {
  return rows.series
    .flatMap(({ fens }) => fens[index] ?? [])
    .map((fen) => formatFen(fen, moneyUnit))
    .join(' + ');
}

/** Width of a character in half Chinese characters. */
const halves = (character: string): number => (character.charCodeAt(0) < 0x2e80 ? 1 : 2);

/**
 * A name broken into at most three lines of about equal length, none longer than `width` Chinese
 * characters; a longer name ends in ….
 */
export function breakLabel(label: string, width: number): string[] {
  const characters = Array.from(label);
  const total = characters.reduce((sum, character) => sum + halves(character), 0);
  const lineCount = Math.min(3, Math.max(1, Math.ceil(total / (2 * width))));
  const room = Math.min(2 * width, Math.ceil(total / lineCount) + 1);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const character of characters) {
    if (used + halves(character) > room) {
      if (lines.length === lineCount - 1) return [...lines, `${line}…`];
      lines.push(line);
      line = '';
      used = 0;
    }
    line += character;
    used += halves(character);
  }
  return [...lines, line];
}

/** Writes the figures of each row at the end of its bar. */
function writeValues(input: ChartInput): Plugin<'bar'> {
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
        const x = Math.max(...known.map((end) => end?.x ?? 0));
        ctx.fillText(valueText(input, index), x + 6, known[0]?.y ?? 0);
      });
      ctx.restore();
    },
  };
}

/** Pixels the longest figure text needs beside its bar. */
function valueRoom(canvas: HTMLCanvasElement, input: ChartInput): number {
  const context = canvas.getContext('2d');
  if (context === null) return 0;
  context.font = `${valueFont}px ${input.theme.font}`;
  const widths = input.rows.labels.map((_, i) => context.measureText(valueText(input, i)).width);
  return Math.ceil(Math.max(0, ...widths)) + 10;
}

/** Draws a horizontal bar chart of the rows; the caller destroys it before drawing again. */
export function drawChart(canvas: HTMLCanvasElement, input: ChartInput): Chart {
  const { rows, theme, moneyUnit } = input;
  const labelWidth = (canvas.parentElement?.clientWidth ?? 600) < 520 ? 7 : 14;
  const configuration: ChartConfiguration<'bar', (number | null)[], string[]> = {
    type: 'bar',
    data: {
      labels: rows.labels.map((label) => breakLabel(label, labelWidth)),
      datasets: rows.series.map(({ label, fens }, i) => ({
        label,
        data: fens.map((fen) => (fen === null ? null : Number(formatFenPlain(fen, moneyUnit)))),
        backgroundColor: theme.fills[i] ?? theme.ink,
        borderColor: theme.edges[i] ?? theme.ink,
        borderWidth: 1,
        maxBarThickness: 22,
      })),
    },
    options: {
      indexAxis: 'y',
      animation: false,
      maintainAspectRatio: false,
      layout: { padding: { right: valueRoom(canvas, input) } },
      scales: {
        x: {
          stacked: true,
          beginAtZero: true,
          border: { display: false },
          grid: { color: theme.rule },
          ticks: { color: theme.muted, font: { family: theme.font }, maxTicksLimit: 5 },
        },
        y: {
          stacked: true,
          grid: { display: false },
          border: { color: theme.muted },
          ticks: { color: theme.ink, font: { family: theme.font, size: 13 }, autoSkip: false },
        },
      },
      plugins: {
        legend: {
          display: rows.series.length > 1,
          align: 'start',
          labels: {
            color: theme.ink,
            font: { family: theme.font, size: 13 },
            boxWidth: 18,
            boxHeight: 12,
          },
        },
        tooltip: {
          callbacks: {
            title: ([item]) => rows.labels[item?.dataIndex ?? 0] ?? '',
            label: ({ datasetIndex, dataIndex }) => {
              const series = rows.series[datasetIndex];
              const fen = series?.fens[dataIndex] ?? null;
              return `${series?.label ?? ''} ${fen === null ? '原文空白' : `${formatFen(fen, moneyUnit)} ${moneyUnit}`}`;
            },
          },
        },
      },
    },
    plugins: [writeValues(input)],
  };
  return new Chart(canvas, configuration);
}
