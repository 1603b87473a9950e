import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parsePublishedUrls, registryName } from '../src/archive/published-urls.ts';
import { addUrls, findBrokenPromises, publishedUrlsText } from './lib/published-urls.ts';
import { readSite } from './lib/site-links.ts';

/** What the command needs from outside. */
export interface PublishUrlsEffects {
  readonly print: (line: string) => void;
}

/**
 * Holds a built site to every address ever published: `npm run publish-urls -- [--dir dist]
 * [--content content]`. With `--add --date 2026-01-31` it then registers the addresses that are new.
 * Returns the exit code, 1 when an address or a version is gone; then nothing is registered.
 * @throws when the site is not built, the registry is malformed, or --add comes without a day
 */
export async function run(args: readonly string[], effects: PublishUrlsEffects): Promise<0 | 1> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      dir: { type: 'string', default: 'dist' },
      content: { type: 'string', default: 'content' },
      add: { type: 'boolean', default: false },
      date: { type: 'string', default: '' },
    },
  });
  if (
    values.add &&
    (!/^\d{4}-\d{2}-\d{2}$/u.test(values.date) || Number.isNaN(Date.parse(values.date)))
  )
    throw new Error(
      `Unexpected --date "${values.date}", expected the day of publication, e.g. --date 2026-01-31.`,
    );
  const directory = resolve(values.dir);
  const site = { directory, ...(await readSite(directory)) };
  if (site.pages.length === 0)
    throw new Error(
      `${values.dir}: Unexpected empty site, expected pages. Run npm run build first.`,
    );
  const path = resolve(values.content, registryName);
  const published = parsePublishedUrls(await readFile(path, 'utf8').catch(() => ''));
  const faults = await findBrokenPromises(published, site);
  for (const fault of faults) effects.print(fault);
  if (faults.length > 0) {
    effects.print(`${faults.length} of ${published.length} promises broken; nothing registered.`);
    return 1;
  }
  const all = await addUrls(published, site, values.date);
  const more = all.length - published.length;
  if (values.add) await writeFile(path, publishedUrlsText(all));
  effects.print(
    `${published.length} published addresses are there; ${more} new ones ${values.add ? 'registered' : 'not registered (use --add)'}.`,
  );
  return 0;
}

if (import.meta.main) {
  try {
    process.exitCode = await run(process.argv.slice(2), { print: console.log });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
