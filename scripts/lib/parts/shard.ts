import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../../src/archive/order.ts';
import { parseJson } from '../../../src/archive/record-file.ts';
import type { ArchivePartition } from '../../../src/schema/archive-config.ts';
import type { Region } from '../../../src/schema/region.ts';
import { CommandLineError } from '../command-line.ts';
import type { UnitPages } from '../pages/plan-tasks.ts';

/** A slice of an archive that one machine builds with nothing but its own records. */
export interface ShardChoice {
  /** As it was asked for: '14', '1411' or '2/8'. */
  readonly name: string;
  includes(place: { readonly regionCode: string }): boolean;
}

/** Digits of a division code by which parts are told apart: no shard cuts finer. */
const digitsOf = { 'province-year': 2, 'prefecture-year': 4 } as const;

/**
 * The shard a text asks for: the beginning of a division code, or `i/n`, the i-th of n lots of all
 * provinces or prefectures of the register, dealt out in turn. All n lots together are the archive.
 * @throws when the archive is not divided, or the shard would cut a part of it in two.
 */
export function parseShard(
  text: string,
  partition: ArchivePartition,
  regions: readonly Pick<Region, 'code'>[],
): ShardChoice {
  if (partition === 'none') {
    throw new CommandLineError(
      `Unexpected --shard ${text} of an archive in one part, expected a partition in content/archive.json: "province-year" or "prefecture-year".`,
    );
  }
  const digits = digitsOf[partition];
  const lot = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/u.exec(text);
  if (lot !== null)
    return dealtShard(text, Number(lot[1]), Number(lot[2]), groups(regions, digits));
  const prefix = /^\d{6}$/u.test(text) ? text.replace(/(?:00){1,2}$/u, '') : text;
  if (!/^\d+$/u.test(prefix) || prefix.length % 2 === 1 || prefix.length > digits) {
    throw new CommandLineError(
      `Unexpected --shard ${text}, expected i/n, or ${digits === 2 ? '2 digits' : '2 or 4 digits'} of a division code as the partition ${partition} has them.`,
    );
  }
  if (!regions.some(({ code }) => code.startsWith(prefix))) {
    throw new CommandLineError(
      `Unexpected --shard ${text}, expected a region of content/regions.json.`,
    );
  }
  return { name: text, includes: ({ regionCode }) => regionCode.startsWith(prefix) };
}

const groups = (regions: readonly Pick<Region, 'code'>[], digits: number): string[] =>
  [...new Set(regions.map(({ code }) => code.slice(0, digits)))].sort(compareText);

function dealtShard(name: string, i: number, n: number, all: readonly string[]): ShardChoice {
  if (i > n)
    throw new CommandLineError(
      `Unexpected --shard ${name}, expected a lot from 1/${n} to ${n}/${n}.`,
    );
  const own = new Set(all.filter((_, at) => at % n === i - 1));
  const digits = all[0]?.length ?? 0;
  return { name, includes: ({ regionCode }) => own.has(regionCode.slice(0, digits)) };
}

/** What a built shard says of itself. */
export interface ShardFile {
  readonly shard: string;
  /** Key of the generator, the shared content, and where the site will stand. */
  readonly common: string;
  readonly parts: readonly { readonly id: string; readonly key: string }[];
  /** Units whose pages are in the shard. */
  readonly units: readonly Pick<UnitPages, 'id' | 'key'>[];
}

/** Where the things of a shard are in its folder. */
export const shardPaths = (folder: string): { file: string; site: string; parts: string } => ({
  file: join(folder, 'shard.json'),
  site: join(folder, 'site'),
  parts: join(folder, 'parts'),
});

/** A built shard with its folder. */
export interface BuiltShard extends ShardFile {
  readonly folder: string;
}

/**
 * The shard in a folder.
 * @throws naming the file when it is not there or no JSON.
 */
export function readShard(folder: string): BuiltShard {
  const { file } = shardPaths(folder);
  try {
    return { ...(parseJson(readFileSync(file, 'utf8'), file) as ShardFile), folder };
  } catch (cause) {
    throw new Error(
      `${file}: Unexpected absence, expected a shard. Build it with npm run build -- --shard.`,
      { cause },
    );
  }
}

/**
 * The parts of shards that make up an archive, in the order of their ids.
 * @throws when the shards come of different generators or contents, or a part or unit is missing or twice
 * there.
 */
export function fitShards(
  shards: readonly BuiltShard[],
  common: string,
  units: readonly { readonly id: string }[],
): { id: string; folder: string }[] {
  const parts = new Map<string, string>();
  const found = new Map<string, string>();
  const once = (map: Map<string, string>, id: string, what: string, folder: string): void => {
    const other = map.get(id);
    if (other !== undefined)
      throw new Error(`${folder}: Unexpected ${what} ${id}, which is in ${other} too. Keep one.`);
    map.set(id, folder);
  };
  for (const shard of shards) {
    const { folder } = shard;
    if (shard.common !== common) {
      throw new Error(
        `${folder}: Unexpected shard of another generator, content or address. Build it again from the same commit, with the same --base and --site.`,
      );
    }
    for (const { id } of shard.parts) once(parts, id, 'part', folder);
    for (const { id } of shard.units) once(found, id, 'unit', folder);
  }
  const missing = units.filter(({ id }) => !found.has(id));
  if (missing[0] !== undefined) {
    throw new Error(
      `Unexpected absence of ${missing.length} units from all shards, ${missing[0].id} first. Build the shard of their region too.`,
    );
  }
  return [...parts]
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, folder]) => ({ id, folder: join(shardPaths(folder).parts, id) }));
}
