import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ArchiveModel } from '../../src/archive/model.ts';
import { joinData } from '../../src/downloads/join-data.ts';
import { writeTopicFiles } from '../../src/downloads/write-topic-files.ts';
import { writeTopicWorkbooks } from '../../src/downloads/write-topic-workbooks.ts';
import { topicCsvPath, topicIndicatorsCsvPath, topicWorkbookPath } from '../../src/format/url.ts';
import { manifestText, siteManifestName } from './checksum-manifest.ts';
import { writeDiscoveryFiles } from './discovery-files.ts';
import { hostReport } from './host-limits.ts';
import { writeHostFiles } from './host-files.ts';
import { listFormats } from './list-formats.ts';
import { joinSearch } from './join-search.ts';
import { madeAnew, type SiteTree } from './pages/site-tree.ts';
import { archiveOfParts } from './parts/archive-of-parts.ts';
import { readSyllables } from './read-syllables.ts';
import { closeEngine } from './search-engine-files.ts';
import { writeOriginals } from './write-originals.ts';

/** What is joined to the pages of a site. */
export interface SiteJoin {
  readonly content: string;
  /** Folders of the parts, in the order of their ids. */
  readonly parts: readonly string[];
  /** Folder for what is made on the way. */
  readonly work: string;
  /** Folder of the site, with its pages. */
  readonly out: string;
  readonly base: string;
  /** Public address of the host; undefined = not known. */
  readonly site: string | undefined;
}

/**
 * Puts everything that is no page into a site: data files, search index, kept sources, the files by which
 * hosts and programs find their way, and the manifest of it all. What is left of former builds goes.
 * Returns in lines what was done, and which hosts do not take it.
 * @throws when a part is not whole, or a record is lost or there twice.
 */
export async function joinSite(request: SiteJoin, tree: SiteTree): Promise<string[]> {
  const { content, parts, out, base, site } = request;
  const archive = archiveOfParts(content, parts);
  const data = joinData({ parts, archive, out });
  for (const { path, sha256 } of data) tree.claim(path, sha256);
  await joinTopics(archive, request, tree);
  await listFormats(out, archive, base);
  await joinIndex(archive, request, tree);
  await writeOriginals(archive, tree);
  tree.prune();
  await writeHostFiles(out, base);
  for (const file of ['_headers', '.nojekyll']) tree.claim(file);
  for (const file of await writeDiscoveryFiles(out, base, site, archive.config, tree.claimed()))
    tree.claim(file);
  const files = tree.finish();
  await writeFile(join(out, siteManifestName), manifestText(files));
  return [
    `${data.length} data files; ${files.length} files listed in ${siteManifestName}`,
    ...hostReport(files),
  ];
}

async function joinIndex(
  archive: ArchiveModel,
  { parts, work }: SiteJoin,
  tree: SiteTree,
): Promise<void> {
  const made = join(work, 'search');
  try {
    const built = parts.map((folder) => ({ id: basename(folder), folder }));
    await joinSearch(built, archive, made, readSyllables);
  } finally {
    await closeEngine();
  }
  tree.take(made, () => madeAnew);
}

async function joinTopics(archive: ArchiveModel, { out }: SiteJoin, tree: SiteTree): Promise<void> {
  writeTopicFiles(archive, out);
  await writeTopicWorkbooks(archive, out);
  for (const { topic } of archive.topics)
    for (const path of [topicCsvPath, topicIndicatorsCsvPath, topicWorkbookPath])
      tree.claim(path(topic.slug).slice(1));
}
