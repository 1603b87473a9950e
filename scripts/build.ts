import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { readArchiveConfig, siteAddress } from '../src/archive/read-archive-config.ts';
import { run as buildData } from './build-data.ts';
import { run as buildFormats } from './build-formats.ts';
import { run as buildSearch } from './build-search.ts';
import { siteManifestName, writeSiteManifest } from './lib/checksum-manifest.ts';
import { writeDiscoveryFiles } from './lib/discovery-files.ts';
import { writeHostFiles } from './lib/host-files.ts';

/** What the command needs from outside. */
export interface BuildEffects {
  readonly print: (line: string) => void;
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
    },
  });
  const here = resolve(import.meta.dirname, '..');
  const root = resolve(values.root);
  const out = resolve(values.out);
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Left in the environment, it would take the place of the base path in every link.
  delete process.env['BASE_URL'];
  if (values.base !== undefined) process.env['BASE_PATH'] = values.base;
  if (values.site !== undefined) process.env['SITE_URL'] = values.site;
  await build({
    root,
    srcDir: resolve(here, 'src'),
    publicDir: resolve(here, 'public'),
    outDir: out,
    configFile: relative(root, resolve(here, 'astro.config.mjs')),
    logLevel: 'warn',
  });
  effects.print(`Pages written to ${values.out}`);
  const content = resolve(root, 'content');
  await buildData(['--content', content, '--out', out], effects);
  const { base, site } = siteAddress(readArchiveConfig(content), process.env);
  await buildFormats(['--content', content, '--out', out, '--base', base], effects);
  await buildSearch(['--content', content, '--out', out], effects);
  await writeHostFiles(out, base);
  await writeDiscoveryFiles(out, base, site, readArchiveConfig(content));
  effects.print(`${await writeSiteManifest(out)} files listed in ${siteManifestName}`);
}

if (import.meta.main) {
  try {
    await run(process.argv.slice(2), { print: console.log });
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}
