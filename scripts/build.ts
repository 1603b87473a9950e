import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readArchiveConfig, siteAddress } from '../src/archive/read-archive-config.ts';
import { buildPages } from './lib/pages/build-pages.ts';
import { joinSite } from './lib/join-site.ts';
import { openSiteTree } from './lib/pages/site-tree.ts';
import { keyOf } from './lib/parts/build-keys.ts';
import { prepareParts } from './lib/parts/prepare-parts.ts';

/** What the command needs from outside. */
export interface BuildEffects {
  readonly print: (line: string) => void;
}

/** Where a build keeps what the next one may use again: with the archive, or with the generator. */
const defaultCache = (generator: string, root: string): string =>
  relative(generator, root).startsWith('..')
    ? join(generator, '.cache/build', keyOf(root))
    : join(root, '.cache/build');

/** An option that is a number from 1; undefined = not given. @throws when it is anything else. */
function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,6}$/u.test(text)) return Number(text);
  throw new Error(`Unexpected --${name} "${text}", expected a whole number from 1.`);
}

/**
 * Builds the whole archive: pages, then the search index and the data files from the same records.
 * `npm run build -- [--out dist] [--root .] [--base /] [--site https://…]`; the records are read
 * from `<root>/content`.
 * @throws when a stage fails; what was written before stays incomplete and must not be published
 */
export async function run(args: readonly string[], effects: BuildEffects): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string', default: 'dist' },
      root: { type: 'string', default: '.' },
      base: { type: 'string' },
      site: { type: 'string' },
      cache: { type: 'string' },
      jobs: { type: 'string' },
      'records-per-process': { type: 'string' },
    },
  });
  const here = resolve(import.meta.dirname, '..');
  const root = resolve(values.root);
  const out = resolve(values.out);
  if (values.base !== undefined) process.env['BASE_PATH'] = values.base;
  if (values.site !== undefined) process.env['SITE_URL'] = values.site;
  const content = resolve(root, 'content');
  const cache = resolve(values.cache ?? defaultCache(here, root));
  const { base, site } = siteAddress(readArchiveConfig(content), process.env);
  const tree = openSiteTree(out, join(cache, 'site.json'));
  const jobs = wholeNumber('jobs', values.jobs);
  const prepared = await prepareParts({ generator: here, content, cache, jobs });
  effects.print(`${prepared.built.length} of ${prepared.parts.length} parts read and checked`);
  const pages = await buildPages(
    {
      content,
      work: join(cache, 'pages'),
      parts: prepared.folders,
      common: keyOf(prepared.common, base, site),
      units: prepared.units,
      indexes: true,
      base,
      site: site ?? null,
      jobs,
      recordsPerProcess: wholeNumber('records-per-process', values['records-per-process']),
    },
    tree,
  );
  effects.print(`Pages written to ${values.out}: ${pages.rendered} rendered, ${pages.kept} kept`);
  const joined = { content, parts: prepared.folders, out, base, site };
  effects.print(await joinSite(joined, tree));
}

if (import.meta.main) {
  try {
    await run(process.argv.slice(2), { print: console.log });
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}
