import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  Tooltip,
  type ChartOptions,
} from 'chart.js';
import { breakLabel } from '../format/break-label.ts';
import { formatFen, formatFenPlain } from '../money/fen.ts';
import { valueRoom, writeValues, type ChartInput } from './chart-labels.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);

/** Draws a horizontal bar chart of the rows; the caller destroys it before drawing again. */
export function drawChart(canvas: HTMLCanvasElement, input: ChartInput): Chart {
  const { rows, theme, moneyUnit, isNarrow } = input;
  return new Chart<'bar', (number | null)[], string[]>(canvas, {
    type: 'bar',
    data: {
      labels: rows.labels.map((label) => breakLabel(label, isNarrow ? 7 : 14)),
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
      scales: scaleOptions(input),
      plugins: pluginOptions(input),
    },
    plugins: [writeValues(input)],
  });
}

function scaleOptions({ theme, isNarrow }: ChartInput): NonNullable<ChartOptions<'bar'>['scales']> {
  const font = { family: theme.font };
  return {
    x: {
      stacked: true,
      beginAtZero: true,
      border: { display: false },
      grid: { color: theme.rule },
      ticks: { color: theme.muted, font, maxTicksLimit: isNarrow ? 3 : 5, maxRotation: 0 },
    },
    y: {
      stacked: true,
      grid: { display: false },
      border: { color: theme.muted },
      ticks: { color: theme.ink, font: { ...font, size: 13 }, autoSkip: false },
    },
  };
}

function pluginOptions({
  rows,
  theme,
  moneyUnit,
}: ChartInput): NonNullable<ChartOptions<'bar'>['plugins']> {
  return {
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
          const amount = fen === null ? '原文空白' : `${formatFen(fen, moneyUnit)} ${moneyUnit}`;
          return `${series?.label ?? ''} ${amount}`;
        },
      },
    },
  };
}
