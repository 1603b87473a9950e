import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import {
  blankLines,
  fullWidthAmounts,
  fullWidthTitles,
  lineEnds,
  movedTables,
  numberedTitles,
  paddedCells,
  pageNumbers,
  renamed,
  separators,
  spacesForTabs,
  withAmount,
} from '../lib/perturb-source.ts';
import { sha256Of, verifyRecord } from '../../scripts/lib/verify-record.ts';
import { readSource, sayings } from '../lib/read-source.ts';

/** 示例: one document in two layouts, invented unit and figures. */
const layouts = ['tabbed', 'spaced'].map((layout) => {
  const path = new URL(`../fixtures/robustness/${layout}.txt`, import.meta.url);
  const text = readFileSync(path, 'utf8');
  return { layout, text, record: readSource(text) };
});
const [tabbed, spaced] = layouts;
if (tabbed === undefined || spaced === undefined) throw new Error('Unexpected missing fixture');

const runs = { numRuns: 200 };

/** The record without what the order of its tables decides. */
function inAnyOrder(record: Disclosure): unknown {
  const projects = record.projects
    .map((project) => ({ ...project, n: 0 }))
    .toSorted((a, b) => (`${a.tableId} ${a.name}` < `${b.tableId} ${b.name}` ? -1 : 1));
  const tables = record.tables.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return sayings({ ...record, tables, projects });
}

/** The record without the printed titles of its tables. */
const untitled = (record: Disclosure): unknown =>
  sayings({ ...record, tables: record.tables.map((table) => ({ ...table, title: '' })) });

const line = (place: string) => Number(/L(\d+)/u.exec(place)?.[1]);
const cell = (place: string) => Number(/C(\d+)/u.exec(place)?.[1]);

/** Every table cell of a record with its number among the amounts of its line. */
function cellsOf(record: Disclosure) {
  const cells = record.tables.flatMap((table, t) =>
    table.rows.flatMap((row, r) =>
      row.cells.map(({ place }, c) => ({ t, r, c, line: line(place), cell: cell(place) })),
    ),
  );
  return cells.map((one) => ({
    ...one,
    k: cells.filter((other) => other.line === one.line && other.cell < one.cell).length,
  }));
}

/** The second reading of a text compared with its record. */
function verify(record: Disclosure, text: string) {
  const bytes = Buffer.from(text);
  const source = { ...record.source, sha256: sha256Of(bytes), bytes: bytes.length };
  return verifyRecord({ ...record, source }, bytes);
}

describe('the example documents', () => {
  test('both layouts of one document say the same in their tables', () => {
    const figures = ({ tables }: Disclosure) =>
      tables.map(({ id, rows }) => [
        id,
        rows
          .filter((row) => row.cells.length > 0)
          .map(({ side, code, name, name2, cells }) => ({
            side,
            code,
            name,
            name2,
            cells: cells.map(({ column, fen }) => [column, fen]),
          })),
      ]);
    expect(figures(spaced.record)).toEqual(figures(tabbed.record));
    expect(figures(tabbed.record).flat(3).length).toBeGreaterThan(100);
  });

  test('both layouts say the same in their forms and explanations', () => {
    const { forms, keyFacts, projects } = tabbed.record;
    const kept = (form: Disclosure['forms'][number]) => ({ ...form, title: '', filledAt: '' });
    expect(sayings(spaced.record.forms.map(kept))).toEqual(sayings(forms.map(kept)));
    expect(sayings(spaced.record.keyFacts)).toEqual(sayings(keyFacts));
    expect(sayings(spaced.record.projects)).toEqual(sayings(projects));
    expect([forms.length, keyFacts.length > 20, projects.length]).toEqual([2, true, 5]);
  });
});

/** Expects two values to be equal; compares their texts first, which is quicker by far. */
function expectSame(found: unknown, expected: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found).toEqual(expected);
}

describe.each(layouts)('a $layout document gives the same record', ({ text, record }) => {
  const expected = sayings(record);

  test.each([
    ['with blank lines anywhere', blankLines],
    ['with page numbers anywhere', pageNumbers],
    ['with amounts in full width', fullWidthAmounts],
    ['with titles and measures in another width', fullWidthTitles],
    ['with or without thousands separators', separators],
    ['with other line ends', lineEnds],
  ])('%s', (_, perturb) => {
    fc.assert(
      fc.property(perturb(text), (made) => {
        expectSame(sayings(readSource(made)), expected);
      }),
      runs,
    );
  });

  test('with its tables in another order', () => {
    const ordered = inAnyOrder(record);
    fc.assert(
      fc.property(movedTables(text), (made) => {
        expectSame(inAnyOrder(readSource(made)), ordered);
      }),
      runs,
    );
  });

  test('with table numbers above or in the titles, or without', () => {
    const bare = untitled(record);
    fc.assert(
      fc.property(numberedTitles(text), (made) => {
        expectSame(untitled(readSource(made)), bare);
      }),
      runs,
    );
  });

  test('of another unit and year, renamed alike', () => {
    fc.assert(
      fc.property(renamed(record.unitName, record.year), ({ name, year, rename }) => {
        const made = readSource(rename(text));
        const expected = JSON.parse(rename(JSON.stringify(record))) as Disclosure;
        const slugless = (one: Disclosure) =>
          sayings({ ...one, year, projects: one.projects.map((p) => ({ ...p, slug: '' })) });
        expect([made.unitName, made.year]).toEqual([name, year]);
        expect(slugless(made)).toEqual(slugless({ ...expected, year }));
      }),
      runs,
    );
  });

  test('with one amount changed, but for that cell', () => {
    const amounts = fc.tuple(
      fc.constantFrom(...cellsOf(record)),
      fc.integer({ min: 0, max: 99_999_999 }),
    );
    fc.assert(
      fc.property(amounts, ([at, hundredths]) => {
        const printed = (hundredths / 100).toFixed(2);
        const made = readSource(withAmount(text, at.line, at.k, printed));
        const expected = structuredClone(record);
        const changed = expected.tables[at.t]?.rows[at.r]?.cells[at.c];
        Object.assign(changed ?? {}, { printed, fen: hundredths * 10_000 });
        expect(sayings(made.tables)).toEqual(sayings(expected.tables));
        expect(sayings([made.forms, made.keyFacts])).toEqual(
          sayings([record.forms, record.keyFacts]),
        );
      }),
      runs,
    );
  });
});

/** Several kinds of damage at once, line ends last. */
const damaged = (text: string) =>
  fc
    .oneof(blankLines(text), pageNumbers(text), separators(text))
    .chain((made) => fc.oneof(fullWidthAmounts(made), movedTables(made), numberedTitles(made)))
    .chain(lineEnds);

test.each(layouts)(
  'both readers agree on a $layout document with several kinds of damage',
  async ({ text, record }) => {
    const compared = (await verify(record, text)).parts.map((part) => part.compared);
    await fc.assert(
      fc.asyncProperty(damaged(text), async (made) => {
        const { parts } = await verify(readSource(made), made);
        expect(parts.flatMap(({ differences }) => differences)).toEqual([]);
        expect(parts.map((part) => part.compared)).toEqual(compared);
      }),
      runs,
    );
    expect(compared).toEqual([188, 20, 24, 31]);
  },
);

describe('a tabbed document gives the same record', () => {
  const expected = sayings(tabbed.record);

  test.each([
    ['with blanks around its cells', paddedCells],
    ['with runs of blanks for the tabs of full lines', spacesForTabs],
  ])('%s', (_, perturb) => {
    fc.assert(
      fc.property(perturb(tabbed.text), (made) => {
        expectSame(sayings(readSource(made)), expected);
      }),
      runs,
    );
  });
});
