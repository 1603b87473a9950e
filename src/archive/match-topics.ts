import { matchesQuery, parseSearchQuery } from '../format/search-query.ts';
import { normaliseFields } from '../format/search-text.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { Topic } from '../schema/topic.ts';
import { recordsOfDisclosure } from './search-records.ts';
import type { TopicMatch, TopicMatchedProject } from './topic-model.ts';

/**
 * What the queries of the topics find among the projects and indicators of one disclosure: exactly
 * what the search finds. Topics that find nothing are left out. Hand-made decisions are not applied.
 */
export function matchTopics(
  disclosure: Disclosure,
  topics: readonly Pick<Topic, 'slug' | 'query'>[],
): TopicMatch[] {
  if (topics.length === 0) return [];
  const texts = [...recordsOfDisclosure(disclosure, 0)]
    .filter(({ kind }) => kind !== 'line')
    .map(({ kind, n, indicator, fields }) => ({
      kind,
      n,
      indicator,
      text: normaliseFields(fields),
    }));
  return topics.flatMap(({ slug, query }) => {
    const phrases = query.map((phrase) => parseSearchQuery(phrase).words);
    const projects = new Map<number, TopicMatchedProject>();
    for (const { kind, n, indicator, text } of texts) {
      if (!phrases.some((words) => matchesQuery(text, words))) continue;
      const known = projects.get(n) ?? { n, byName: false, indicators: [] };
      projects.set(
        n,
        kind === 'project'
          ? { ...known, byName: true }
          : { ...known, indicators: [...known.indicators, indicator] },
      );
    }
    return projects.size === 0 ? [] : [{ slug, projects: [...projects.values()] }];
  });
}
