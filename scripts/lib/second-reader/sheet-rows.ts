import { strFromU8, unzipSync, type Unzipped } from 'fflate';
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

/** Number formats with an id of their own that a budget uses. */
const knownFormats: Readonly<Record<string, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
};

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
    return own.get(id) ?? knownFormats[id] ?? 'General';
  });
}

/** A stored number as a plain format prints it, by its digits; as stored under other formats. */
export function printNumber(stored: string, format: string): string {
  const [first = ''] = format.split(';');
  const match = /^(?:#,##)?0(?:\.(0+))?[_ )]*$/u.exec(first);
  const value = Number(stored);
  if (match === null || !Number.isFinite(value)) return stored;
  const [whole = '', fraction] = value.toFixed(match[1]?.length ?? 0).split('.');
  const grouped = first.includes(',') ? whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ',') : whole;
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Number of the column a reference such as `AB12` names, from 0. */
const columnOf = (reference: string): number =>
  Array.from(/^[A-Z]+/u.exec(reference)?.[0] ?? 'A').reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  ) - 1;

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

function readSheet(markup: string, number: number, book: Book): PlacedRow[] {
  const rows = markup.matchAll(/<row([^>]*?)(?:\/>|>([^]*?)<\/row>)/gu);
  return Array.from(rows).flatMap(([, tag = '', content = '']): PlacedRow[] => {
    if (isOn(attribute(tag, 'hidden'))) return [];
    const cells: string[] = [];
    for (const [, head = '', inner = ''] of content.matchAll(/<c([^>]*?)(?:\/>|>([^]*?)<\/c>)/gu)) {
      const column = columnOf(attribute(head, 'r') ?? 'A');
      while (cells.length < column) cells.push('');
      cells[column] = cellText(head, inner, book).replaceAll(/\s+/gu, ' ').trim();
    }
    if (cells.every((text) => text === '')) return [];
    return [{ place: `S${number}R${attribute(tag, 'r') ?? '0'}`, text: cells.join('\t') }];
  });
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
