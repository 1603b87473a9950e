import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parsePublishedUrls, registryName } from '../src/archive/published-urls.ts';
import { defineCommand, readCommandLine, runCommand } from './lib/command-line.ts';
import { builtSiteOption, contentOption } from './lib/common-options.ts';
import { addUrls, findBrokenPromises, publishedUrlsText } from './lib/published-urls.ts';
import { readSite } from './lib/site-links.ts';

/** What the command needs from outside. */
export interface PublishUrlsEffects {
  readonly print: (line: string) => void;
}

/** How the command is written. */
export const command = defineCommand({
  usage: 'npm run publish-urls -- [options]',
  about: 'Holds a built site to every address ever published; ends with 1 when one is gone.',
  options: {
    add: { type: 'boolean', default: false, about: 'register the addresses that are new' },
    date: {
      type: 'string',
      value: '<day>',
      default: '',
      about: 'day of publication, yyyy-mm-dd; goes with --add',
    },
    dir: builtSiteOption,
    content: contentOption,
  },
});

/**
 * Holds a built site to every address ever published, see {@link command}. With `--add` it then
 * registers the addresses that are new.
 * Returns the exit code, 1 when an address or a version is gone; then nothing is registered.
 * @throws when the site is not built, the registry is malformed, or --add comes without a day
 */
export async function run(args: readonly string[], effects: PublishUrlsEffects): Promise<0 | 1> {
  const { values } = readCommandLine(command, args);
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

if (import.meta.main) await runCommand(command, async (args) => run(args, { print: console.log }));
