import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../../scripts/lib/read-content.ts';
import { readRecord } from '../../src/archive/read-record.ts';
import { collectSearchRecords } from '../../src/archive/search-records.ts';
import { matchesQuery, parseSearchQuery } from '../../src/format/search-query.ts';
import { normaliseFields } from '../../src/format/search-text.ts';

const archive = readContent(resolve('content'));
const records = [...collectSearchRecords(archive, readRecord)];

test('the archive has the topics its home page promises', () => {
  expect(archive.topics.map(({ topic }) => topic.title).sort()).toEqual(
    expect.arrayContaining(
      [
        '零工市场',
        '就业补助资金',
        '职业技能培训',
        '农民工欠薪',
        '公益性岗位',
        '驻村帮扶',
        '法律顾问',
      ].sort(),
    ),
  );
});

test.each(archive.topics.map((entry) => [entry.topic.title, entry] as const))(
  '%s holds what the search finds among projects and indicators, but for decisions by hand',
  (_, { topic, projects, mentions, included, excluded }) => {
    const phrases = topic.query.map((phrase) => parseSearchQuery(phrase).words);
    const found = records.flatMap((record) => {
      if (record.kind !== 'project' && record.kind !== 'indicator') return [];
      const text = normaliseFields(record.fields);
      if (!phrases.some((words) => matchesQuery(text, words))) return [];
      return [`${archive.unitYears[record.unitYear]?.disclosureId}-p${record.n}`];
    });
    const decided = new Set(found);
    for (const { project } of included) decided.add(project);
    for (const { project } of excluded) decided.delete(project);
    expect(new Set([...projects, ...mentions].map(({ project }) => project.id))).toEqual(decided);
    expect(projects.length).toBeGreaterThan(0);
  },
);

test('every introduction is of our own length: long enough to say something, short enough to read', () => {
  const odd = archive.topics
    .map(({ topic }) => [topic.slug, topic.introduction.length] as const)
    .filter(([, length]) => length < 100 || length > 220);
  expect(odd).toEqual([]);
});
