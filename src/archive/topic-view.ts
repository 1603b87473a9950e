import type { UnitEntry } from './model.ts';
import type { TopicDocument, TopicEntry, TopicProject, TopicRow } from './topic-model.ts';

/** The beginning of a list that fits on a page, and how many are left out of it. */
export interface Shortened<T> {
  readonly shown: readonly T[];
  readonly leftOut: number;
}

/** What the page of a topic shows. Its CSV files hold everything. */
export interface TopicView {
  readonly rows: Shortened<TopicRow>;
  readonly projects: Shortened<TopicProject>;
  readonly mentions: Shortened<TopicProject>;
  readonly unitsWithout: Shortened<UnitEntry>;
  /** The most cited first. */
  readonly documents: Shortened<TopicDocument>;
}

/** The longest each list may be. */
export type TopicLimits = Readonly<
  Record<'rows' | 'projects' | 'mentions' | 'units' | 'documents', number>
>;

/** How many entries of a list a page can hold and still be read on a phone. */
export const topicLimits: TopicLimits = {
  rows: 300,
  projects: 200,
  mentions: 100,
  units: 200,
  documents: 100,
};

/**
 * The lists of a topic as its page shows them. Regions in which nothing is found are left out first
 * when there are too many to show.
 */
export function topicView(entry: TopicEntry, limits: TopicLimits = topicLimits): TopicView {
  const { rows } = entry;
  const telling = rows.filter(({ cells }) =>
    cells.some(({ state }) => state === 'found' || state === 'mentioned'),
  );
  const shown = rows.length <= limits.rows ? rows : telling.slice(0, limits.rows);
  return {
    rows: { shown, leftOut: rows.length - shown.length },
    projects: shorten(entry.projects, limits.projects),
    mentions: shorten(entry.mentions, limits.mentions),
    unitsWithout: shorten(entry.unitsWithout, limits.units),
    documents: shorten(
      [...entry.documents].sort((a, b) => b.projects.length - a.projects.length),
      limits.documents,
    ),
  };
}

function shorten<T>(list: readonly T[], limit: number): Shortened<T> {
  return { shown: list.slice(0, limit), leftOut: Math.max(0, list.length - limit) };
}
