import { formatFenPlain } from '../money/fen.ts';
import type { ChartRows } from './chart-rows.ts';

/** The drawn figures as CSV (RFC 4180) in 元; an empty field is a blank cell. */
export function chartCsv({ labels, series }: ChartRows): string {
  const quote = (text: string): string =>
    /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const header = ['name', ...series.map(({ label }) => `${label}_yuan`)];
  const lines = labels.map((label, i) => [
    label,
    ...series.map(({ fens }) => {
      const fen = fens[i] ?? null;
      return fen === null ? '' : formatFenPlain(fen, '元');
    }),
  ]);
  return [header, ...lines].map((line) => `${line.map(quote).join(',')}\r\n`).join('');
}

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
