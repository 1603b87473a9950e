import type { RegionEntry } from '../archive/model.ts';
import { listPath } from '../format/url.ts';

/** Where a page stands in a list that goes by places. */
interface PlaceInList {
  readonly place: RegionEntry | null;
  readonly page: number;
}

/** A page on the way to another. */
interface Step {
  readonly label: string;
  readonly path: string;
}

/** What the title of a page of a list has before it: the full name of its place, empty for the beginning. */
export const listTitle = ({ place }: PlaceInList): string =>
  place === null ? '' : `${[...place.ancestors, place.region].map(({ name }) => name).join('')}：`;

/** What the title of a page of a list has after it: its number, from the second on. */
export const listPageTitle = ({ page }: PlaceInList): string =>
  page === 1 ? '' : `（第 ${page} 页）`;

/** The way from the beginning of a list, at `path`, to a page of it; the page itself without a link. */
export function listCrumbs(
  list: Step,
  { place }: PlaceInList,
): (Step | { readonly label: string })[] {
  if (place === null) return [{ label: list.label }];
  return [
    list,
    ...place.ancestors.map(({ name, code }) => ({ label: name, path: listPath(list.path, code) })),
    { label: place.region.name },
  ];
}
