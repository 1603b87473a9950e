import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { listFolder } from '../../../src/archive/list-folder.ts';
import { compareText } from '../../../src/archive/order.ts';
import type { FileDigest } from '../checksum-manifest.ts';

/** A file of the site as it was when a build ended. */
type Known = readonly [sha256: string, bytes: number, modified: number];

/** Files that were made together, out of what a key tells. */
interface Group {
  readonly key: string;
  readonly files: Readonly<Record<string, Known>>;
}

/** What a build leaves for the next one. */
interface State {
  readonly out: string;
  readonly groups: Readonly<Record<string, Group>>;
}

/**
 * The folder of a built site, brought up to date file by file: what is as it was stays untouched, what
 * nobody claims is removed. Each file belongs to one group; a group whose key is the same may be kept.
 */
export interface SiteTree {
  /** Keys of the groups whose files all stand as the last build left them, by the name of the group. */
  readonly intact: Readonly<Record<string, string>>;
  /** Claims the files of an intact group as they stand. @throws when the group is not intact. */
  keep(group: string): void;
  /** Moves all files below a folder into the site; `groupOf` tells the group and its key. */
  take(folder: string, groupOf: GroupOf): void;
  /** Takes files whose digests are known: those not yet in the site are moved there from a folder, which goes. */
  takeKnown(folder: string, files: readonly KnownFile[]): void;
  /** Copies all files below a folder into the site. */
  copy(folder: string, groupOf: GroupOf): void;
  /** Writes a file of the group of things made anew in each build. */
  write(path: string, bytes: string | Uint8Array): void;
  /** Claims a file that somebody else has just written into the site; its digest where it is known. */
  claim(path: string, sha256?: string): void;
  /** Paths of the files claimed until now. */
  claimed(): string[];
  /**
   * Looks ahead for {@link SiteTree.finish}, while others are at work: what comes to stand in the site from
   * now on must be claimed.
   */
  survey(): void;
  /**
   * Removes what nobody claimed, keeps the state for the next build, and tells the files, by path. A file that was changed after it was claimed counts as it now is, but for those of
   * groups that were kept.
   */
  finish(): FileDigest[];
}

/** A group as a file names it. */
export interface GroupName {
  readonly name: string;
  readonly key: string;
}

/** Group and key of a file by its path in the site. */
export type GroupOf = (path: string) => GroupName;

/** A file whose digest is known. */
export interface KnownFile {
  /** Its path in the folder, and in the site. */
  readonly path: string;
  readonly sha256: string;
  /** Whether it stands in the site already. */
  readonly placed: boolean;
  readonly group: GroupName;
}

/** The group of files that are made anew in each build. */
const always = '';

/** Name and key of that group. */
export const madeAnew = { name: always, key: always } as const;

function readState(file: string, out: string): State {
  const none = { out, groups: {} };
  if (!existsSync(file)) return none;
  try {
    const state = JSON.parse(readFileSync(file, 'utf8')) as State;
    return state.out === out ? state : none;
  } catch {
    return none;
  }
}

const sha256Of = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** A file as it stands; undefined = it does not. */
function statOf(path: string): { bytes: number; modified: number } | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? { bytes: stats.size, modified: stats.mtimeMs } : undefined;
}

const stands = (path: string, [, bytes, modified]: Known): boolean => {
  const now = statOf(path);
  return now?.bytes === bytes && now.modified === modified;
};

/** Groups whose files are looked at before others may go on: the processes that build at the same time. */
const groupsAtOnce = 500;

/** Keys of those groups whose files all stand as they are known, by the name of the group. */
async function intactGroups({ out, groups }: State): Promise<Record<string, string>> {
  const intact: Record<string, string> = {};
  for (const [i, [name, { key, files }]] of Object.entries(groups).entries()) {
    if (i % groupsAtOnce === 0) await setImmediate();
    if (Object.entries(files).every(([path, known]) => stands(join(out, path), known)))
      intact[name] = key;
  }
  return intact;
}

/** Opens the folder `out`; `stateFile` is where the last build left what it knew of it. */
export async function openSiteTree(out: string, stateFile: string): Promise<SiteTree> {
  const former = readState(stateFile, out);
  const intact = await intactGroups(former);
  const formerFiles = new Map(
    Object.values(former.groups).flatMap(({ files }) => Object.entries(files)),
  );
  const groups: Record<string, { key: string; files: Record<string, Known> }> = {};
  const kept = new Set<string>();
  /** Paths of all files that stood in the site when it was surveyed; undefined = it was not. */
  let standing: readonly string[] | undefined;
  const claimed = new Set<string>();
  const claimOnce = (path: string): void => {
    if (claimed.has(path))
      throw new Error(
        `/${path.replace(/index\.html$/u, '')}: Unexpected second page or file, expected one. An address that a register lists as moved or taken down must not be given to anything else.`,
      );
    claimed.add(path);
  };
  const note = (name: string, key: string, path: string, sha256: string): void => {
    const now = statOf(join(out, path));
    if (now === undefined) throw new Error(`${path}: Unexpected absence in the built site.`);
    claimOnce(path);
    const group = (groups[name] ??= { key, files: {} });
    group.files[path] = [sha256, now.bytes, now.modified];
  };
  /** Whether a file of the site already holds what it shall. */
  const holds = (path: string, sha256: string): boolean => {
    const known = formerFiles.get(path);
    return known?.[0] === sha256 && stands(join(out, path), known);
  };
  const bring = (
    folder: string,
    groupOf: GroupOf,
    put: (from: string, to: string) => void,
  ): void => {
    for (const path of listFolder(folder, true)) {
      const sha256 = sha256Of(readFileSync(join(folder, path)));
      if (!holds(path, sha256)) put(join(folder, path), place(path));
      const { name, key } = groupOf(path);
      note(name, key, path, sha256);
    }
  };
  const claim = (path: string, sha256?: string): void =>
    note(always, always, path, sha256 ?? sha256Of(readFileSync(join(out, path))));
  const place = (path: string): string => {
    const target = join(out, path);
    mkdirSync(dirname(target), { recursive: true });
    return target;
  };
  return {
    intact,
    keep: (name) => {
      const group = former.groups[name];
      if (group === undefined || !(name in intact))
        throw new Error(`Unexpected group ${name}, expected one whose files stand.`);
      for (const path of Object.keys(group.files)) claimOnce(path);
      kept.add(name);
      groups[name] = { key: group.key, files: { ...group.files } };
    },
    take: (folder, groupOf) => {
      bring(folder, groupOf, move);
      rmSync(folder, { recursive: true, force: true });
    },
    takeKnown: (folder, files) => {
      for (const { path, sha256, placed, group } of files) {
        if (!placed && !holds(path, sha256)) move(join(folder, path), place(path));
        note(group.name, group.key, path, sha256);
      }
      rmSync(folder, { recursive: true, force: true });
    },
    copy: (folder, groupOf) => {
      bring(folder, groupOf, copyFileSync);
    },
    write: (path, bytes) => {
      const sha256 = sha256Of(bytes);
      if (!holds(path, sha256)) writeFileSync(place(path), bytes);
      note(always, always, path, sha256);
    },
    claim,
    claimed: () => [...claimed],
    survey: () => {
      standing = filesIn(out);
    },
    finish: () => {
      removeOthers(out, standing ?? filesIn(out), claimed);
      for (const [name, { files }] of Object.entries(groups))
        if (!kept.has(name)) refresh(out, files);
      mkdirSync(dirname(stateFile), { recursive: true });
      writeFileSync(stateFile, JSON.stringify({ out, groups } satisfies State));
      return Object.values(groups)
        .flatMap(({ files }) => Object.entries(files))
        .map(([path, [sha256, bytes]]) => ({ path, sha256, bytes }))
        .sort((a, b) => compareText(a.path, b.path));
    },
  };
}

/** Brings what is known of files up to date with those that were changed since. */
function refresh(out: string, files: Record<string, Known>): void {
  for (const [path, known] of Object.entries(files)) {
    const file = join(out, path);
    if (stands(file, known)) continue;
    const now = statOf(file);
    if (now === undefined) throw new Error(`${path}: Unexpected absence in the built site.`);
    files[path] = [sha256Of(readFileSync(file)), now.bytes, now.modified];
  }
}

/** Moves a file, also to another disk. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    copyFileSync(from, to);
  }
}

/** Paths of all files of the site. */
const filesIn = (out: string): string[] => (existsSync(out) ? listFolder(out, true) : []);

/** Removes those files nobody claimed, if they are still there, and the folders that become empty. */
function removeOthers(
  out: string,
  standing: readonly string[],
  claimed: ReadonlySet<string>,
): void {
  const folders = new Set<string>();
  for (const path of standing) {
    if (claimed.has(path)) continue;
    rmSync(join(out, path), { force: true });
    folders.add(dirname(path));
  }
  for (const folder of folders) removeEmpty(out, folder);
}

/** Removes a folder and those above it, as far as nothing is left in them. */
function removeEmpty(out: string, folder: string): void {
  for (let path = folder; path !== '.'; path = dirname(path)) {
    try {
      rmdirSync(join(out, path));
    } catch {
      return;
    }
  }
}
