import { basename, join, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { escapeXml } from '../format/xml.ts';
import { contentReading } from './content-reading.ts';
import { archiveConfigName } from './read-archive-config.ts';

/** What the development server offers; Vite's server as far as it is used here. */
type DevServer = Parameters<
  NonNullable<AstroIntegration['hooks']['astro:server:setup']>
>[0]['server'];

/** Milliseconds to wait for more changes: an import writes several files. */
const calm = 150;
/** How often a refresh is asked for, `calm` apart, before it is given up: about half a minute. */
const attempts = 200;

/** Whether a changed file can change a page: not one being written, and no draft. */
export function isContent(contentDirectory: string, path: string): boolean {
  const drafts = join(contentDirectory, 'drafts') + sep;
  // The configuration is watched by Astro itself, which starts the server anew.
  return (
    path.startsWith(contentDirectory) &&
    !path.startsWith(drafts) &&
    path !== join(contentDirectory, archiveConfigName) &&
    !basename(path).startsWith('.')
  );
}

/** Makes the server forget what its modules have read, and every open page load again. */
function reload({ environments }: DevServer): void {
  for (const environment of Object.values(environments)) {
    if (environment.name !== 'client') environment.moduleGraph.invalidateAll();
    environment.hot.send({ type: 'full-reload', path: '*' });
  }
}

/** What the overlay of the development server shows; it takes messages for HTML. */
const errorPayload = (problem: string) =>
  ({
    type: 'error',
    err: {
      name: 'content/',
      title: 'What is wrong in content/',
      message: escapeXml(problem).replaceAll('\n', '<br>'),
      stack: '',
    },
  }) as const;

/**
 * Has the records read again. Astro passes over a refresh in silence while it loads the configuration
 * of the content, so this asks until the loader has run.
 * @throws when it never runs.
 */
async function readAgain(refresh: () => Promise<void>): Promise<void> {
  const { times } = contentReading();
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    await refresh();
    if (contentReading().times > times) return;
    await wait(calm);
  }
  throw new Error(
    'content/: Unexpected refusal to read the records again, expected a refresh. Start the server anew.',
  );
}

/** Shows what is wrong on every page that is opened, until it is mended. */
function showProblems({ environments }: DevServer): void {
  environments.client.hot.on('vite:client:connect', (_, client) => {
    const { problem } = contentReading();
    if (problem !== null) client.send(errorPayload(problem));
  });
}

/**
 * Keeps the pages of `astro dev` in step with all of content/: after a change, records are validated
 * again and pages load again. What is wrong is shown on the pages until it is mended.
 */
export function watchContent(): AstroIntegration {
  let contentDirectory = '';
  return {
    name: 'watch-content',
    hooks: {
      'astro:config:done': ({ config }) => {
        contentDirectory = fileURLToPath(new URL('content/', config.root));
      },
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        let timer: NodeJS.Timeout | undefined;
        const refresh = async (): Promise<void> => {
          try {
            await readAgain(async () => refreshContent?.({}));
          } catch (error) {
            logger.error(error instanceof Error ? error.message : String(error));
          }
          reload(server);
        };
        showProblems(server);
        server.watcher.add(contentDirectory);
        server.watcher.on('all', (_event, path) => {
          if (!isContent(contentDirectory, path)) return;
          clearTimeout(timer);
          timer = setTimeout(() => void refresh(), calm);
        });
      },
    },
  };
}
