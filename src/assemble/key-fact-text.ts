import type { ExtractedDocument, ExtractedRow } from '../extract/extracted-document.ts';
import type { Place } from '../schema/place.ts';

/** Text evened out for reading, each character knowing the row and offset it comes from. */
export interface PlacedText {
  /** NFKC text without blanks, except between two digits. */
  readonly text: string;
  readonly origins: readonly { readonly row: ExtractedRow; readonly offset: number }[];
}

/** What a section of the explanations is about; `overview` is the first part of the document. */
export type SectionKind =
  | 'overview'
  | 'change'
  | 'revenue'
  | 'expenditure'
  | 'appropriation'
  | 'general'
  | 'basic'
  | 'three-public'
  | 'agency-operating'
  | 'procurement'
  | 'performance'
  | 'assets'
  | 'other'
  | 'unknown';

/** One statement: text up to 。 or ；, with the section it stands in. */
export interface Statement {
  readonly section: string;
  readonly kind: SectionKind;
  readonly placed: PlacedText;
  /** Whether the statement follows 。, a heading or a list mark rather than ；. */
  readonly opens: boolean;
}

const sectionKinds: readonly (readonly [RegExp, SectionKind])[] = [
  [/收支.*变动/u, 'change'],
  [/机构设置|单位职责|主要职责|主要职能/u, 'overview'],
  [/“?三公”?经费|"三公"经费/u, 'three-public'],
  [/机关运行经费/u, 'agency-operating'],
  [/政府采购/u, 'procurement'],
  [/绩效/u, 'performance'],
  [/国有资产/u, 'assets'],
  [/其他(?:重要事项|说明)/u, 'other'],
  [/基本支出/u, 'basic'],
  [/一般公共预算.*支出/u, 'general'],
  [/财政拨款收支/u, 'appropriation'],
  [/收入预算/u, 'revenue'],
  [/支出预算/u, 'expenditure'],
];

/** The printed text of a row with corrections and undoubling applied. */
const rowText = (row: ExtractedRow): string => row.cells.map((cell) => cell.text).join('\t');

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && /\d/u.test(character);

/** The row evened out: NFKC but for ringed numerals, Markdown marks and blanks dropped. */
export function placeRow(row: ExtractedRow): PlacedText {
  const source = rowText(row);
  const lead = /^\s*(?:[-*•]\s+)?/u.exec(source)?.[0].length ?? 0;
  let text = '';
  const origins: PlacedText['origins'][number][] = [];
  let offset = lead;
  for (const character of source.slice(lead)) {
    const even = /[①-⑳]/u.test(character) ? character : character.normalize('NFKC');
    const kept = /^\s*$/u.test(even) ? keptBlank(text, source.slice(offset)) : even;
    for (const one of kept === '*' ? '' : kept) {
      text += one;
      origins.push({ row, offset });
    }
    offset += character.length;
  }
  return { text, origins };
}

/** A blank is kept between two digits, where dropping it would make one number of two. */
function keptBlank(before: string, after: string): string {
  const next = after.trimStart().normalize('NFKC')[0];
  return isDigit(before.at(-1)) && isDigit(next) ? ' ' : '';
}

/** Part of a placed text. */
export function slicePlaced(placed: PlacedText, start: number, end: number): PlacedText {
  return { text: placed.text.slice(start, end), origins: placed.origins.slice(start, end) };
}

/** What the source prints from `start` to `end`, without line breaks. */
export function printedOf(placed: PlacedText, start: number, end: number): string {
  let printed = '';
  for (let i = start; i < end; i += 1) {
    const origin = placed.origins[i];
    if (origin === undefined) continue;
    const before = placed.origins[i - 1];
    const same = i > start && before?.row === origin.row;
    if (same && before.offset === origin.offset) continue;
    const from = same ? before.offset + 1 : origin.offset;
    printed += rowText(origin.row).slice(from, origin.offset + 1);
  }
  return printed;
}

/** The place of one character: its line. */
export function placeAt(placed: PlacedText, index: number): Place {
  const origin = placed.origins[Math.min(index, placed.origins.length - 1)];
  if (origin === undefined)
    throw new Error('Unexpected empty text, expected a character with a place');
  return origin.row.place;
}

const isPartHead = (text: string, words: RegExp): boolean =>
  text.length < 60 && /^第[一二三四五六七八九十]部分/u.test(text) && words.test(text);

function lastIndexWhere(rows: readonly PlacedText[], test: (text: string) => boolean): number {
  return rows.findLastIndex((row) => test(row.text));
}

/** Rows of the overview (概况) up to the first table, and rows of the explanations (情况说明). */
export function narrativeParts(rows: readonly PlacedText[]): {
  overview: PlacedText[];
  explanations: PlacedText[];
} {
  let start = lastIndexWhere(rows, (text) => isPartHead(text, /情况说明/u));
  if (start < 0) start = lastIndexWhere(rows, (text) => /^一、.{0,20}收支.*变动/u.test(text)) - 1;
  const found = start > -2 && rows[start + 1] !== undefined;
  const rest = found ? rows.slice(start + 1) : [];
  const end = rest.findIndex((row) => isPartHead(row.text, /./u));
  const head = lastIndexWhere(rows, (text) => isPartHead(text, /概况/u));
  const before = head < 0 ? [] : rows.slice(head + 1);
  const tables = before.findIndex((row) =>
    /^(?:第二部分|(?:预算|部门)公开表)|收支总表$/u.test(row.text),
  );
  return {
    overview: tables < 0 ? [] : before.slice(0, tables),
    explanations: end < 0 ? rest : rest.slice(0, end),
  };
}

/** A numbered heading: its level, its number as printed and what its section is about. */
export interface Heading {
  readonly level: 1 | 2 | 3;
  readonly mark: string;
  readonly kind: SectionKind | null;
}

/** A numbered heading on a line of its own; undefined for running text. */
export function recogniseHeading(text: string): Heading | undefined {
  const first = /^([一二三四五六七八九十]+)、([^。;]{2,40})$/u.exec(text);
  if (first !== null) {
    const kind = sectionKinds.find(([words]) => words.test(first[2] ?? ''))?.[1];
    if (kind === undefined && /\d/u.test(text)) return undefined;
    return { level: 1, mark: `${first[1] ?? ''}、`, kind: kind ?? null };
  }
  const second = /^\(([一二三四五六七八九十]+)\)[^。;,\d]{1,30}:?$/u.exec(text);
  if (second !== null) return { level: 2, mark: `（${second[1] ?? ''}）`, kind: null };
  const third = /^(\d{1,2})[、.][^\d。;,]{2,30}:?$/u.exec(text);
  return third === null ? undefined : { level: 3, mark: third[1] ?? '', kind: null };
}

/** Whether an evened-out line begins a performance form. */
export const opensForm = (text: string): boolean =>
  /^[^。,;]{0,40}(?:绩效目标(?:申报)?|自评)表$|^项目名称|^填列单位/u.test(text);

/**
 * The statements of the overview and of the explanations in document order, lines joined, forms
 * left out. Empty when the document has neither part.
 */
export function readStatements(document: ExtractedDocument): Statement[] {
  const rows = document.blocks.flatMap((block) => block.rows.map(placeRow));
  const { overview, explanations } = narrativeParts(rows.filter((row) => row.text !== ''));
  return [...statementsOf(overview, 'overview'), ...statementsOf(explanations, 'unknown')];
}

function statementsOf(rows: readonly PlacedText[], initial: SectionKind): Statement[] {
  const statements: Statement[] = [];
  let marks: readonly string[] = ['', '', ''];
  let kind = initial;
  let inForm = false;
  let open: PlacedText = { text: '', origins: [] };
  const flush = (): void => {
    const section = (initial === 'overview' ? '概况' : '') + marks.join('');
    statements.push(...splitStatements(open).map((part) => ({ ...part, section, kind })));
    open = { text: '', origins: [] };
  };
  for (const row of rows) {
    const heading = recogniseHeading(row.text);
    if (heading !== undefined && !(inForm && (heading.level > 1 || heading.kind === null))) {
      flush();
      inForm = false;
      if (heading.level === 1 && initial !== 'overview') kind = heading.kind ?? 'unknown';
      const { level, mark } = heading;
      marks = marks.map((old, i) => (i < level - 1 ? old : i === level - 1 ? mark : ''));
      continue;
    }
    if (kind === 'performance' && opensForm(row.text)) inForm = true;
    if (inForm || isTableRow(row)) continue;
    open = { text: open.text + row.text, origins: [...open.origins, ...row.origins] };
  }
  flush();
  return statements;
}

/** A row of several short cells without a money measure: a catalogue or table, not a sentence. */
function isTableRow(row: PlacedText): boolean {
  const cells = row.origins[0]?.row.cells ?? [];
  return cells.length > 2 && !/[。，,;；]/u.test(row.text);
}

function splitStatements(placed: PlacedText): { placed: PlacedText; opens: boolean }[] {
  const found: { placed: PlacedText; opens: boolean }[] = [];
  let start = 0;
  let opens = true;
  for (let i = 0; i <= placed.text.length; i += 1) {
    const character = placed.text[i];
    if (i < placed.text.length && !/[。;]/u.test(character ?? '')) continue;
    if (i > start) found.push({ placed: slicePlaced(placed, start, i), opens });
    if (i > start || character === '。') opens = character !== ';';
    start = i + 1;
  }
  return found;
}
