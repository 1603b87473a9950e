import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchiveModel } from '../../src/archive/model.ts';
import type { TopicEntry } from '../../src/archive/topic-model.ts';
import { topicProjectsByDisclosure, topicRows } from '../../src/downloads/topic-csv.ts';
import { writeTopicFiles } from '../../src/downloads/write-topic-files.ts';
import { writeTopicWorkbooks } from '../../src/downloads/write-topic-workbooks.ts';
import type { SiteTree } from './pages/site-tree.ts';

/**
 * Key of the files beside the page of a topic: of its rows, of the records in which it is found, and of
 * `common`, which stands for everything that no record says.
 */
export function topicKey(entry: TopicEntry, archive: ArchiveModel, common: string): string {
  const hash = createHash('sha256');
  const add = (value: unknown): unknown => hash.update(`${JSON.stringify(value)}\n`);
  const byDisclosure = topicProjectsByDisclosure(entry);
  add(common);
  for (const unitYear of archive.unitYears) {
    const found = byDisclosure.get(unitYear.disclosureId) ?? [];
    add(topicRows(entry, archive, unitYear, found));
    if (found.length > 0) add(unitYear.recordSha256);
  }
  return hash.digest('hex').slice(0, 32);
}

const groupOf = (slug: string): string => `topic:${slug}`;

/**
 * Puts the files beside the page of each topic into a site; those of a topic whose key is that of the last
 * build stay as they are, and none of its records is read. `work` is a folder for what is made on the way.
 */
export async function joinTopics(
  archive: ArchiveModel,
  common: string,
  work: string,
  tree: Pick<SiteTree, 'intact' | 'keep' | 'take'>,
): Promise<void> {
  const keys = new Map(
    archive.topics.map((entry) => [entry.topic.slug, topicKey(entry, archive, common)]),
  );
  const stale = archive.topics.filter(
    ({ topic: { slug } }) => tree.intact[groupOf(slug)] !== keys.get(slug),
  );
  for (const { topic } of archive.topics)
    if (!stale.some((entry) => entry.topic === topic)) tree.keep(groupOf(topic.slug));
  if (stale.length === 0) return;
  const made = join(work, 'topics');
  rmSync(made, { recursive: true, force: true });
  writeTopicFiles({ ...archive, topics: stale }, made);
  await writeTopicWorkbooks({ ...archive, topics: stale }, made);
  tree.take(made, (path) => {
    const slug = path.split('/')[1] ?? '';
    return { name: groupOf(slug), key: keys.get(slug) ?? '' };
  });
}
