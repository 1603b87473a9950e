import { citedDisclosure, citedPart, type CitedWork } from '../format/cited-work.ts';
import {
  anchorPrefixes,
  disclosurePath,
  projectAnchor,
  projectId,
  tableAnchor,
  withBase,
} from '../format/url.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { UnitYear } from './model.ts';
import { readPublishedDays } from './published-urls.ts';
import { readArchiveConfig } from './read-archive-config.ts';
import { readVersions } from './read-versions.ts';

/** A disclosure with its projects and tables, each as a work to cite. */
export interface CitedWorks {
  readonly whole: CitedWork;
  readonly projects: readonly CitedWork[];
  readonly tables: readonly CitedWork[];
}

const days = new Map<string, ReadonlyMap<string, string>>();
const titles = new Map<string, string>();

/** Name of the archive of a content folder, read once a build. */
function archiveTitle(contentDirectory: string): string {
  const known = titles.get(contentDirectory) ?? readArchiveConfig(contentDirectory).title;
  titles.set(contentDirectory, known);
  return known;
}

/** The days of the registry of a content folder, read once a build. */
function publishedDays(contentDirectory: string): ReadonlyMap<string, string> {
  const known = days.get(contentDirectory) ?? readPublishedDays(contentDirectory);
  days.set(contentDirectory, known);
  return known;
}

/**
 * How a disclosure and its parts are cited. Projects in their order, tables in the order of the document;
 * addresses are null where the site does not know its own.
 */
export function citeDisclosure(
  unitYear: UnitYear,
  disclosure: Disclosure,
  base: string,
  site: URL | undefined,
): CitedWorks {
  const path = disclosurePath(unitYear);
  const prefix = anchorPrefixes[unitYear.kind];
  const whole = citedDisclosure({
    disclosureId: unitYear.disclosureId,
    unitName: unitYear.unitName,
    year: unitYear.year,
    kind: unitYear.kind,
    sourceSha256: unitYear.source.sha256,
    version: readVersions(unitYear).length + 1,
    publishedOn: publishedDays(unitYear.contentDirectory).get(path) ?? null,
    address: site === undefined ? null : new URL(withBase(base, path), site).href,
    publisher: archiveTitle(unitYear.contentDirectory),
  });
  return {
    whole,
    projects: disclosure.projects.map(({ n, slug, name }) =>
      citedPart(whole, {
        id: projectId(disclosure.id, n),
        name: `项目“${name}”`,
        anchor: prefix + projectAnchor(n, slug),
      }),
    ),
    tables: disclosure.tables.map(({ id, title }) =>
      citedPart(whole, {
        id: `${disclosure.id}-${id}`,
        name: title,
        anchor: prefix + tableAnchor(id),
      }),
    ),
  };
}

/** All works of a disclosure in one list, the whole first. */
export const allWorks = ({ whole, projects, tables }: CitedWorks): CitedWork[] => [
  whole,
  ...projects,
  ...tables,
];
