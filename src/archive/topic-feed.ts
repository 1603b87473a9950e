import type { Feed } from '../format/feed.ts';
import { formatTopicNews } from '../format/topic-text.ts';
import { topicFeedPath, topicPath } from '../format/url.ts';
import { makeFeed } from './make-feed.ts';
import type { TopicEntry } from './topic-model.ts';

/** A feed of a topic, and where the site stands. */
export interface TopicFeedRequest {
  readonly entry: TopicEntry;
  /** Name of the archive. */
  readonly archiveTitle: string;
  readonly format: 'xml' | 'json';
  readonly base: string;
  /** Public address of the site; undefined = not known, addresses stay root-relative. */
  readonly site: URL | undefined;
}

/**
 * The feed of a topic: the unit-years in which it is found or mentioned, each with what is found there.
 * It is empty where nothing is found in the whole archive.
 */
export function topicFeed({ entry, archiveTitle, format, base, site }: TopicFeedRequest): Feed {
  const { topic, projects, mentions } = entry;
  const found = Map.groupBy([...projects, ...mentions], ({ unitYear }) => unitYear.disclosureId);
  return makeFeed({
    title: `${archiveTitle} · 专题：${topic.title}`,
    author: archiveTitle,
    description: `有“${topic.title}”的项目或指标、新收录和有更正的单位预算公开`,
    pagePath: topicPath(topic.slug),
    feedPath: topicFeedPath(topic.slug, format),
    unitYears: [...found.values()].flatMap(([first]) => first?.unitYear ?? []),
    summarise: ({ disclosureId }) => {
      const here = found.get(disclosureId) ?? [];
      const named = here.filter(({ by }) => by !== 'indicator').map(({ project }) => project);
      return formatTopicNews(named, here.length - named.length);
    },
    base,
    site,
  });
}
