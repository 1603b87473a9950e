import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ArchiveModel } from '../../src/archive/model.ts';
import { movedAddresses, readMovedPages } from '../../src/archive/read-moved-pages.ts';
import { copyIfChanged } from '../../src/downloads/copy-if-changed.ts';
import { joinData } from '../../src/downloads/join-data.ts';
import { manifestText, siteManifestName } from './checksum-manifest.ts';
import { discoveryFiles } from './discovery-files.ts';
import { hostReport } from './host-limits.ts';
import { hostFiles } from './host-files.ts';
import { listFormats } from './list-formats.ts';
import { joinSearch, type SearchedArchive } from './join-search.ts';
import { joinTopics } from './join-topics.ts';
import type { SiteTree } from './pages/site-tree.ts';
import { archiveOfParts } from './parts/archive-of-parts.ts';
import { readSyllables } from './read-syllables.ts';
import { closeEngine } from './search-engine-files.ts';
import type { SearchPlace } from './search-place.ts';
import { writeOriginals } from './write-originals.ts';

/** What is joined to the pages of a site. */
export interface SiteJoin {
  readonly content: string;
  /** Folders of the parts, in the order of their ids. */
  readonly parts: readonly string[];
  /** Folder for what is made on the way, and kept for the next time. */
  readonly work: string;
  /** Key of everything that all pages are made with. */
  readonly common: string;
  /** Folder of the site, with its pages. */
  readonly out: string;
  readonly base: string;
  /** Public address of the host; undefined = not known. */
  readonly site: string | undefined;
}

/** What does not depend on the pages of a site. */
export interface JoinedParts {
  readonly archive: ArchiveModel;
  /** How many data files there are. */
  readonly dataFiles: number;
}

/**
 * Puts everything that is no page into a site, see {@link joinParts} and {@link finishSite}.
 * @throws when a part is not whole, or a record is lost or there twice.
 */
export const joinSite = async (request: SiteJoin, tree: SiteTree): Promise<string[]> =>
  finishSite(request, await joinParts(request, tree), tree);

/**
 * Puts into a site what does not depend on its pages: data files, the tables of topics, search index and
 * kept sources. What stands as it would be is neither read nor written.
 * @throws when a part is not whole, or a record is lost or there twice.
 */
export async function joinParts(request: SiteJoin, tree: SiteTree): Promise<JoinedParts> {
  const { content, parts, work, common, out } = request;
  const joined = archiveOfParts(content, parts);
  const { archive } = joined;
  // Processes that have come to be ready are handed their tasks in between.
  await setImmediate();
  const data = joinData({ parts, archive, out });
  await setImmediate();
  for (const { path, sha256 } of data) tree.claim(path, sha256);
  await joinTopics(archive, common, work, tree);
  await joinIndex(joined, request, tree);
  await writeOriginals(archive, out, tree);
  return { archive, dataFiles: data.length };
}

/**
 * Completes a site whose pages are there: the list of data files on their page, the files by which hosts and
 * programs find their way, and the manifest of it all; what is left of former builds goes. Returns in lines
 * what was done, and which hosts do not take it.
 */
export async function finishSite(
  request: SiteJoin,
  { archive, dataFiles }: JoinedParts,
  tree: SiteTree,
): Promise<string[]> {
  const { content, out, base } = request;
  await listFormats(out, archive, base);
  const listed = tree.claimed();
  const moved = movedAddresses(readMovedPages(content));
  const files = [
    ...hostFiles(base, listed),
    ...discoveryFiles({ ...request, config: archive.config, listed, moved }),
  ];
  for (const [path, text] of files) tree.write(path, text);
  const all = tree.finish();
  writeFileSync(join(out, siteManifestName), manifestText(all));
  return [
    `${dataFiles} data files; ${all.length} files listed in ${siteManifestName}`,
    ...hostReport(all),
  ];
}

async function joinIndex(
  searched: SearchedArchive,
  { parts, work, common, out }: SiteJoin,
  tree: SiteTree,
): Promise<void> {
  const pathOf = (path: string): string => `pagefind/${path}`;
  const place: SearchPlace = {
    copy: (path, from, sha256) => {
      copyIfChanged(from, join(out, pathOf(path)));
      tree.claim(pathOf(path), sha256);
    },
    write: (path, bytes) => tree.write(pathOf(path), bytes),
    kept: join(work, 'search'),
    program: common,
  };
  try {
    const built = parts.map((folder) => ({ id: basename(folder), folder }));
    await joinSearch(built, searched, place, readSyllables);
  } finally {
    await closeEngine();
  }
}
