import type { ExtractedDocument, ExtractedRow } from '../extract/extracted-document.ts';
import { ImportRefusal } from '../extract/refusal.ts';
import type { TableDefinition, TableSet } from '../schema/table-set.ts';
import { compareKey, headerKey, titleKey } from './printed-text.ts';

/** The lines that belong to one table: from its title to the next title or heading. */
export interface TableRegion {
  readonly definition: TableDefinition;
  /** Title as printed. */
  readonly title: string;
  readonly titleRow: ExtractedRow;
  /** Rows after the title in document order: furniture, header, body, note. */
  readonly rows: readonly ExtractedRow[];
}

/** The tables of a document, and titles of tables that the set does not know. */
export interface FoundTables {
  /** In document order, each table once. */
  readonly regions: readonly TableRegion[];
  readonly unknownTitles: readonly ExtractedRow[];
}

interface Title {
  readonly definition: TableDefinition | null;
  readonly text: string;
  readonly index: number;
  /** Rows the title takes, 2 where it is broken over two lines. */
  readonly size: number;
}

/** All rows of a document in order. */
export const rowsOf = (document: ExtractedDocument): ExtractedRow[] =>
  document.blocks.flatMap((block) => block.rows);

/** The only text of a row, or undefined when several cells print something. */
export function loneText(row: ExtractedRow | undefined): string | undefined {
  const printed = row?.cells.filter((cell) => cell.text !== '') ?? [];
  return printed.length === 1 ? printed[0]?.text : undefined;
}

/**
 * Every table of the set that the document prints with a header or a body; a title alone, as in a
 * table of contents, is not a table.
 * @throws ImportRefusal when one table is printed twice.
 */
export function findTables(document: ExtractedDocument, tableSet: TableSet): FoundTables {
  const rows = rowsOf(document);
  const titles = titlesOf(rows, tableSet);
  const headings = prescribedHeadings(tableSet);
  const regions: TableRegion[] = [];
  const unknownTitles: ExtractedRow[] = [];
  titles.forEach((title, t) => {
    const titleRow = rows[title.index];
    if (titleRow === undefined) return;
    const until = titles[t + 1]?.index ?? rows.length;
    const body = cutAtHeading(rows.slice(title.index + title.size, until), headings);
    if (title.definition === null) {
      if (body.some((row) => row.cells.length > 1)) unknownTitles.push(titleRow);
      return;
    }
    const region = { definition: title.definition, title: title.text, titleRow, rows: body };
    if (hasHeader(region)) regions.push(region);
  });
  return { regions: refuseTwice(regions), unknownTitles };
}

function titlesOf(rows: readonly ExtractedRow[], tableSet: TableSet): Title[] {
  const byStem = new Map<string, TableDefinition>();
  for (const definition of tableSet.tables) {
    for (const stem of definition.titleStems) byStem.set(titleKey(stem), definition);
  }
  const lookUp = (text: string): TableDefinition | undefined => {
    const key = titleKey(text);
    return byStem.get(key) ?? byStem.get(key.replace(/^(?:部门|单位)/u, ''));
  };
  const titles: Title[] = [];
  rows.forEach((row, index) => {
    const text = loneText(row);
    if (text === undefined || text.length > 120) return;
    const next = loneText(rows[index + 1]) ?? '';
    const alone = lookUp(text);
    const isBeginning = titleKey(text + next).startsWith(titleKey(text));
    const joined = alone === undefined && isBeginning ? lookUp(text + next) : undefined;
    if (alone !== undefined) titles.push({ definition: alone, text, index, size: 1 });
    else if (joined !== undefined)
      titles.push({ definition: joined, text: text + next, index, size: 2 });
    else if (isForeignTitle(text)) titles.push({ definition: null, text, index, size: 1 });
  });
  return titles;
}

/** A line with a year that ends in 表 names a table, though not one of the set; forms are not tables. */
const isForeignTitle = (text: string): boolean =>
  /^(?:附?表\S{0,4})?(?:19|20)\d{2}年\S{2,40}表(?:\(\S*\))?$/u.test(compareKey(text)) &&
  !/(?:绩效|自评|目标表|申报表)/u.test(text);

/** Names of prescribed rows that look like headings (八、社会保障和就业支出). */
function prescribedHeadings(tableSet: TableSet): string[] {
  return tableSet.tables.flatMap((table) => (table.rows ?? []).map((row) => compareKey(row.name)));
}

/** The rows up to the first heading of another part of the document. */
function cutAtHeading(
  rows: readonly ExtractedRow[],
  prescribed: readonly string[],
): ExtractedRow[] {
  const end = rows.findIndex((row) => {
    const text = loneText(row);
    if (text === undefined) return false;
    const key = compareKey(text);
    if (/^第[一二三四五六七八九十]+部分/u.test(key)) return !key.includes('报表');
    if (/\s/u.test(text) || !/^[一二三四五六七八九十]+、/u.test(key)) return false;
    return !prescribed.some((name) => name.startsWith(key)) && /(?:情况|说明|原因|工作)/u.test(key);
  });
  return end === -1 ? [...rows] : rows.slice(0, end);
}

/** Whether the first lines of a region print at least two headers of its table. */
function hasHeader(region: TableRegion): boolean {
  const titles = [...region.definition.nameColumns, ...region.definition.columns].flatMap(
    (column) => column.titles,
  );
  const text = headerKey(
    region.rows
      .slice(0, 25)
      .flatMap((row) => row.cells.map((cell) => cell.text))
      .join(''),
  );
  return titles.filter((title) => title.length > 1 && text.includes(title)).length > 1;
}

function refuseTwice(regions: readonly TableRegion[]): TableRegion[] {
  const seen = new Map<string, TableRegion>();
  for (const region of regions) {
    const before = seen.get(region.definition.id);
    if (before !== undefined) {
      throw new ImportRefusal({
        place: region.titleRow.place,
        unexpected: `second ${region.definition.id} (first at ${before.titleRow.place})`,
        expected: 'each table once',
        todo: 'Remove the copy from the source text, or import the documents one by one.',
      });
    }
    seen.set(region.definition.id, region);
  }
  return [...regions];
}
