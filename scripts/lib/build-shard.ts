import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRegisters } from '../../src/archive/read-registers.ts';
import type { BuildSetup } from './build-setup.ts';
import { buildPages } from './pages/build-pages.ts';
import { openSiteTree } from './pages/site-tree.ts';
import { keyOf } from './parts/build-keys.ts';
import { prepareParts } from './parts/prepare-parts.ts';
import { parseShard, shardPaths, type ShardFile } from './parts/shard.ts';

/**
 * Builds a slice of an archive with nothing but its own records: its parts, and the pages of its units.
 * Indexes, search and data files come with `npm run merge`.
 * @throws when the shard cannot be cut, or a stage fails.
 */
export async function buildShard(
  setup: BuildSetup,
  shard: string,
  print: (line: string) => void,
): Promise<void> {
  const { out, cache, base, site } = setup;
  const { regions, config } = readRegisters(setup.content);
  const choice = parseShard(shard, config.partition, regions);
  const paths = shardPaths(out);
  const prepared = await prepareParts({
    ...setup,
    parts: paths.parts,
    wanted: (place) => choice.includes(place),
  });
  print(`${prepared.report.built.length} of ${prepared.parts.length} parts read and checked`);
  const tree = await openSiteTree(paths.site, join(cache, `shard-${keyOf(shard)}.json`));
  const common = keyOf(prepared.common, base, site);
  const { folders, units, code } = prepared;
  const work = join(cache, 'pages');
  const own = { out: paths.site, work, parts: folders, units, indexes: false };
  const plan = { ...setup, ...own, code, common };
  const pages = await buildPages(plan, tree);
  const files = tree.finish();
  const file: ShardFile = {
    shard,
    common,
    parts: prepared.parts.map(({ id, key }) => ({ id, key })),
    units: units.map(({ id, key }) => ({ id, key })),
  };
  writeFileSync(paths.file, JSON.stringify(file));
  print(
    `Shard ${shard}: ${prepared.parts.length} parts, ${units.length} units, ${files.length} files of pages, ${pages.rendered} rendered, ${pages.kept} kept`,
  );
}
