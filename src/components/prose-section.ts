import type { Place } from '../schema/place.ts';

/** One kept narrative section, its Markdown rendered as safe HTML by the page. */
export interface ProseSection {
  readonly heading: string;
  readonly html: string;
  readonly place: Place;
}
