import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
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

/**
 * Puts everything that is no page into a site: data files, search index, kept sources, the files by which
 * hosts and programs find their way, and the manifest of it all. What stands as it would be is neither read
 * nor written; what is left of former builds goes. Returns in lines what was done, and which hosts do not
 * take it.
 * @throws when a part is not whole, or a record is lost or there twice.
 */
export async function joinSite(request: SiteJoin, tree: SiteTree): Promise<string[]> {
  const { content, parts, work, common, out, base } = request;
  const joined = archiveOfParts(content, parts);
  const { archive } = joined;
  const data = joinData({ parts, archive, out });
  for (const { path, sha256 } of data) tree.claim(path, sha256);
  await listFormats(out, archive, base);
  await joinTopics(archive, common, work, tree);
  await joinIndex(joined, request, tree);
  await writeOriginals(archive, out, tree);
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
    `${data.length} data files; ${all.length} files listed in ${siteManifestName}`,
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
