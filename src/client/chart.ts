import type { Chart } from 'chart.js';
import type { MoneyUnit } from '../money/fen.ts';
import { readChartRows, type ChartRows } from './chart-rows.ts';
import { readChartTheme } from './chart-theme.ts';
import { moneyUnitEvent, readMoneyUnit } from './money-unit.ts';

/** Pixels of width below which a chart is narrow. */
const narrowWidth = 520;

/**
 * A chart of rows of a table on the same page, drawn into the canvas that keeps its place when it
 * comes near the screen, and drawn again when colours or money measure change. Without script its
 * figure keeps heading, words and link.
 */
class BudgetChart extends HTMLElement {
  private canvas: HTMLCanvasElement | null = null;
  private chart: Chart | undefined;
  private rows: ChartRows | undefined;
  private chosen: MoneyUnit | null = null;

  connectedCallback(): void {
    if (this.rows !== undefined) return;
    this.rows = readChartRows(this);
    this.canvas = this.querySelector('canvas');
    const frame = this.querySelector<HTMLElement>('.chart-frame');
    if (frame !== null) frame.style.height = `${frame.clientHeight}px`;
    this.addEventListener('click', (event) => {
      const kind = (event.target as Element).closest<HTMLElement>('[data-save]')?.dataset['save'];
      if (kind === 'png' || kind === 'csv') void this.save(kind);
    });
    const seen = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting !== true) return;
        seen.disconnect();
        void this.draw();
      },
      { rootMargin: '300px' },
    );
    seen.observe(this);
    for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
      matchMedia(query).addEventListener('change', () => void this.redraw());
    }
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
    const { rows, canvas } = this;
    if (rows === undefined || canvas === null) return;
    const table = document.querySelector<HTMLElement>(
      `#${this.dataset['table']} [data-money-unit]`,
    );
    const moneyUnit = this.chosen ?? readMoneyUnit(table?.dataset['moneyUnit']) ?? '元';
    this.chart?.destroy();
    this.chart = drawChart(canvas, {
      rows,
      moneyUnit,
      theme: readChartTheme(this),
      isNarrow: this.clientWidth < narrowWidth,
    });
  }

  private async save(kind: 'png' | 'csv'): Promise<void> {
    const { chartCsv, chartPng, saveFile } = await import('./chart-save.ts');
    const { rows, canvas } = this;
    const { name = 'chart', title = '' } = this.dataset;
    if (rows === undefined || canvas === null) return;
    const { paper, ink } = readChartTheme(this);
    const blob =
      kind === 'csv'
        ? new Blob([chartCsv(rows)], { type: 'text/csv;charset=utf-8' })
        : await chartPng(canvas, title, paper, ink);
    if (blob !== null) saveFile(blob, `${name}.${kind}`);
  }
}

customElements.define('budget-chart', BudgetChart);
