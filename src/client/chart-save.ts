import { guardFormula } from '../format/formula-guard.ts';
import { formatFenPlain } from '../money/fen.ts';
import type { ChartRows } from './chart-rows.ts';

const quote = (text: string): string =>
  /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const csvText = (lines: readonly (readonly string[])[]): string =>
  lines.map((line) => `${line.map(guardFormula).map(quote).join(',')}\r\n`).join('');

/** The drawn figures as CSV (RFC 4180) in 元; an empty field is a blank cell. */
export function chartCsv({ labels, series }: ChartRows): string {
  const header = ['name', ...series.map(({ label }) => `${label}_yuan`)];
  const lines = labels.map((label, i) => [
    label,
    ...series.map(({ fens }) => {
      const fen = fens[i] ?? null;
      return fen === null ? '' : formatFenPlain(fen, '元');
    }),
  ]);
  return csvText([header, ...lines]);
}

/** A table of the page as CSV (RFC 4180); amounts are in 元, and the header of their column says so. */
export function tableCsv(table: HTMLTableElement): string {
  const [head, ...rows] = [...table.rows].map((row) => [...row.cells]);
  const amount = (cell: HTMLElement): string | null =>
    cell.querySelector<HTMLDataElement>('data[data-fen]')?.value ?? null;
  const header = (head ?? []).map((cell, i) => {
    const isMoney = rows.some((row) => {
      const own = row[i];
      return own !== undefined && amount(own) !== null;
    });
    return `${plainText(cell)}${isMoney ? '（元）' : ''}`;
  });
  const lines = rows.map((row) =>
    row.map((cell) => {
      const fen = amount(cell);
      return fen === null ? plainText(cell) : formatFenPlain(Number(fen), '元');
    }),
  );
  return csvText([header, ...lines]);
}

const plainText = (cell: HTMLElement): string => cell.textContent.replace(/\s+/gu, ' ').trim();

/** The picture on its ground, with its title, as PNG; null when the browser cannot make one. */
export async function chartPng(
  canvas: HTMLCanvasElement,
  title: string,
  ground: string,
  ink: string,
): Promise<Blob | null> {
  const scale = canvas.width / Math.max(1, canvas.clientWidth);
  const head = 36 * scale;
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height + head;
  const context = copy.getContext('2d');
  if (context === null) return null;
  context.fillStyle = ground;
  context.fillRect(0, 0, copy.width, copy.height);
  context.fillStyle = ink;
  context.font = `600 ${16 * scale}px ${getComputedStyle(canvas).fontFamily}`;
  context.fillText(title, 8 * scale, 24 * scale);
  context.drawImage(canvas, 0, head);
  return new Promise((resolve) => {
    copy.toBlob(resolve, 'image/png');
  });
}

/** Hands a file to the reader. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
