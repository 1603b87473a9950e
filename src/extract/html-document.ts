import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { decodeText } from './decode-text.ts';
import { joinLines } from './even-text.ts';
import type { ExtractedDocument, ExtractedRow, ExtractNotice } from './extracted-document.ts';
import { isHidden, readHtmlTable } from './html-table.ts';
import { isPageNumber } from './page-number.ts';
import { ImportRefusal } from './refusal.ts';
import { radicalNotices, refuseTooMany, rowOfCells } from './rows.ts';
import { documentOf } from './text-document.ts';

/** Elements that are no text of the page. */
const unprinted = new Set(
  'script style template noscript head title object iframe svg math select textarea button'.split(
    ' ',
  ),
);

/** Elements within a line; all others begin and end one. */
const inline = new Set(
  'a abbr b bdi bdo big center cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Deepest nesting read; deeper pages are made to exhaust readers. */
const maximumDepth = 400;

interface Reading {
  readonly rows: ExtractedRow[];
  readonly notices: ExtractNotice[];
  line: string;
  lines: number;
  tables: number;
  pageNumberLines: number;
}

/**
 * A web page as rows: every paragraph a line (`L12`), every table row a row of cells (`T3R5C2`) with
 * merged cells laid out. Scripts and what the page hides are left out; a table around other tables
 * only lays out the page and is read through.
 * @throws ImportRefusal when the bytes are no text, or the page is larger than any disclosure.
 */
export function extractHtml(bytes: Uint8Array): ExtractedDocument {
  const { text, notices } = decodeText(bytes);
  return htmlDocument(text, 'text/html', notices);
}

/**
 * The rows of markup that another adapter made or decoded; see {@link extractHtml}.
 * @throws ImportRefusal as there.
 */
export function htmlDocument(
  text: string,
  mediaType: string,
  before: readonly ExtractNotice[] = [],
): ExtractedDocument {
  const reading: Reading = {
    rows: [],
    notices: [...before],
    line: '',
    lines: 0,
    tables: 0,
    pageNumberLines: 0,
  };
  readChildren(fromHtml(text), reading, 0);
  endLine(reading);
  const { rows } = reading;
  if (rows.length === 0) {
    throw new ImportRefusal({
      place: null,
      unexpected: 'page without text',
      expected: 'the text of a disclosure',
      todo: 'Save the page after it has loaded, or find the file it links to.',
    });
  }
  refuseTooMany(rows);
  const notices = [...reading.notices, ...radicalNotices(rows)];
  return documentOf({
    mediaType,
    lines: null,
    doubled: false,
    pageNumberLines: reading.pageNumberLines,
    ...(notices.length === 0 ? {} : { notices }),
    rows,
  });
}

function readChildren(parent: Root | Element, reading: Reading, depth: number): void {
  if (depth > maximumDepth) {
    throw new ImportRefusal({
      place: null,
      unexpected: `elements nested more than ${maximumDepth} deep`,
      expected: 'a page as office programs and web sites write it',
      todo: 'Check where the file comes from.',
    });
  }
  for (const child of parent.children) readNode(child, reading, depth);
}

function readNode(node: RootContent | ElementContent, reading: Reading, depth: number): void {
  if (node.type === 'text') {
    reading.line += node.value.replace(/\s+/gu, ' ');
    return;
  }
  if (node.type !== 'element' || unprinted.has(node.tagName)) return;
  if (isHidden(node)) {
    if (plainText(node).trim() !== '')
      reading.notices.push({
        place: null,
        what: `hidden <${node.tagName}> with text was left out`,
      });
    return;
  }
  if (inline.has(node.tagName)) {
    readChildren(node, reading, depth + 1);
    return;
  }
  endLine(reading);
  if (node.tagName === 'table' && !holdsTable(node)) readTable(node, reading);
  else readChildren(node, reading, depth + 1);
  endLine(reading);
}

const holdsTable = (parent: Element): boolean =>
  parent.children.some(
    (child) => child.type === 'element' && (child.tagName === 'table' || holdsTable(child)),
  );

function readTable(table: Element, reading: Reading): void {
  reading.tables += 1;
  const place = `T${reading.tables}`;
  const { rows, hidden } = readHtmlTable(table, place, cellText);
  for (const { row, texts } of rows) {
    if (texts.some((text) => text !== '')) reading.rows.push(rowOfCells(texts, `${place}R${row}`));
  }
  for (const row of hidden)
    reading.notices.push({ place: `${place}R${row}`, what: 'hidden row was left out' });
}

/** The text of a cell: its paragraphs and broken lines joined. */
function cellText(cell: Element): string {
  const lines = [''];
  const read = (node: ElementContent): void => {
    if (node.type === 'text') lines.push((lines.pop() ?? '') + node.value.replace(/\s+/gu, ' '));
    if (node.type !== 'element' || unprinted.has(node.tagName) || isHidden(node)) return;
    const breaks = !inline.has(node.tagName);
    if (breaks) lines.push('');
    node.children.forEach(read);
    if (breaks) lines.push('');
  };
  cell.children.forEach(read);
  return joinLines(lines);
}

function plainText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(plainText).join('') : '';
}

/** Ends the line under way; a line that prints nothing is none. */
function endLine(reading: Reading): void {
  const text = reading.line.trim();
  reading.line = '';
  if (text === '') return;
  reading.lines += 1;
  if (isPageNumber(text)) reading.pageNumberLines += 1;
  else reading.rows.push(rowOfCells([text], `L${reading.lines}`));
}
