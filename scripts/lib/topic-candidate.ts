import { checkRecord } from '../../src/archive/check-record.ts';
import { buildArchive } from '../../src/archive/build-archive.ts';
import { parseTopic } from '../../src/archive/read-topics.ts';
import { readRecords } from '../../src/archive/read-records.ts';
import { readRegisters } from '../../src/archive/read-registers.ts';
import type { TopicEntry } from '../../src/archive/topic-model.ts';
import { projectSlug } from '../../src/assemble/project-slug.ts';
import { proposeTopicFile } from './topic-proposal.ts';

/**
 * What a topic of these phrases would find in a content folder. Title and slug are made from the first
 * phrase where they are not given.
 * @throws when there is no phrase, or phrases, title or slug are not what a topic file may hold.
 */
export function readCandidate(
  contentDirectory: string,
  query: readonly string[],
  given: { readonly title?: string | undefined; readonly slug?: string | undefined },
): TopicEntry {
  const [first] = query;
  if (first === undefined) {
    throw new Error(
      'Unexpected end of arguments, expected a phrase such as 护工. Add it after --.',
    );
  }
  const title = given.title ?? first.replace(/\s+/gu, '');
  const slug = given.slug ?? projectSlug(title);
  const decisions = { include: [], exclude: [], draft: true, introduction: '' };
  const proposed = { slug, title, query: [...query], ...decisions };
  const topic = parseTopic(proposeTopicFile(proposed), `${slug}.md`);
  const registers = { ...readRegisters(contentDirectory), topics: [topic] };
  const records = readRecords(contentDirectory, {
    economicClasses: registers.economicClasses,
    topics: [topic],
    checkRecord,
  });
  const summaries = Array.from(records, ({ summary }) => summary);
  const entry = buildArchive({ contentDirectory, summaries, ...registers }).topic(slug);
  if (entry === undefined) throw new Error(`Unexpected loss of the topic ${slug}`);
  return entry;
}
