import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFolder } from '../../src/archive/list-folder.ts';
import { isDividedInto, partEntities } from '../../src/archive/search-parts.ts';
import type { EntityRecord } from '../../src/format/search-record.ts';
import { searchFolder } from './open-part-search.ts';
import { keyOf } from './parts/build-keys.ts';
import { writeEngineProgram } from './search-engine-files.ts';
import type { SearchPlace } from './search-place.ts';
import { writeSearchPart } from './write-search-part.ts';

/** A built part: its id and its folder, in which the index is the folder `search`. */
export interface BuiltPart {
  readonly id: string;
  readonly folder: string;
}

/** What stands above unit-years: units, subjects and documents, and how their names are read. */
export interface NameSource {
  readonly entities: Iterable<EntityRecord>;
  readonly readSyllables: (chinese: string) => readonly string[];
}

const keyFile = 'key';
const engineFolder = 'engine';

/** Lets a folder be made unless it was made with the same key. */
async function keep(
  folder: string,
  key: string,
  make: (folder: string) => Promise<unknown>,
): Promise<void> {
  const file = join(folder, keyFile);
  try {
    if (readFileSync(file, 'utf8') === key) return;
  } catch {
    // Nothing was kept there.
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await make(folder);
  writeFileSync(file, key);
}

/**
 * The index of units, subjects and documents in parts of their own, those written again whose entities are
 * others than last time. `ids` are those of the parts with records.
 */
export async function keepNames(
  ids: readonly string[],
  { entities, readSyllables }: NameSource,
  { kept, program }: SearchPlace,
): Promise<BuiltPart[]> {
  const isDivided = isDividedInto(ids);
  const parts = partEntities(entities, ids);
  mkdirSync(kept, { recursive: true });
  for (const name of readdirSync(kept)) {
    if (name !== engineFolder && !parts.has(name)) rmSync(join(kept, name), { recursive: true });
  }
  const built: BuiltPart[] = [];
  for (const [id, records] of parts) {
    const folder = join(kept, id);
    const part = { records, directory: [], readSyllables, isDivided };
    await keep(folder, keyOf(program, isDivided, records), async () =>
      writeSearchPart(part, join(folder, searchFolder)),
    );
    built.push({ id, folder });
  }
  return built;
}

/** Puts the engine's program into an index. */
export async function putEngine(place: SearchPlace): Promise<void> {
  const folder = join(place.kept, engineFolder);
  const key = keyOf(place.program);
  await keep(folder, key, async () => writeEngineProgram(join(folder, 'site')));
  for (const path of listFolder(join(folder, 'site')))
    place.write(path, readFileSync(join(folder, 'site', path)));
}
