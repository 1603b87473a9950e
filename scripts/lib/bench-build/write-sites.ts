import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  importOf,
  lightCollection,
  lightPage,
  recordComponent,
  slicedPage,
  wholeCollection,
  wholePage,
} from './astro-template.ts';
import { hugoConfiguration, hugoTemplate } from './hugo-template.ts';
import type { ContestantName } from './measurement.ts';
import { listFiles } from './output-size.ts';
import type { SynthArchive } from './synth-archive.ts';

/** Writes files into a folder of their own, in place of what was there. */
function writeSite(folder: string, files: Iterable<readonly [path: string, text: string]>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

const astroFiles = (
  collection: string,
  page: string,
): (readonly [path: string, text: string])[] => [
  ['astro.config.mjs', "export default { output: 'static', devToolbar: { enabled: false } };\n"],
  ['src/content.config.mjs', collection],
  ['src/components/Record.astro', recordComponent],
  ['src/pages/[id].astro', page],
];

/** Writes the bare Astro site of a folder of records: each is read when its page is rendered. */
export const writeFloorSite = (folder: string, records: string): void =>
  writeSite(folder, astroFiles(lightCollection(records), lightPage));

/**
 * So many whole records go into a collection: Astro keeps it as one text, which with 10,000 records of this
 * size is longer than a text may be ("Invalid string length"). Basis: V8 allows 2^29 characters.
 */
const mostWhole = 5000;

/**
 * Pages of so many records are indexed at once by Pagefind as shipped. Basis: it takes some 8 MB of memory for
 * each record, with all its pages.
 */
const mostIndexed = 1000;

/** Share of the records that a contestant is run with: one of one, one of two, … */
export function shareOf(contestant: ContestantName, size: number): number {
  const most = { naive: mostWhole, usual: mostIndexed }[contestant as string] ?? size;
  return 1 / Math.ceil(size / most);
}

/**
 * Writes the Astro site that holds records of a folder whole in a collection: a share of them, taken
 * evenly, and put beside the site.
 */
export function writeNaiveSite(folder: string, records: string, share: number): void {
  const own = join(folder, 'records');
  writeSite(folder, astroFiles(wholeCollection(own), wholePage));
  copyEvenly(records, own, Math.round(1 / share));
}

/** Copies the first of every so many records of a folder into another. */
function copyEvenly(records: string, own: string, step: number): void {
  for (const [i, file] of listFiles(records).sort().entries()) {
    if (i % step > 0) continue;
    mkdirSync(dirname(join(own, file)), { recursive: true });
    copyFileSync(join(records, file), join(own, file));
  }
}

/**
 * Writes the site of this generator, with the first of every `step` records of an archive, as Astro alone
 * builds it: its own pages and configuration, and the content folder of the archive.
 */
export function writeUsualSite(
  folder: string,
  generator: string,
  archive: SynthArchive,
  step: number,
): void {
  const place = (name: string): string => JSON.stringify(join(generator, name));
  const configuration = `${importOf('configuration', pathToFileURL(join(generator, 'astro.config.mjs')).href)}
export default { ...configuration, srcDir: ${place('src')}, publicDir: ${place('public')} };
`;
  writeSite(folder, [['astro.config.mjs', configuration]]);
  const own = join(folder, 'content/disclosures');
  cpSync(join(archive.root, 'content'), join(folder, 'content'), {
    recursive: true,
    filter: (path) => path !== archive.records,
  });
  copyEvenly(archive.records, own, step);
}

/** Writes the pages of the bare Astro site as our build renders them, process by process. */
export const writeTemplate = (folder: string): void =>
  writeSite(folder, [
    ['astro.config.mjs', "export default { output: 'static', devToolbar: { enabled: false } };\n"],
    ['src/components/Record.astro', recordComponent],
    ['src/pages/[id].astro', slicedPage],
    ['public/.gitkeep', ''],
  ]);

/** Writes the Hugo site of a folder of records, each the front matter of a file of content. */
export const writeHugoSite = (folder: string, records: string): void =>
  writeSite(folder, hugoFiles(records));

function* hugoFiles(records: string): Generator<readonly [path: string, text: string]> {
  yield ['config.json', JSON.stringify(hugoConfiguration)];
  yield ['layouts/_default/single.html', hugoTemplate];
  for (const file of listFiles(records)) {
    const record: unknown = JSON.parse(readFileSync(join(records, file), 'utf8'));
    const name = file.slice(0, -'.json'.length).replaceAll('/', '-');
    yield [`content/${name}.md`, `${JSON.stringify({ title: name, record }, null, 1)}\n`];
  }
}
