import type { ExampleBlock, ExampleCell } from './example-blocks.ts';
import { encodeGbk } from './gb-encoder.ts';

/** How an example PDF is made. */
export interface ExamplePdfOptions {
  /** Whether cells are ruled; without rules only the position of the text tells the columns. */
  readonly ruled: boolean;
  /** Whether the pages are turned by 90 degrees, their content drawn sideways. */
  readonly turned: boolean;
  /** Characters the text layer names wrongly, each with the character it names instead. */
  readonly misnamed?: ReadonlyMap<string, string>;
}

const [pageWidth, pageHeight] = [842, 595];
const [margin, size, lead] = [36, 7, 13];

const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (character < '\u0080' ? 0.5 : 1), 0) * size;

/** Text cut into lines no wider than `width`. */
function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const character of text) {
    const line = lines.at(-1) ?? '';
    if (widthOf(line + character) > width && line !== '') lines.push(character);
    else lines[lines.length - 1] = line + character;
  }
  return lines;
}

type Table = Extract<ExampleBlock, { kind: 'table' }>;

/** Left edges of the columns, and the right edge of the last. */
function columnEdges(table: Table): number[] {
  const widths = Array.from({ length: table.columns }, () => 24);
  for (const { text, column, colspan } of table.rows.flat()) {
    if (colspan === 1) widths[column] = Math.max(widths[column] ?? 0, widthOf(text) + 10);
  }
  const room = pageWidth - 2 * margin;
  const scale = room / widths.reduce((sum, width) => sum + width, 0);
  return widths.reduce((edges, width) => [...edges, (edges.at(-1) ?? 0) + width * scale], [margin]);
}

/** Draws on pages from top to bottom; commands are those of PDF content streams. */
class Pages {
  readonly pages: string[][] = [[]];
  y = pageHeight - margin;

  /** Starts a page unless `height` fits on this one. */
  room(height: number): void {
    if (this.y - height >= margin) return;
    this.pages.push([]);
    this.y = pageHeight - margin;
  }

  text(text: string, x: number, y: number): void {
    if (text === '') return;
    const hex = Buffer.from(encodeGbk(text)).toString('hex');
    this.draw(`BT /F1 ${size} Tf ${x.toFixed(2)} ${y.toFixed(2)} Td <${hex}> Tj ET`);
  }

  box(x: number, y: number, width: number, height: number): void {
    this.draw([x, y, width, height].map((one) => one.toFixed(2)).join(' ') + ' re S');
  }

  draw(command: string): void {
    this.pages.at(-1)?.push(command);
  }
}

function drawTable(table: Table, pages: Pages, ruled: boolean): void {
  const edges = columnEdges(table);
  const right = ({ column, colspan }: ExampleCell): number => edges[column + colspan] ?? 0;
  const left = ({ column }: ExampleCell): number => edges[column] ?? 0;
  const heights = table.rows.map((row) => {
    const lines = row.map((cell) => wrap(cell.text, right(cell) - left(cell) - 6).length);
    return Math.max(1, ...lines) * lead;
  });
  table.rows.forEach((row, r) => {
    pages.room(heights[r] ?? lead);
    const fits = (span: number): number => {
      const all = heights.slice(r, r + span).reduce((sum, one) => sum + one, 0);
      return Math.min(all, pages.y - margin);
    };
    for (const cell of row) {
      const height = fits(cell.rowspan);
      if (ruled) pages.box(left(cell), pages.y - height, right(cell) - left(cell), height);
      const isAmount = /^[\d.,]+$/u.test(cell.text) && cell.text.includes('.');
      wrap(cell.text, right(cell) - left(cell) - 6).forEach((line, i) => {
        const x = isAmount ? right(cell) - 3 - widthOf(line) : left(cell) + 3;
        pages.text(line, x, pages.y - lead * (i + 1) + 4);
      });
    }
    pages.y -= heights[r] ?? lead;
  });
  pages.y -= lead;
}

function draw(blocks: readonly ExampleBlock[], ruled: boolean): string[] {
  const pages = new Pages();
  for (const block of blocks) {
    if (block.kind === 'table') drawTable(block, pages, ruled);
    else
      for (const line of wrap(block.text, pageWidth - 2 * margin)) {
        pages.room(lead);
        pages.text(line, margin, pages.y - lead + 4);
        pages.y -= lead;
      }
  }
  return pages.pages.map((commands) => commands.join('\n'));
}

/** A character map that names every character of the text, some of them wrongly. */
function toUnicode(text: string, misnamed: ReadonlyMap<string, string>): string {
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
  const utf16 = (one: string): string =>
    hex(new Uint8Array([one.charCodeAt(0) >> 8, one.charCodeAt(0) & 255]));
  const used = [...new Set(text)].filter((one) => one >= ' ');
  const chunks = Array.from({ length: Math.ceil(used.length / 100) }, (_, i) =>
    used.slice(i * 100, i * 100 + 100),
  );
  const maps = chunks.map((chunk) =>
    [
      `${chunk.length} beginbfchar`,
      ...chunk.map((one) => `<${hex(encodeGbk(one))}> <${utf16(misnamed.get(one) ?? one)}>`),
      'endbfchar',
    ].join('\n'),
  );
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CMapName /Shili def /CMapType 2 def',
    '2 begincodespacerange <00> <80> <8140> <FEFE> endcodespacerange',
    ...maps,
    'endcmap end end',
  ].join('\n');
}

const stream = (text: string): string =>
  `<< /Length ${Buffer.byteLength(text, 'latin1')} >>\nstream\n${text}\nendstream`;

/** Objects, numbered from 1, as a PDF file. */
function pdfFile(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines.join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

/**
 * The blocks as a PDF whose font is not embedded and coded in GBK, as office programs in China wrote
 * them: its text can only be read with the character maps of Adobe-GB1.
 */
export function examplePdf(
  blocks: readonly ExampleBlock[],
  { ruled, turned, misnamed }: ExamplePdfOptions,
): Uint8Array {
  const contents = draw(blocks, ruled);
  const text = JSON.stringify(blocks);
  const first = 7;
  const kids = contents.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
  const box = turned ? [pageHeight, pageWidth] : [pageWidth, pageHeight];
  const turn = turned ? `/Rotate 90 ` : '';
  const sideways = turned ? `0 1 -1 0 ${pageHeight} 0 cm\n` : '';
  return pdfFile([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [4 0 R]${misnamed === undefined ? '' : ' /ToUnicode 6 0 R'} >>`,
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /DW 1000 /W [1 95 500 814 939 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 683 /StemV 80 >>',
    stream(toUnicode(text, misnamed ?? new Map())),
    ...contents.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${box.join(' ')}] ${turn}/Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * i + 1} 0 R >>`,
      stream(`0.5 w\n${sideways}${content}`),
    ]),
  ]);
}
