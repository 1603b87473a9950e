import { strFromU8, unzipSync, type Unzipped } from 'fflate';
import { formatWithId, printNumber } from './sheet-numbers.ts';
import { emptySheet, putCell, shownRows, type StoredSheet } from './sheet-shown.ts';
import type { PlacedRow } from './source-lines.ts';

const decodeEntities = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1];

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

/** The texts between `<t>` tags, joined. */
const texts = (markup: string): string =>
  Array.from(markup.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/gu), ([, text = '']) =>
    decodeEntities(text),
  ).join('');

/** The number formats of the cell styles, in their order. */
function formatsOf(styles: string): string[] {
  const own = new Map(
    Array.from(styles.matchAll(/<numFmt [^>]*>/gu), ([tag]) => [
      attribute(tag, 'numFmtId') ?? '',
      decodeEntities(attribute(tag, 'formatCode') ?? ''),
    ]),
  );
  const cells = /<cellXfs[^]*?<\/cellXfs>/u.exec(styles)?.[0] ?? '';
  return Array.from(cells.matchAll(/<xf [^>]*>/gu), ([tag]) => {
    const id = attribute(tag, 'numFmtId') ?? '';
    return formatWithId(id, own);
  });
}

/** Row and column, from 0, that a reference such as `AB12` names. */
function positionOf(reference: string): readonly [row: number, column: number] {
  const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/u.exec(reference) ?? [];
  const column = Array.from(letters).reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  return [Number(digits) - 1, column - 1];
}

interface Book {
  readonly strings: readonly string[];
  readonly formats: readonly string[];
}

function cellText(tag: string, content: string, { strings, formats }: Book): string {
  const type = attribute(tag, 't') ?? 'n';
  if (type === 'inlineStr') return texts(content);
  const value = decodeEntities(/<v(?: [^>]*)?>([^<]*)<\/v>/u.exec(content)?.[1] ?? '');
  if (type === 's') return strings[Number(value)] ?? '';
  if (type !== 'n' || value === '') return value;
  return printNumber(value, formats[Number(attribute(tag, 's') ?? 0)] ?? 'General');
}

/** Widest sheet a program makes. */
const widest = 16_384;

function readLayout(markup: string, sheet: StoredSheet): void {
  for (const [tag] of markup.matchAll(/<col [^>]*>/gu)) {
    if (!isOn(attribute(tag, 'hidden'))) continue;
    const last = Math.min(Number(attribute(tag, 'max')), widest);
    for (let n = Number(attribute(tag, 'min')); n <= last; n += 1) sheet.hiddenColumns.add(n - 1);
  }
  for (const [tag] of markup.matchAll(/<mergeCell [^>]*>/gu)) {
    const [from = 'A1', to = from] = (attribute(tag, 'ref') ?? '').split(':');
    sheet.merged.push([...positionOf(from), ...positionOf(to)]);
  }
}

function readSheet(markup: string, number: number, book: Book): PlacedRow[] {
  const sheet = emptySheet();
  readLayout(markup, sheet);
  for (const [, tag = '', content = ''] of markup.matchAll(
    /<row([^>]*?)(?:\/>|>([^]*?)<\/row>)/gu,
  )) {
    const row = Number(attribute(tag, 'r') ?? 0) - 1;
    if (isOn(attribute(tag, 'hidden'))) sheet.hiddenRows.add(row);
    for (const [, head = '', inner = ''] of content.matchAll(/<c([^>]*?)(?:\/>|>([^]*?)<\/c>)/gu)) {
      const [, column] = positionOf(attribute(head, 'r') ?? 'A1');
      putCell(sheet, row, column, cellText(head, inner, book));
    }
  }
  return shownRows(sheet, `S${number}`);
}

/** Paths of the sheets in their order; undefined for hidden ones. */
function sheetPaths(parts: Unzipped): (string | undefined)[] {
  const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const targets = new Map(
    Array.from(text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/gu), ([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target') ?? '',
    ]),
  );
  return Array.from(text('xl/workbook.xml').matchAll(/<sheet [^>]*>/gu), ([tag]) => {
    const target = targets.get(attribute(tag, 'r:id')) ?? '';
    const isShown = (attribute(tag, 'state') ?? 'visible') === 'visible';
    return isShown ? `xl/${target.replace(/^\/?(?:xl\/)?/u, '')}` : undefined;
  });
}

/** The shown rows of a workbook (`S2R5`), read from its XML. */
export function sheetRows(bytes: Uint8Array): PlacedRow[] {
  const parts = unzipSync(bytes);
  const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const strings = Array.from(
    text('xl/sharedStrings.xml').matchAll(/<si(?: [^>]*)?>([^]*?)<\/si>/gu),
    ([, item = '']) => texts(item.replaceAll(/<rPh[^]*?<\/rPh>/gu, '')),
  );
  const book = { strings, formats: formatsOf(text('xl/styles.xml')) };
  return sheetPaths(parts).flatMap((path, i) =>
    path === undefined ? [] : readSheet(text(path), i + 1, book),
  );
}
