import type { TopicProject } from '../archive/topic-model.ts';

/** Anchor of the first project of a region and year on a topic's page; undefined = not on the page. */
export type TopicAnchorOf = (regionCode: string, year: number) => string | undefined;

/** The anchors of the regions and years that the projects shown on a topic's page are of. */
export function topicAnchors(shown: readonly TopicProject[]): TopicAnchorOf {
  const places = new Set(shown.map(({ region, unitYear }) => `${region.code}-${unitYear.year}`));
  return (regionCode, year) => {
    const place = `${regionCode}-${year}`;
    return places.has(place) ? `in-${place}` : undefined;
  };
}
