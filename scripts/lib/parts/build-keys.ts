import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { listFolder } from '../../../src/archive/list-folder.ts';
import { pushTo } from '../../../src/archive/order.ts';
import { readPublishedDays } from '../../../src/archive/published-urls.ts';
import type { FileDigests } from './file-digests.ts';

/** Short digest of values: the same values, the same key. */
export const keyOf = (...values: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 32);

/** Folders of the generator that a build is made by: code, and the texts that pages are bundled with. */
const codeFolders = ['src', 'scripts', 'public', 'content/pages'];

/** Files of the generator that a build is made by; code imports those of content/. */
const codeFiles = [
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'content/data-columns.json',
  'content/glossary.json',
];

/** Paths of the files of the generator that a build is made by. */
export const listCodeFiles = (generator: string): string[] => [
  ...codeFolders.flatMap((folder) =>
    listFolder(join(generator, folder))
      .map((file) => `${folder}/${file}`)
      .filter((file) => !file.startsWith('public/originals/')),
  ),
  ...codeFiles,
];

/** Key of the generator: its code, the versions it is locked to, and the Node it runs on. */
export const codeKey = (generator: string, digests: FileDigests): string =>
  keyOf(
    process.version,
    listCodeFiles(generator).map((file) => [file, digests.digest(join(generator, file))]),
  );

/** What the files of a content folder say, for whoever depends on some of them. */
export interface ContentKeys {
  /** All files that belong to no unit, but the register of units and the register of addresses. */
  readonly common: string;
  /** The files of one unit and its entry in the register of units; other units leave it as it is. */
  unit(id: string): string;
}

/** A file that belongs to one unit, such as corrections/140602/140602-caizhengju/2024-budget.json. */
const unitFile = /^[\w-]+\/\d{6}\/([^/]+)\//u;

/** Files that change with every document and say nothing to other units' pages. */
const setApart = new Set(['units.json', 'published-urls.txt']);

/** What the keys of a content folder are made from. */
export interface ContentFiles {
  readonly content: string;
  /** All files below it. */
  readonly files: readonly string[];
  readonly digests: FileDigests;
}

/**
 * Keys of a content folder; drafts are no part of an archive.
 * `units` is the register of units: an entry counts for its unit and those it includes, and who includes
 * whom for all.
 */
export function contentKeys(
  { content, files, digests }: ContentFiles,
  units: readonly { readonly id: string; readonly includedIn: string | null }[],
): ContentKeys {
  const common: unknown[] = [];
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const own = new Map<string, unknown[]>(
    units.map((unit) => [unit.id, [unit, byId.get(unit.includedIn ?? '') ?? null]]),
  );
  for (const file of files) {
    if (file.startsWith('drafts/') || setApart.has(file)) continue;
    const line = [file, digests.digest(join(content, file))];
    const unit = unitFile.exec(file)?.[1];
    if (unit === undefined) common.push(line);
    else pushTo(own, unit, line);
  }
  for (const [path, day] of readPublishedDays(content)) {
    const unit = /^\/units\/([^/]+)\//u.exec(path)?.[1];
    own.get(unit ?? '')?.push([path, day]);
  }
  const inclusions = units.flatMap(({ id, includedIn }) =>
    includedIn === null ? [] : [[id, includedIn]],
  );
  const commonKey = keyOf(common, inclusions);
  return { common: commonKey, unit: (id) => keyOf(own.get(id) ?? []) };
}
