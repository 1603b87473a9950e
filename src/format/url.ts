import type { Disclosure } from '../schema/disclosure.ts';

/**
 * Every URL of the site in one place. Paths are permanent and root-relative without the base path;
 * pages put the base before them with {@link withBase}.
 */

/** Path of a unit's page. */
export const unitPath = (unitId: string): string => `/units/${unitId}/`;

/** Path of the page of one unit and year. */
export const unitYearPath = (unitId: string, year: number): string => `/units/${unitId}/${year}/`;

/** What tells the budget and the final accounts of one unit and year apart. */
export type DisclosureKey = Pick<Disclosure, 'unitId' | 'year' | 'kind'>;

/** The last folder of the files of each kind: those of a budget stand beside the page itself. */
export const kindFolders: Readonly<Record<Disclosure['kind'], string>> = {
  budget: '',
  'final-accounts': 'final-accounts/',
};

/** The part of a route that tells the kinds apart; undefined = no part. */
export const kindParameter = (kind: Disclosure['kind']): string | undefined =>
  kindFolders[kind] === '' ? undefined : kindFolders[kind].replace(/\/$/u, '');

/** Path of the folder of a disclosure's own files: record.json, tables, citations, former versions. */
export const disclosureFolder = ({ unitId, year, kind }: DisclosureKey): string =>
  `${unitYearPath(unitId, year)}${kindFolders[kind]}`;

/** Anchor of the final accounts on the page of their unit and year. */
export const finalAccountsAnchor = 'final-accounts';

/** Anchor of the heading of a budget that shares its page with final accounts. */
export const budgetAnchor = 'budget';

/** Anchor of the comparison of budget and final accounts on the page they share. */
export const outcomeAnchor = 'budget-and-outcome';

/** What the anchors of each kind begin with on the page that budget and final accounts share. */
export const anchorPrefixes: Readonly<Record<Disclosure['kind'], string>> = {
  budget: '',
  'final-accounts': `${finalAccountsAnchor}-`,
};

/**
 * Path of a disclosure on the page of its unit and year, or of a part of it by the part's own anchor.
 * @example disclosurePath({ unitId: 'u', year: 2024, kind: 'final-accounts' }, 'findings') // '/units/u/2024/#final-accounts-findings'
 */
export function disclosurePath({ unitId, year, kind }: DisclosureKey, anchor?: string): string {
  const page = unitYearPath(unitId, year);
  if (anchor !== undefined) return `${page}#${anchorPrefixes[kind]}${anchor}`;
  return kind === 'budget' ? page : `${page}#${finalAccountsAnchor}`;
}

/** Path of the page of a former version of a record. */
export const versionPath = (key: DisclosureKey, version: number): string =>
  `${disclosureFolder(key)}v${version}/`;

/** Path of the page with ready-made citations and embeds of a disclosure, its tables and its projects. */
export const citePath = (key: DisclosureKey, anchor?: string): string =>
  `${disclosureFolder(key)}cite/${anchor === undefined ? '' : `#${anchor}`}`;

/** Folder of the documents that other sites may show in a frame; hosts tell it apart by its name. */
export const embedFolder = 'embed';

/**
 * Path of the document other sites show in a frame, with the anchor of one table or project. It names
 * its file, so that it is found on hosts without folders too.
 */
export const embedPath = ({ unitId, year, kind }: DisclosureKey, anchor?: string): string =>
  `/${embedFolder}/${unitId}/${year}/${kindFolders[kind]}index.html${anchor === undefined ? '' : `#${anchor}`}`;

/** Path of a kept source, by its name. */
export const originalPath = (name: string): string => `/originals/${name}`;

/** Path of a region's page. */
export const regionPath = (code: string): string => `/regions/${code}/`;

/** Path of the feed of a province, as Atom or as JSON Feed. */
export const regionFeedPath = (code: string, format: 'xml' | 'json'): string =>
  `${regionPath(code)}feed.${format}`;

/** Path of a functional subject's page. */
export const subjectPath = (code: string): string => `/subjects/${code}/`;

/** Path of an economic class's page. */
export const economicClassPath = (code: string): string => `/economic-classes/${code}/`;

/**
 * Path of a page of a long list: its own path for the beginning, then by place, and by number from 2.
 * @example listPath('/subjects/205/', '140000', 2) // '/subjects/205/140000/2/'
 */
export const listPath = (list: string, regionCode: string | null, page = 1): string =>
  `${list}${regionCode === null ? '' : `${regionCode}/`}${page === 1 ? '' : `${page}/`}`;

/** Path of what the archive holds, of every unit and year. */
export const coveragePath = '/coverage/';

/** Path of a cited policy document's page. */
export const documentPath = (slug: string): string => `/documents/${slug}/`;

/** Path of the cited documents of one year of their numbers, where there are many; null = of no year. */
export const documentYearPath = (year: number | null, page = 1): string =>
  `/documents/years/${year ?? 'none'}/${page === 1 ? '' : `${page}/`}`;

/** Path of a topic's page. */
export const topicPath = (slug: string): string => `/topics/${slug}/`;

/** Path of the projects of a topic as CSV. */
export const topicCsvPath = (slug: string): string => `${topicPath(slug)}topic.csv`;

/** Path of the indicators of a topic's projects as CSV. */
export const topicIndicatorsCsvPath = (slug: string): string => `${topicPath(slug)}indicators.csv`;

/** Path of the workbook of a topic. */
export const topicWorkbookPath = (slug: string): string => `${topicPath(slug)}topic.xlsx`;

/** Path of the feed of a topic, as Atom or as JSON Feed. */
export const topicFeedPath = (slug: string, format: 'xml' | 'json'): string =>
  `${topicPath(slug)}feed.${format}`;

/** Path of the explorer of all projects. */
export const projectsPath = '/projects/';

/** Path of the index of projects of a region and all below it. */
export const regionProjectsPath = (code: string): string => `/projects/${code}/`;

/** Path of the projects of one region and year; a long list goes on on pages 2, 3, …. */
export const regionYearProjectsPath = (code: string, year: number, page = 1): string =>
  `/projects/${code}/${year}/${page === 1 ? '' : `${page}/`}`;

/** Path of a file of the project explorer. */
export const explorerFilePath = (name: string): string => `/projects/data/${name}.json`;

/** Path of the list of the unit-years of one year that can be compared; `place` = of one prefecture. */
export const comparableFilePath = (year: number, place?: string): string =>
  `/compare/units-${year}${place === undefined ? '' : `-${place}`}.json`;

/** Path of the page that compares disclosures; none given = the page that asks for them. */
export const comparePath = (...disclosureIds: readonly string[]): string => {
  const query = disclosureIds.map((id, i) => `${'abcd'.charAt(i)}=${id}`).join('&');
  return query === '' ? '/compare/' : `/compare/?${query}`;
};

/** Path of the results of all checks over the archive. */
export const findingsPath = '/findings/';

/** Path of the page of a check; a long list of results goes on on pages 2, 3, …. */
export const checkPath = (checkId: string, page = 1): string =>
  `${findingsPath}${checkId}/${page === 1 ? '' : `${page}/`}`;

/** Path of a file of the list of findings that can be filtered. */
export const findingsFilePath = (name: string): string => `${findingsPath}data/${name}.json`;

/** Path of the text that tells how documents are checked. */
export const checksTextPath = '/method/checks/';

/** Path of a glossary term. */
export const glossaryPath = (termId?: string): string =>
  termId === undefined ? '/glossary/' : `/glossary/#${termId}`;

/** Path of the search page with a query already typed. */
export const searchPath = (query: string): string => `/search/?q=${encodeURIComponent(query)}`;

/** Anchor of a project on its unit-year page. */
export const projectAnchor = (n: number, slug: string): string => `project-${n}-${slug}`;

/** Anchor of a table on its unit-year page. */
export const tableAnchor = (tableId: string): string => tableId;

/** Anchor of a row of a table on its unit-year page. */
export const rowAnchor = (tableId: string, row: number): string => `${tableId}-r${row}`;

/** Anchor of a cell of a table on its unit-year page; only cells that a finding points at have one. */
export const cellAnchor = (tableId: string, row: number, column: string): string =>
  `${rowAnchor(tableId, row)}-${column}`;

/** Anchor of a number of the explanations on its unit-year page, by its number in the record. */
export const keyFactAnchor = (n: number): string => `key-fact-${n}`;

/** Anchor of an amount of a project's form: of the whole period or the year, by source of money. */
export const formMoneyAnchor = (projectN: number, span: 'whole' | 'year', source: string): string =>
  `project-${projectN}-money-${span}-${source}`;

/** Anchor of an indicator of a project: i-th of the project, from 1. */
export const indicatorAnchor = (projectN: number, i: number): string => `project-${projectN}-i${i}`;

/** Anchor of a finding on its unit-year page: n-th of the page, from 1. */
export const findingAnchor = (n: number): string => `finding-${n}`;

/** Anchor of a correction on its unit-year page. */
export const correctionAnchor = (correctionId: string): string => `correction-${correctionId}`;

/** Anchor of a kept narrative section of a disclosure, from 1. */
export const proseAnchor = (n: number): string => `prose-${n}`;

/** Path and anchor of a project. */
export const projectPath = (key: DisclosureKey, n: number, slug: string): string =>
  disclosurePath(key, projectAnchor(n, slug));

/** Path and anchor of a row of a table. */
export const rowPath = (key: DisclosureKey, tableId: string, row: number): string =>
  disclosurePath(key, rowAnchor(tableId, row));

/** Id of a project in the data files. */
export const projectId = (disclosureId: string, n: number): string => `${disclosureId}-p${n}`;

/**
 * An address of a page with the name of its file, for hosts that serve files alone and no folders.
 * @example nameIndex('/units/?q=1#a') // '/units/index.html?q=1#a'
 */
export const nameIndex = (address: string): string =>
  address.replace(/\/(?=$|[?#])/u, '/index.html');

/** Whether the page shown is of an edition whose links name index.html; never so in a build. */
const namesIndexes = (): boolean =>
  typeof document !== 'undefined' && document.documentElement.dataset['links'] === 'index';

/**
 * A site path under the base the site is built for.
 * @example withBase('/archive/', '/units/') // '/archive/units/'
 */
export function withBase(base: string, path: string): string {
  const address = `${base.replace(/\/$/u, '')}${path}`;
  return namesIndexes() ? nameIndex(address) : address;
}
