import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readPartEntries } from '../src/archive/part-files.ts';
import { readRegisters } from '../src/archive/read-registers.ts';
import { disclosuresFolder, recordFilePath } from '../src/archive/record-file.ts';
import { placedPath } from '../src/downloads/part-data-files.ts';
import { disclosureFolder } from '../src/format/url.ts';
import { buildOptions, buildSetup } from './lib/build-setup.ts';
import {
  CommandLineError,
  defineCommand,
  readCommandLine,
  runCommand,
} from './lib/command-line.ts';
import { joinSite } from './lib/join-site.ts';
import { buildPages, groupOfUnit } from './lib/pages/build-pages.ts';
import { unitOfAddress } from './lib/pages/choose-pages.ts';
import { openSiteTree, type SiteTree } from './lib/pages/site-tree.ts';
import { keyOf } from './lib/parts/build-keys.ts';
import { parseRecordPath } from './lib/parts/plan-parts.ts';
import { sharedKeys } from './lib/parts/prepare-parts.ts';
import { fitShards, readShard, shardPaths, type BuiltShard } from './lib/parts/shard.ts';

/** What the command needs from outside. */
export interface MergeEffects {
  readonly print: (line: string) => void;
}

/** How the command is written. */
export const command = defineCommand({
  usage: 'npm run merge -- <slice…> [options]',
  about: 'Joins the slices that npm run build -- --shard made into one site.',
  options: buildOptions,
  takesArguments: true,
});

/**
 * Joins shards into one site, byte for byte the one that a build of everything on one machine makes, see
 * {@link command}. Of the content folder only what belongs to no unit must be there, and the register of
 * units; records come with the shards.
 * @throws when shards do not fit together, or a stage fails.
 */
export async function run(args: readonly string[], effects: MergeEffects): Promise<void> {
  const { values, positionals } = readCommandLine(command, args);
  if (positionals.length === 0)
    throw new CommandLineError(
      `Unexpected missing folders, expected those of the slices. Write ${command.usage}`,
    );
  const setup = buildSetup(values);
  const { out, cache, base, site } = setup;
  const shards = positionals.map((folder) => readShard(resolve(folder)));
  const keys = sharedKeys(setup);
  const common = keyOf(keys.common, base, site);
  const parts = fitShards(shards, common, readRegisters(setup.content).units);
  const folders = parts.map(({ folder }) => folder);
  const content = viewContent(setup.content, folders, join(cache, 'merge/content'));
  const tree = await openSiteTree(out, join(cache, 'site.json'));
  const work = join(cache, 'pages');
  const { code } = keys;
  const plan = { ...setup, content, work, parts: folders, code, common, units: [], indexes: true };
  const pages = await buildPages(plan, tree);
  for (const shard of shards) copyUnitPages(tree, shard);
  effects.print(`${shards.length} shards: ${pages.rendered} pages over several units rendered`);
  const joined = { content, parts: folders, work: cache, common, out, base, site };
  for (const line of await joinSite(joined, tree)) effects.print(line);
}

/** Copies the pages of the units of a shard into the site. @throws when another file is among them. */
function copyUnitPages(tree: SiteTree, { folder, units, common }: BuiltShard): void {
  const keys = new Map(units.map(({ id, key }) => [id, key]));
  tree.copy(shardPaths(folder).site, (path) => {
    const unit = unitOfAddress(`/${path}`);
    const key = unit === null ? undefined : keys.get(unit);
    if (unit === null || key === undefined) {
      throw new Error(`${folder}/site/${path}: Unexpected file, expected a page of its units.`);
    }
    return { name: groupOfUnit(unit), key: `${common}:${key}` };
  });
}

/**
 * A content folder with the records of all parts, made of links to the given one and copies of the records
 * the parts hold.
 * @throws when a record is not the one its part was built from.
 */
function viewContent(content: string, parts: readonly string[], view: string): string {
  rmSync(view, { recursive: true, force: true });
  mkdirSync(view, { recursive: true });
  for (const entry of readdirSync(content, { withFileTypes: true })) {
    if (entry.name === disclosuresFolder || entry.name.startsWith('.')) continue;
    const type = entry.isDirectory() ? 'junction' : 'file';
    symlinkSync(join(content, entry.name), join(view, entry.name), type);
  }
  for (const folder of parts) {
    for (const { file, recordSha256 } of readPartEntries(folder)) {
      const record = `${disclosureFolder(parseRecordPath(file)).slice(1)}record.json`;
      const from = placedPath(folder, record);
      if (createHash('sha256').update(readFileSync(from)).digest('hex') !== recordSha256)
        throw new Error(`${from}: Unexpected content, expected the record of the shard.`);
      const to = recordFilePath(view, file);
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(from, to);
    }
  }
  return view;
}

if (import.meta.main)
  await runCommand(command, async (args) => run(args, { print: console.log }), { withStack: true });
