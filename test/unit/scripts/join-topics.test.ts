import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { joinTopics, topicKey } from '../../../scripts/lib/join-topics.ts';
import type { SiteTree } from '../../../scripts/lib/pages/site-tree.ts';
import { readContent } from '../../../scripts/lib/read-content.ts';
import type { ArchiveModel } from '../../../src/archive/model.ts';
import { exampleContent, temporaryFolder } from '../../support/example-content.ts';

const archive = readContent(exampleContent);
const [entry] = archive.topics;
if (entry === undefined) throw new Error('Unexpected example archive without topics.');

/** The archive in which the records that have projects of the topic, or have none, are another's. */
const withOtherRecords = (hasProjects: boolean): ArchiveModel => {
  const found = new Set(
    [...entry.projects, ...entry.mentions].map(({ unitYear }) => unitYear.disclosureId),
  );
  const recordSha256 = '0'.repeat(64);
  const unitYears = archive.unitYears.map((one) =>
    found.has(one.disclosureId) === hasProjects ? { ...one, recordSha256 } : one,
  );
  return { ...archive, unitYears };
};

describe('topicKey', () => {
  const key = topicKey(entry, archive, 'a');

  test('changes with what all pages are made with, and with a record in which the topic is found', () => {
    expect(topicKey(entry, archive, 'a')).toBe(key);
    expect(topicKey(entry, archive, 'b')).not.toBe(key);
    expect(topicKey(entry, withOtherRecords(true), 'a')).not.toBe(key);
  });

  test('stays when a record changes in which nothing is found, but not with its row', () => {
    expect(topicKey(entry, withOtherRecords(false), 'a')).toBe(key);
    const unitYears = archive.unitYears.map((one) => ({ ...one, unitName: '示例局' }));
    expect(topicKey(entry, { ...archive, unitYears }, 'a')).not.toBe(key);
  });
});

describe('joinTopics', () => {
  test('makes the files of topics whose key is another, and keeps the others', async () => {
    const work = temporaryFolder();
    const slugs = archive.topics.map(({ topic }) => topic.slug);
    const [first = '', ...others] = slugs;
    const kept: string[] = [];
    const taken = new Map<string, string>();
    const tree: Pick<SiteTree, 'intact' | 'keep' | 'take'> = {
      intact: {
        [`topic:${first}`]: topicKey(entry, archive, 'a'),
        ...Object.fromEntries(others.map((slug) => [`topic:${slug}`, 'another'])),
      },
      keep: (group) => kept.push(group),
      take: (folder, groupOf) => {
        for (const slug of readdirSync(join(folder, 'topics')))
          for (const file of readdirSync(join(folder, 'topics', slug)))
            taken.set(`${slug}/${file}`, groupOf(`topics/${slug}/${file}`).name);
      },
    };
    await joinTopics(archive, 'a', work, tree);
    expect(others).not.toEqual([]);
    expect(kept).toEqual([`topic:${first}`]);
    expect([...taken].sort()).toEqual(
      others
        .flatMap((slug) =>
          ['indicators.csv', 'topic.csv', 'topic.xlsx'].map((file) => [
            `${slug}/${file}`,
            `topic:${slug}`,
          ]),
        )
        .sort(),
    );
  });
});
