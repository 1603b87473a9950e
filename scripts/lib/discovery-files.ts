import { compareText } from '../../src/archive/order.ts';
import { escapeXml } from '../../src/format/xml.ts';
import { embedFolder, withBase } from '../../src/format/url.ts';
import type { ArchiveConfig } from '../../src/schema/archive-config.ts';

/** Most addresses a sitemap may hold. Basis: the protocol of sitemaps.org. */
export const sitemapLimit = 50_000;

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

const sitemapText = (addresses: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<urlset xmlns="${namespace}">`,
    ...addresses.map((address) => `  <url><loc>${escapeXml(address)}</loc></url>`),
    '</urlset>',
    '',
  ].join('\n');

/**
 * Sitemaps over addresses, by file name: sitemap.xml alone, or as the index of sitemap-1.xml, … where
 * one cannot hold them all. `sitemapAddress` is the address of a file of the site.
 */
export function sitemaps(
  addresses: readonly string[],
  sitemapAddress: (file: string) => string,
  limit = sitemapLimit,
): Map<string, string> {
  if (addresses.length <= limit) return new Map([['sitemap.xml', sitemapText(addresses)]]);
  const files = new Map<string, string>();
  for (let i = 0; i * limit < addresses.length; i += 1) {
    files.set(`sitemap-${i + 1}.xml`, sitemapText(addresses.slice(i * limit, (i + 1) * limit)));
  }
  const index = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<sitemapindex xmlns="${namespace}">`,
    ...Array.from(
      files.keys(),
      (file) => `  <sitemap><loc>${escapeXml(sitemapAddress(file))}</loc></sitemap>`,
    ),
    '</sitemapindex>',
    '',
  ].join('\n');
  return files.set('sitemap.xml', index);
}

/** robots.txt: everything is open; the sitemap is named where its address is known. */
export const robotsText = (sitemapAddress: string | null): string =>
  `User-agent: *\nAllow: /\n${sitemapAddress === null ? '' : `Sitemap: ${sitemapAddress}\n`}`;

/** llms.txt: what the archive is and where its data are, for programs that read for people. */
export function llmsText(
  address: (path: string) => string,
  config: Pick<ArchiveConfig, 'title' | 'description' | 'publisher'>,
): string {
  const line = (title: string, path: string, what: string): string =>
    `- [${title}](${address(path)}): ${what}`;
  return [
    `# ${config.title}`,
    '',
    '> Published budgets of Chinese public units as checked data: one page per unit and year, every figure traceable to its line in the source.',
    '',
    config.description,
    '',
    ...(config.publisher === null ? [] : [`Published by ${config.publisher}.`, '']),
    'Amounts in data files are exact decimal numbers in 元. An empty field means that the document prints nothing there, which is not zero. The budget of a department contains the budgets of its units: never add the two. Cite the page address, the record id and the SHA-256 of the source file.',
    '',
    '## Data',
    line(
      'Data package',
      '/data/datapackage.json',
      'all CSV files with the meaning of every column',
    ),
    line('Data', '/data/', 'the same for people, in Chinese'),
    line('Feed', '/feed.json', 'what was added or replaced last'),
    '',
    '## Pages',
    line('Regions', '/regions/', 'every region with its units and years'),
    line(
      'Units',
      '/units/',
      'every unit; each unit-year page has record.json, tables.csv and ready-made citations (cite/) beside it',
    ),
    line(
      'Topics',
      '/topics/',
      'one question across all places; beside each page topic.csv, indicators.csv, topic.xlsx, feed.xml and feed.json',
    ),
    line('Subjects', '/subjects/', 'functional subjects with every unit-year that spends there'),
    line('Method', '/method/', 'how figures are read, checked and corrected, in Chinese'),
    line('Glossary', '/glossary/', 'budget terms, in Chinese'),
    '',
  ].join('\n');
}

/** Pages that ask not to be listed by where they stand: embeds and citations. */
const unlisted = new RegExp(`^${embedFolder}/|^units/.*/cite/index\\.html$`, 'u');

/** What the files by which programs find their way are made from. */
export interface DiscoverySource {
  readonly base: string;
  /** Public address of the host; undefined = not known. */
  readonly site: string | undefined;
  readonly config: ArchiveConfig;
  /** Paths of the site's files. */
  readonly listed: readonly string[];
  /** Addresses below the base that lead elsewhere, or say why they are empty. */
  readonly moved: readonly string[];
}

/**
 * robots.txt and llms.txt of a site by path, and its sitemap where the public address of the site is known:
 * a sitemap holds full addresses only. Pages that ask not to be listed are not in it.
 */
export function discoveryFiles(source: DiscoverySource): ReadonlyMap<string, string> {
  const { base, site, config, listed, moved } = source;
  const address = (path: string): string => {
    const full = withBase(base, path);
    return site === undefined ? full : new URL(full, site).href;
  };
  const llms = ['llms.txt', llmsText(address, config)] as const;
  if (site === undefined) return new Map([llms, ['robots.txt', robotsText(null)]]);
  const left = new Set(moved);
  const pages = listed
    .filter((file) => file.endsWith('index.html') && !unlisted.test(file))
    .sort(compareText)
    .map((file) => `/${file.replace(/index\.html$/u, '')}`)
    .filter((path) => !left.has(path));
  return new Map([
    llms,
    ...sitemaps(pages.map(address), (file) => address(`/${file}`)),
    ['robots.txt', robotsText(address('/sitemap.xml'))],
  ]);
}
