import type { PathWithRoute } from 'astro';
import type { PageTask } from './page-task.ts';

/** The address of a page below the base path, without a slash at its end: '/units/140602-caizhengju'. */
export const addressOf = (pathname: string): string => `/${pathname.replace(/^\/+|\/+$/gu, '')}`;

/** Id of the unit a page belongs to; null = a page over several units, or over none. */
export const unitOfAddress = (address: string): string | null =>
  /^\/(?:units|embed)\/([^/]+)/u.exec(address)?.[1] ?? null;

/** Whether a process of a choice renders pages of a route. */
export const rendersRoute = (choice: PageTask['choice'], route: string): boolean =>
  choice === 'all' || (unitOfAddress(route) !== null) === (choice === 'units');

/** The route of pages that lead from a former address to another, or say why it is empty. */
const movedPages = '[...moved].astro';

/** A page that is to be rendered. */
export interface ChosenPage {
  readonly path: PathWithRoute;
  readonly address: string;
  /** Whether it leads away, or says why it is empty: whatever unit stood there, it belongs to none. */
  readonly moved: boolean;
}

/** What is rendered of the pages of an archive, and what is left as it stands. */
export interface Chosen {
  /** Pages to render, those of one unit-year in a row, so that a record that was read serves the next. */
  readonly pages: readonly ChosenPage[];
  /** Addresses of pages of the task that are there already with the same key. */
  readonly kept: readonly string[];
}

/** Chooses the pages of a task out of all pages of its routes, see {@link rendersRoute}. @throws when two pages have one address. */
export function choosePages(
  { units, known }: Pick<PageTask, 'units' | 'known'>,
  paths: readonly PathWithRoute[],
): Chosen {
  const wantedUnits = units === null ? null : new Set(units);
  const seen = new Map<string, string>();
  const pages: ChosenPage[] = [];
  const kept: string[] = [];
  for (const path of paths) {
    const page = chosenPage(path);
    const other = seen.get(page.address);
    if (other !== undefined) {
      throw new Error(
        `${page.address}/: Unexpected second page of ${path.route.component}, expected the one of ${other} alone.`,
      );
    }
    seen.set(page.address, path.route.component);
    if (!belongs(page, wantedUnits)) continue;
    if (path.cacheKey !== undefined && known[page.address] === path.cacheKey)
      kept.push(page.address);
    else pages.push(page);
  }
  return { pages: unitByUnit(pages), kept };
}

const chosenPage = (path: PathWithRoute): ChosenPage => ({
  path,
  address: addressOf(path.pathname),
  moved: path.route.component.endsWith(movedPages),
});

function belongs({ address, moved }: ChosenPage, units: ReadonlySet<string> | null): boolean {
  const unit = moved ? null : unitOfAddress(address);
  return unit === null || units?.has(unit) !== false;
}

const unitByUnit = (pages: readonly ChosenPage[]): ChosenPage[] =>
  [
    ...Map.groupBy(
      pages,
      ({ address }) => /^\/(?:units|embed)\/([^/]+\/\d{4})/u.exec(address)?.[1] ?? '',
    ).values(),
  ].flat();
