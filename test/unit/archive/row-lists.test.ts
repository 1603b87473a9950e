import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import {
  indexPages,
  indexPlaces,
  placeTotals,
  shownList,
  shownRows,
} from '../../../src/archive/row-lists.ts';
import type { ArchiveModel, SubjectEntry, UnitYear } from '../../../src/archive/model.ts';
import { exampleContent } from '../../support/example-content.ts';

const whole = readContent(exampleContent);
const divided: ArchiveModel = { ...whole, config: { ...whole.config, rowsPerPage: 1 } };

/** The subject with the most rows of the example archive. */
function longest(): SubjectEntry {
  const [entry] = whole.subjects.toSorted((a, b) => b.rows.length - a.rows.length);
  if (entry === undefined) throw new Error('No subject');
  return entry;
}

describe('the pages of a subject', () => {
  const { rows, totalByYear } = longest();
  const copy = [...rows];
  const pages = indexPages(divided, copy);

  test('hold every row once', () => {
    expect(rows.length).toBeGreaterThan(1);
    const listed = pages.flatMap((page) => page.rows);
    expect(listed).toHaveLength(rows.length);
    expect(new Set(listed)).toEqual(new Set(rows));
  });

  test('begin with the totals over all rows', () => {
    const [first] = pages;
    if (first === undefined) throw new Error('No page');
    expect(first.rows).toEqual([]);
    expect(placeTotals(divided, first, totalByYear)).toBe(totalByYear);
  });

  test('sum at each place what the rows there and below print', () => {
    const last = pages.findLast(({ place, page }) => place !== null && page === 1);
    if (last === undefined) throw new Error('No page of a place');
    const printed = last.all.flatMap(({ amounts, unitYear }) =>
      unitYear.kind === 'budget' && amounts.totalFen !== null ? [amounts.totalFen] : [],
    );
    const sums = placeTotals(divided, last, totalByYear);
    expect(sums.reduce((sum, { total }) => sum + (total.fen ?? 0), 0)).toBe(
      printed.reduce((sum, fen) => sum + fen, 0),
    );
  });

  test('name at each place its disclosures, and one sum for each year', () => {
    const [first] = pages;
    if (first === undefined) throw new Error('No page');
    const places = indexPlaces(divided, first);
    expect(places.reduce((sum, { disclosures }) => sum + disclosures, 0)).toBe(rows.length);
    for (const { sums } of places) expect(sums).toHaveLength(whole.years.length);
  });

  test('repeat no totals on the pages after the first of a place', () => {
    const second = { place: whole.region('990101') ?? null, page: 2, pages: 2, all: rows };
    expect(placeTotals(divided, { ...second, rows, below: [] }, totalByYear)).toEqual([]);
  });
});

describe('shownRows', () => {
  const { rows } = longest();

  test('is the same for the same rows', () => {
    expect(shownRows(rows.map((row) => ({ ...row })))).toBe(shownRows(rows));
  });

  test.each([
    ['an amount', { totalFen: 1 }, {}],
    ['a blank amount', { totalFen: null }, {}],
    ['the name of the subject', { name: '示例' }, {}],
    ['the name of the unit', {}, { unitName: '示例' }],
    ['the region', {}, { regionCode: '990000' }],
  ])('is another where %s is', (_, amounts, unitYear) => {
    const changed = rows.map((row, i) => (i > 0 ? row : change(row, amounts, unitYear)));
    expect(shownRows(changed)).not.toBe(shownRows(rows));
  });

  test('of a first page tells the rows it sums, of the others their own', () => {
    const other = rows.map((row, i) => (i > 0 ? row : change(row, { totalFen: 1 }, {})));
    const page = { place: null, pages: 2, rows: [], below: [] };
    const shown = (n: number, all: typeof rows) => shownList({ ...page, page: n, all });
    expect(shown(1, other)).not.toEqual(shown(1, rows));
    expect(shown(2, other)).toEqual(shown(2, rows));
  });
});

type Row = SubjectEntry['rows'][number];

/** A row with another amount or name, in its unit-year too, as a changed document gives it. */
function change(row: Row, changes: Partial<Row['amounts']>, unitYear: Partial<UnitYear>): Row {
  const amounts = { ...row.amounts, ...changes };
  const subjects = row.unitYear.subjects.map((one) => (one === row.amounts ? amounts : one));
  return { unitYear: { ...row.unitYear, subjects, ...unitYear }, amounts };
}
