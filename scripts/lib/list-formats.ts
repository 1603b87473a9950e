import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArchiveModel } from '../../src/archive/model.ts';
import type { DataPackage } from '../../src/downloads/data-package.ts';
import type { FormatResource } from '../../src/downloads/package-resources.ts';
import { readDataDay } from './data-day.ts';
import { withBase } from '../../src/format/url.ts';
import { escapeXml } from '../../src/format/xml.ts';

/** The place on the page of data where the files are listed once they are there. */
const place = /(<ul class="data-formats">)[\s\S]*?(<\/ul>)/u;

/** Files of one part of the archive, or of all of it. */
const partOf = /^(?:sqlite\/|parts\/|parquet\/.*\/part-)(\d+-\d{4})\b/u;

/**
 * The name of a part for readers: the region its id begins with, and the year.
 * @example partLabel('1411-2024', () => '吕梁市') // '吕梁市 2024 年度'
 */
export function partLabel(part: string, regionName: (code: string) => string | undefined): string {
  const [region = '', year = ''] = part.split('-');
  return `${regionName(region.padEnd(6, '0')) ?? region} ${year} 年度`;
}

const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** The files on the page: each with size and digest, or those of a part together. */
function listItems(
  files: readonly FormatResource[],
  base: string,
  regionName: (code: string) => string | undefined,
): string[] {
  const link = ({ path }: FormatResource, text: string): string =>
    `<a href="${escapeXml(withBase(base, `/data/${path}`))}" download>${escapeXml(text)}</a>`;
  const byPart = Map.groupBy(files, ({ path }) => partOf.exec(path)?.[1] ?? null);
  const shared = (byPart.get(null) ?? []).map(
    (file) =>
      `<li>${link(file, file.path)}，${file.bytes} 字节<br><span class="mono">${file.hash.replace('sha256:', '')}</span></li>`,
  );
  const parts = [...byPart].flatMap(([part, ofPart]) => {
    if (part === null) return [];
    const links = ofPart.map(
      (file) => `${link(file, shortName(file.path))}（${sizeText(file.bytes)}）`,
    );
    return [
      { part, item: `<li>${escapeXml(partLabel(part, regionName))}：${links.join(' · ')}</li>` },
    ];
  });
  parts.sort((a, b) => (a.part < b.part ? -1 : 1));
  return [...shared, ...parts.map(({ item }) => item)];
}

/** What a file is called among those of its part. */
const shortName = (path: string): string =>
  path.startsWith('sqlite/')
    ? 'SQLite'
    : path.replace(/^parquet\/(\w+)\/.*$/u, '$1.parquet').replace(/^parts\/[^/]+\//u, '');

/** What a page says of a CSV file once it is there: its place on the page, named by the file. */
const factsPlace = /(<p class="data-file-facts" data-file="([a-z]+)">)[\s\S]*?(<\/p>)/gu;

/** The page of data with size, digest and date of each CSV file. */
function describeTables(html: string, resources: DataPackage['resources'], day: string | null) {
  const byName = new Map<string, DataPackage['resources'][number]>(
    resources.map((resource) => [resource.name, resource]),
  );
  return html.replace(factsPlace, (_, open: string, name: string, close: string) => {
    const file = byName.get(name);
    if (file === undefined || !('hash' in file))
      throw new Error(`data/index.html: Unexpected file ${name}.csv, expected one that is whole.`);
    const since = day === null ? '' : `，数据截至 <time datetime="${day}">${day}</time>`;
    const digest = file.hash.replace('sha256:', '');
    return `${open}${file.bytes} 字节${since}<br>SHA-256 <span class="mono">${digest}</span>${close}`;
  });
}

/**
 * Tells on the page of data, from the data package of the site, size, digest and date of each CSV file, and
 * lists the files in other formats. Returns the number of these.
 */
export async function listFormats(
  out: string,
  archive: ArchiveModel,
  base: string,
): Promise<number> {
  const text = await readFile(join(out, 'data/datapackage.json'), 'utf8');
  const { resources } = JSON.parse(text) as DataPackage;
  const files = resources.filter((one): one is FormatResource => !('schema' in one));
  const page = join(out, 'data/index.html');
  const html = await readFile(page, 'utf8');
  if (!place.test(html))
    throw new Error('data/index.html: Unexpected page without a place for the list of files.');
  const items = listItems(files, base, (code) => archive.region(code)?.region.name);
  const told = describeTables(html, resources, readDataDay(archive)).replace(
    place,
    (_, open: string, close: string) => open + items.join('') + close,
  );
  if (told !== html) await writeFile(page, told);
  return files.length;
}
