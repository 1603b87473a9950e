import { escapeXml } from '../format/xml.ts';

/** A cell of a sheet; null = empty. */
export type SheetCell = {
  readonly value: string | number;
  /** How a number is shown: with separators and two decimals; absent = as it is. */
  readonly format?: '#,##0.00';
  readonly fontWeight?: 'bold';
} | null;

/** A sheet: its name, its rows, and how it is shown. */
export interface WorkbookSheet {
  /** What Excel takes as a name, and no two alike. */
  readonly sheet: string;
  readonly data: readonly (readonly SheetCell[])[];
  /** Widths of the columns in characters. */
  readonly columns?: readonly { readonly width: number }[];
  /** Rows at the top that stay in sight. */
  readonly stickyRowsCount?: number;
}

/** A part of a workbook: its path in the package, and its XML. */
export type WorkbookPart = readonly [path: string, xml: string];

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Places of the formats in {@link styles}. */
const styleOf = { plain: 0, amount: 1, bold: 2 } as const;

/** The formats of cells, in the order of {@link styleOf}; 4 is `#,##0.00`, which every program knows. */
const styles = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** The texts of a workbook, each kept once; cells name them by their place. */
class SharedTexts {
  readonly #places = new Map<string, number>();
  #uses = 0;

  /** Place of a text. */
  place(text: string): number {
    this.#uses += 1;
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.#places.size);
    return this.#places.size - 1;
  }

  xml(): string {
    const texts = Array.from(this.#places.keys(), (text) => `<si>${textXml(text)}</si>`).join('');
    return `${head}<sst xmlns="${main}" count="${this.#uses}" uniqueCount="${this.#places.size}">${texts}</sst>`;
  }
}

/**
 * A text whose blanks count. What looks like an escaped character is itself escaped, so that it stays as it
 * is. Basis: ECMA-376, part 1, 22.9.2.19.
 */
const textXml = (text: string): string =>
  `<t xml:space="preserve">${escapeXml(text.includes('_') ? text.replaceAll(/_(?=x[\da-f]{4}_)/giu, '_x005F_') : text)}</t>`;

const letters: string[] = [];

/** Name of a column, from 0. @example columnLetters(27) // 'AB' */
function columnLetters(column: number): string {
  const known = letters[column];
  if (known !== undefined) return known;
  const last = String.fromCodePoint(65 + (column % 26));
  const name = column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
  letters[column] = name;
  return name;
}

function cellXml(cell: SheetCell, name: string, texts: SharedTexts): string {
  if (cell === null) return '';
  const { value, format, fontWeight } = cell;
  const style = styleOf[format !== undefined ? 'amount' : (fontWeight ?? 'plain')];
  const about = style === styleOf.plain ? `r="${name}"` : `r="${name}" s="${style}"`;
  return typeof value === 'number'
    ? `<c ${about}><v>${value}</v></c>`
    : `<c ${about} t="s"><v>${texts.place(value)}</v></c>`;
}

function rowXml(row: readonly SheetCell[], n: number, texts: SharedTexts): string {
  let cells = '';
  for (const [i, cell] of row.entries()) cells += cellXml(cell, `${columnLetters(i)}${n}`, texts);
  return cells === '' ? '' : `<row r="${n}">${cells}</row>`;
}

function sheetXml(
  { data, columns = [], stickyRowsCount: sticky = 0 }: WorkbookSheet,
  texts: SharedTexts,
): string {
  const pane =
    sticky === 0
      ? ''
      : `<pane ySplit="${sticky}" topLeftCell="A${sticky + 1}" activePane="bottomLeft" state="frozen"/>`;
  const widths = columns
    .map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const cols = widths === '' ? '' : `<cols>${widths}</cols>`;
  const rows = data.map((row, i) => rowXml(row, i + 1, texts)).join('');
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${cols}<sheetData>${rows}</sheetData></worksheet>`;
}

const override = (path: string, type: string): string =>
  `<Override PartName="/${path}" ContentType="${spreadsheet}.${type}+xml"/>`;

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;

/**
 * The parts of a workbook of sheets, at least one, that Excel, LibreOffice and WPS open: plain text and
 * numbers, nothing that runs. The same sheets make the same parts.
 * Basis: ECMA-376, part 1, chapter 18.
 */
export function workbookParts(sheets: readonly WorkbookSheet[]): WorkbookPart[] {
  const texts = new SharedTexts();
  const parts = sheets.map((sheet, i): WorkbookPart => [
    `xl/worksheets/sheet${i + 1}.xml`,
    sheetXml(sheet, texts),
  ]);
  const count = parts.length;
  const names = sheets
    .map(
      ({ sheet }, i) => `<sheet name="${escapeXml(sheet)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
    )
    .join('');
  return [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}${parts.map(([path]) => override(path, 'worksheet')).join('')}${override('xl/styles.xml', 'styles')}${override('xl/sharedStrings.xml', 'sharedStrings')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packageRelations}">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews><sheets>${names}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packageRelations}">${parts.map(([path], i) => relation(i + 1, 'worksheet', path.slice('xl/'.length))).join('')}${relation(count + 1, 'styles', 'styles.xml')}${relation(count + 2, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ],
    ['xl/styles.xml', styles],
    ['xl/sharedStrings.xml', texts.xml()],
    ...parts,
  ];
}
