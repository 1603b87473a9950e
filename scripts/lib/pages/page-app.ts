import { pathToFileURL } from 'node:url';
import type { PathWithRoute } from 'astro';
import { StaticPaths, type StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import { HeldResponse, holdResponses } from './held-response.ts';
import type { PageProgram } from './page-program.ts';
import type { PageTask } from './page-task.ts';

/** Astro's application as a program exports it, as far as it is used here. */
interface ProgramApp extends Required<StaticPathsApp> {
  setInternals(internals: { readonly pagesByKeys: ReadonlyMap<string, unknown> }): void;
  setOptions(options: {
    readonly settings: { readonly scripts: readonly unknown[] };
    readonly logger: { readonly options: { readonly destination: LogDestination } };
  }): void;
  render(
    request: Request,
    options: { readonly routeData: PathWithRoute['route'] },
  ): Promise<HeldResponse>;
}

/** Where Astro's messages go. */
interface LogDestination {
  write(message: { readonly level: string; readonly message: string }): boolean;
}

/** A program that is ready to render. */
export interface PageApp {
  /** Reads the modules of those routes that are wanted. */
  load(wanted: (route: string) => boolean): Promise<void>;
  /** The pages of those routes that are wanted, of the archive that the environment names: those to render next. */
  paths(wanted: (route: string) => boolean): Promise<PathWithRoute[]>;
  /** The file of one page. @throws naming the page when it cannot be rendered. */
  render(page: PathWithRoute, request: Request): Promise<Uint8Array>;
}

const destination: LogDestination = {
  write: ({ level, message }) => {
    if (level === 'warn' || level === 'error') console.error(message);
    return true;
  },
};

/**
 * Starts the program of the pages in this process; one process can start one program.
 * @throws when the program is not one of the Astro that is installed.
 */
export async function openPageApp({ entry, styles }: PageProgram): Promise<PageApp> {
  holdResponses();
  const { app } = (await import(pathToFileURL(entry).href)) as { app: ProgramApp };
  app.setInternals({
    pagesByKeys: new Map(styles.map(([page, pageStyles]) => [page, { styles: pageStyles }])),
  });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } });
  const routesOf = (wanted: (route: string) => boolean): typeof app.manifest.routes =>
    app.manifest.routes.filter(({ routeData }) => wanted(routeData.route));
  return {
    load: async (wanted) => {
      for (const { routeData } of routesOf(wanted)) await app.getComponentByRoute(routeData);
    },
    paths: async (wanted) => {
      // What a former slice of the archive had.
      app.routeCache.clearAll();
      const routes = routesOf(wanted);
      const some: StaticPathsApp = {
        manifest: { ...app.manifest, routes },
        routeCache: app.routeCache,
        getComponentByRoute: async (route) => app.getComponentByRoute(route),
      };
      return new StaticPaths(some).getAll();
    },
    render: async ({ pathname, route }, request) => {
      const response = await app.render(request, { routeData: route });
      const isPage = response.status === 200 || route.route === '/404';
      if (!isPage || !(response instanceof HeldResponse) || response.body === null) {
        throw new Error(
          `${pathname}: Unexpected answer ${response.status} of ${route.component}, expected a page.`,
        );
      }
      return response.bytes();
    },
  };
}

/** Host of addresses where the public one is not known; no page shows it. */
const unknownHost = 'http://localhost';

/** The request Astro renders a page for: its address on the host, with a slash at the end of a page's. */
export function requestOfPage(
  { pathname, route }: PathWithRoute,
  { base, site }: Pick<PageTask, 'base' | 'site'>,
): Request {
  const end = route.type === 'endpoint' ? '' : '/';
  const path = `${base}/${pathname}${end}`.replaceAll(/\/{2,}/gu, '/');
  return new Request(new URL(path, site ?? unknownHost));
}

/** The file of a page below the folder of the site. */
export function fileOfPage({ pathname, route }: PathWithRoute): string {
  const name = pathname.replace(/^\/+|\/+$/gu, '');
  if (route.type === 'endpoint') return name;
  if (route.route === '/404') return '404.html';
  return name === '' ? 'index.html' : `${name}/index.html`;
}
