import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import {
  indicatorAnchor,
  projectAnchor,
  rowAnchor,
  tableAnchor,
  unitYearPath,
} from '../../src/format/url.ts';
import { disclosureSchema, type Disclosure } from '../../src/schema/disclosure.ts';
import { elementsById, figuresOf, parsePage, textOf } from '../lib/html-query.ts';

/** All records below a content folder. */
function readRecords(content: string): Disclosure[] {
  const folder = join(content, 'disclosures');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => disclosureSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
}

const archives = [
  ...readRecords('content').map((record) => [record.id, record, inject('siteDir')] as const),
  ...readRecords('test/fixtures/site/content').map(
    (record) => [record.id, record, inject('exampleDir')] as const,
  ),
];

test('there are records in both archives', () => {
  expect(archives.filter(([, , site]) => site === inject('siteDir')).length).toBeGreaterThanOrEqual(
    5,
  );
  expect(
    archives.filter(([, , site]) => site === inject('exampleDir')).length,
  ).toBeGreaterThanOrEqual(3);
});

describe.each(archives)('the page of %s', (_id, record, site) => {
  const html = readFileSync(
    join(site, unitYearPath(record.unitId, record.year), 'index.html'),
    'utf8',
  );
  const byId = elementsById(parsePage(html));

  test('shows every table under its anchor, and no other', () => {
    expect(
      record.tables.filter(({ id }) => !byId.has(tableAnchor(id))).map(({ id }) => id),
    ).toEqual([]);
  });

  test('shows every money cell of every row, exactly, and nothing where the document prints nothing', () => {
    for (const table of record.tables) {
      for (const row of table.rows) {
        const element = byId.get(rowAnchor(table.id, row.row));
        expect(element, `${table.id} row ${row.row}`).toBeDefined();
        if (element === undefined) continue;
        const byColumn = table.columns.flatMap((column) =>
          row.cells.filter((cell) => cell.column === column),
        );
        expect(figuresOf(element), `${table.id} row ${row.row}`).toEqual(
          byColumn.map((cell) => ({ fen: cell.fen, text: cell.read ?? cell.printed })),
        );
        expect(textOf(element)).toContain(row.name);
      }
    }
  });

  test('shows every project with the money of its form', () => {
    for (const project of record.projects) {
      const element = byId.get(projectAnchor(project.n, project.slug));
      expect(element, project.name).toBeDefined();
      if (element === undefined) continue;
      expect(textOf(element)).toContain(project.name);
      const form = record.forms.find(({ n }) => n === project.form);
      const amounts = [form?.whole, form?.yearMoney]
        .flatMap((money) => Object.values(money ?? {}))
        .flatMap((amount) => (amount === null ? [] : [amount.fen]));
      const shown = figuresOf(element).map(({ fen }) => fen);
      expect(amounts.filter((fen) => !shown.includes(fen))).toEqual([]);
    }
  });

  test('shows every indicator with its printed value', () => {
    for (const project of record.projects) {
      const element = byId.get(projectAnchor(project.n, project.slug));
      const shown = element === undefined ? '' : textOf(element).replace(/\s/gu, '');
      const form = record.forms.find(({ n }) => n === project.form);
      const lost = (form?.indicators ?? [])
        .flatMap(({ name, printed, actual }) => [name, printed, actual])
        .filter((text) => text !== null && !shown.includes(text.replace(/\s/gu, '')));
      expect(lost).toEqual([]);
      if ((form?.indicators.length ?? 0) > 0)
        expect(byId.has(indicatorAnchor(project.n, 1))).toBe(true);
    }
  });

  test('shows the source with its hash, and every correction', () => {
    const source = byId.get('source');
    expect(source === undefined ? '' : textOf(source)).toContain(record.source.sha256);
    for (const correction of record.corrections) {
      const element = byId.get(`correction-${correction.id}`);
      expect(element === undefined ? '' : textOf(element)).toContain(correction.reason);
    }
  });
});
