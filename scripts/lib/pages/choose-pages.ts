import type { AstroIntegration, PathWithRoute } from 'astro';
import type { PageChoice, PageTask } from './page-task.ts';

/** The address of a page below the base path, without a slash at its end: '/units/140602-caizhengju'. */
export const addressOf = (pathname: string): string => `/${pathname.replace(/^\/+|\/+$/gu, '')}`;

/** Id of the unit a page belongs to; null = a page over several units, or over none. */
export const unitOfAddress = (address: string): string | null =>
  /^\/(?:units|embed)\/([^/]+)/u.exec(address)?.[1] ?? null;

/** The route of pages that lead from a former address to another, or say why it is empty. */
const movedPages = '[...moved].astro';

/** What became of the pages of a task. */
export interface Chosen {
  readonly keys: Record<string, string>;
  readonly kept: string[];
  readonly moved: string[];
  rendered: number;
}

function isChosen(choice: PageChoice, units: ReadonlySet<string> | null, address: string): boolean {
  const unit = unitOfAddress(address);
  if (unit === null) return choice !== 'units';
  return choice !== 'indexes' && units?.has(unit) !== false;
}

/** Pages with those of one unit in a row, so that a record that was read serves the next page too. */
const unitByUnit = (paths: readonly PathWithRoute[]): PathWithRoute[] =>
  [
    ...Map.groupBy(paths, ({ pathname }) => {
      const address = addressOf(pathname);
      return /^\/(?:units|embed)\/([^/]+\/\d{4})/u.exec(address)?.[1] ?? '';
    }).values(),
  ].flat();

/**
 * Lets Astro render only the pages of a task, and of those only the ones that are not there already
 * with the same key; what became of them is written into `chosen`.
 */
export function choosePages(
  { choice, units, known }: Pick<PageTask, 'choice' | 'units' | 'known'>,
  chosen: Chosen,
): AstroIntegration {
  const wantedUnits = units === null ? null : new Set(units);
  const isToRender = ({ pathname, cacheKey, route }: PathWithRoute): boolean => {
    const address = addressOf(pathname);
    if (route.component.endsWith(movedPages)) {
      // Whatever unit stood there, the page is one that leads away.
      if (choice !== 'units') chosen.moved.push(address);
      return choice !== 'units';
    }
    if (!isChosen(choice, wantedUnits, address)) return false;
    if (cacheKey === undefined) return true;
    chosen.keys[address] = cacheKey;
    if (known[address] !== cacheKey) return true;
    chosen.kept.push(address);
    return false;
  };
  return {
    name: 'choose-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((usual) => ({
          name: 'choose-pages',
          setup: async () => usual.setup?.(),
          getStaticPaths: async () => {
            const paths = (await usual.getStaticPaths()).filter(isToRender);
            chosen.rendered = paths.length;
            return unitByUnit(paths);
          },
          render: async (request, options) => usual.render(request, options),
          teardown: async () => usual.teardown?.(),
        }));
      },
    },
  };
}
