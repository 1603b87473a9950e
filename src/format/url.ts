/**
 * Every URL of the site in one place. Paths are permanent and root-relative without the base path;
 * pages put the base before them with {@link withBase}.
 */

/** Path of a unit's page. */
export const unitPath = (unitId: string): string => `/units/${unitId}/`;

/** Path of the page of one unit and year. */
export const unitYearPath = (unitId: string, year: number): string => `/units/${unitId}/${year}/`;

/** Path of the page of a former version of a record. */
export const versionPath = (unitId: string, year: number, version: number): string =>
  `${unitYearPath(unitId, year)}v${version}/`;

/** Path of a region's page. */
export const regionPath = (code: string): string => `/regions/${code}/`;

/** Path of a functional subject's page. */
export const subjectPath = (code: string): string => `/subjects/${code}/`;

/** Path of an economic class's page. */
export const economicClassPath = (code: string): string => `/economic-classes/${code}/`;

/** Path of a cited policy document's page. */
export const documentPath = (slug: string): string => `/documents/${slug}/`;

/** Path of a topic's page. */
export const topicPath = (slug: string): string => `/topics/${slug}/`;

/** Path of the projects of a topic as CSV. */
export const topicCsvPath = (slug: string): string => `${topicPath(slug)}topic.csv`;

/** Path of the indicators of a topic's projects as CSV. */
export const topicIndicatorsCsvPath = (slug: string): string => `${topicPath(slug)}indicators.csv`;

/** Path of the explorer of all projects. */
export const projectsPath = '/projects/';

/** Path of the index of projects of a region and all below it. */
export const regionProjectsPath = (code: string): string => `/projects/${code}/`;

/** Path of the projects of one region and year; a long list goes on on pages 2, 3, …. */
export const regionYearProjectsPath = (code: string, year: number, page = 1): string =>
  `/projects/${code}/${year}/${page === 1 ? '' : `${page}/`}`;

/** Path of a file of the project explorer. */
export const explorerFilePath = (name: string): string => `/projects/data/${name}.json`;

/** Path of the list of the unit-years of one year that can be compared. */
export const comparableFilePath = (year: number): string => `/compare/units-${year}.json`;

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
export const projectPath = (unitId: string, year: number, n: number, slug: string): string =>
  `${unitYearPath(unitId, year)}#${projectAnchor(n, slug)}`;

/** Path and anchor of a row of a table. */
export const rowPath = (unitId: string, year: number, tableId: string, row: number): string =>
  `${unitYearPath(unitId, year)}#${rowAnchor(tableId, row)}`;

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
