import type { Chart } from 'chart.js';
import type { MoneyUnit } from '../money/fen.ts';
import { readChartRows, type ChartRows } from './chart-rows.ts';
import { readChartTheme } from './chart-theme.ts';
import { moneyUnitEvent, readMoneyUnit } from './money-unit.ts';

/** Pixels of height: each bar, and axis with legend. */
const barHeight = 46;
const frameHeight = 72;

/** Pixels of width below which a chart is narrow. */
const narrowWidth = 520;

/**
 * A chart of rows of a table on the same page, drawn when it comes near the screen and drawn again
 * when colours or money measure change. Without script its figure keeps heading, words and link.
 */
class BudgetChart extends HTMLElement {
  private readonly canvas = document.createElement('canvas');
  private chart: Chart | undefined;
  private rows: ChartRows | undefined;
  private chosen: MoneyUnit | null = null;

  connectedCallback(): void {
    if (this.rows !== undefined) return;
    this.rows = readChartRows(this);
    const { rows } = this;
    this.canvas.setAttribute('role', 'img');
    this.canvas.setAttribute('aria-label', `${this.dataset['title'] ?? ''}，图中数字见下方表格`);
    const frame = document.createElement('div');
    frame.className = 'chart-frame';
    frame.style.height = `${rows.labels.length * barHeight + frameHeight}px`;
    frame.append(this.canvas);
    this.append(frame, this.makeButtons());
    const seen = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting !== true) return;
        seen.disconnect();
        void this.draw();
      },
      { rootMargin: '300px' },
    );
    seen.observe(this);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => void this.redraw());
    document.addEventListener(moneyUnitEvent, (event) => {
      this.chosen = (event as CustomEvent<MoneyUnit | null>).detail;
      void this.redraw();
    });
  }

  private async redraw(): Promise<void> {
    if (this.chart !== undefined) await this.draw();
  }

  private async draw(): Promise<void> {
    const { drawChart } = await import('./chart-picture.ts');
    const { rows } = this;
    if (rows === undefined) return;
    const table = document.querySelector<HTMLElement>(
      `#${this.dataset['table']} [data-money-unit]`,
    );
    const moneyUnit = this.chosen ?? readMoneyUnit(table?.dataset['moneyUnit']) ?? '元';
    this.chart?.destroy();
    this.chart = drawChart(this.canvas, {
      rows,
      moneyUnit,
      theme: readChartTheme(this),
      isNarrow: this.clientWidth < narrowWidth,
    });
  }

  private makeButtons(): HTMLElement {
    const bar = document.createElement('div');
    bar.className = 'toolbar chart-tools';
    for (const [label, kind] of [
      ['存为图片', 'png'],
      ['存为 CSV', 'csv'],
    ] as const) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.addEventListener('click', () => void this.save(kind));
      bar.append(button);
    }
    return bar;
  }

  private async save(kind: 'png' | 'csv'): Promise<void> {
    const { chartCsv, chartPng, saveFile } = await import('./chart-save.ts');
    const { rows, canvas } = this;
    const { name = 'chart', title = '' } = this.dataset;
    if (rows === undefined) return;
    const { paper, ink } = readChartTheme(this);
    const blob =
      kind === 'csv'
        ? new Blob([chartCsv(rows)], { type: 'text/csv;charset=utf-8' })
        : await chartPng(canvas, title, paper, ink);
    if (blob !== null) saveFile(blob, `${name}.${kind}`);
  }
}

customElements.define('budget-chart', BudgetChart);
