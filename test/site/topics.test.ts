import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { readContent } from '../../scripts/lib/read-content.ts';
import { topicFile } from '../../src/downloads/topic-csv.ts';
import {
  topicCsvPath,
  topicFeedPath,
  topicIndicatorsCsvPath,
  topicPath,
  topicWorkbookPath,
} from '../../src/format/url.ts';
import { attribute, elementsOf, figuresOf, parsePage, textOf } from '../lib/html-query.ts';
import { parseDataFile } from '../support/parse-data-file.ts';

const archives = [
  ['the archive', 'content', inject('siteDir'), '/'],
  ['the example archive', 'test/fixtures/site/content', inject('exampleDir'), '/example/'],
] as const;

describe.each(archives)('the topics of %s', (_, content, site, base) => {
  const archive = readContent(resolve(content));
  const read = (file: string): string => readFileSync(join(site, file), 'utf8');
  const page = (path: string) => parsePage(read(`${path}index.html`));
  const hrefs = (path: string): string[] =>
    [...elementsOf(page(path))].flatMap((element) => attribute(element, 'href') ?? []);

  test('are each one click from the home page, and their CSV two', () => {
    expect(archive.topics.length).toBeGreaterThan(1);
    const home = hrefs('/');
    for (const { topic } of archive.topics) {
      expect(home).toContain(`${base}${topicPath(topic.slug).slice(1)}`);
      expect(hrefs(topicPath(topic.slug))).toContain(`${base}${topicCsvPath(topic.slug).slice(1)}`);
    }
  });

  test('have a workbook and feeds, named on their page and on that of data', () => {
    const data = hrefs('/data/');
    for (const { topic, projects, mentions } of archive.topics) {
      const { slug } = topic;
      const files = [
        ...[topicCsvPath(slug), topicIndicatorsCsvPath(slug), topicWorkbookPath(slug)],
        ...[topicFeedPath(slug, 'xml'), topicFeedPath(slug, 'json')],
      ].map((path) => base + path.slice(1));
      expect(data).toEqual(expect.arrayContaining(files));
      expect(hrefs(topicPath(slug))).toEqual(expect.arrayContaining(files));
      expect(
        readFileSync(join(site, topicWorkbookPath(slug)))
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
      const { items } = JSON.parse(read(topicFeedPath(slug, 'json'))) as {
        items: { id: string }[];
      };
      const found = [...projects, ...mentions].map(({ unitYear }) => unitYear.disclosureId);
      expect(items.map(({ id }) => id.replace('urn:open-budget-archive:', '')).sort()).toEqual(
        [...new Set(found)].sort(),
      );
    }
  });

  test('show every project, every amount of the table, and every unit that has none', () => {
    for (const entry of archive.topics) {
      const elements = [...elementsOf(page(topicPath(entry.topic.slug)))];
      const values = (name: string): string[] =>
        elements.flatMap((element) => attribute(element, name) ?? []);
      expect(values('data-record')).toEqual(entry.projects.map(({ project }) => project.id));
      expect(values('data-mention')).toEqual(entry.mentions.map(({ project }) => project.id));
      expect(values('data-unit')).toEqual(entry.unitsWithout.map(({ unit }) => unit.id));
      const shown = elements
        .filter((element) => attribute(element, 'data-state') !== undefined)
        .map((cell) => [
          attribute(cell, 'data-state'),
          figuresOf(cell).map(({ fen }) => fen),
          textOf(cell) === '',
        ]);
      const expected = entry.rows.flatMap(({ cells }) =>
        cells.map(({ state, current, carryover }) => [
          state,
          [current?.fen, carryover?.fen].filter((fen) => typeof fen === 'number'),
          state === 'unarchived',
        ]),
      );
      expect(shown).toEqual(expected);
    }
  });

  test('have a CSV with every disclosure of the archive', () => {
    for (const { topic, projects, mentions } of archive.topics) {
      const rows = parseDataFile(topicFile, read(topicCsvPath(topic.slug)));
      expect(new Set(rows.map((row) => row['disclosure_id']))).toEqual(
        new Set(archive.unitYears.map(({ disclosureId }) => disclosureId)),
      );
      expect(rows.flatMap((row) => row['project_id'] ?? []).sort()).toEqual(
        [...projects, ...mentions].map(({ project }) => project.id).sort(),
      );
    }
  });
});

test('a topic that is not finished has neither page nor link', () => {
  const site = inject('exampleDir');
  expect(existsSync(join(site, 'topics/weiwancheng'))).toBe(false);
  expect(readFileSync(join(site, 'topics/index.html'), 'utf8')).not.toContain('未完成的示例');
});
