import { explorerProject, type ExplorerProject } from '../format/explorer-file.ts';
import { totalProjects, type ProjectTotals } from '../format/search-totals.ts';
import type { Region } from '../schema/region.ts';
import { cutIntoShards, directoryEntry, explorerRow } from './explorer-shards.ts';
import type { ArchiveModel, RegionEntry, UnitYear } from './model.ts';
import { compareText, pushTo } from './order.ts';

/** Projects after which the list of a region and year goes on on another page. */
const pageProjects = 500;

/** Places with documents of their own that a list names at once before it goes by the places above. */
const mostPlaces = 120;

/** A line of the index of projects: a place and, for each of its years, how many projects. */
export interface ExplorerPlace {
  readonly region: Region;
  /** From province down to the parent; empty for a province. */
  readonly ancestors: readonly Region[];
  /** Years with documents of units of its own government, ascending. */
  readonly years: readonly { readonly year: number; readonly projects: number }[];
}

/** The places of an index: each with its own projects, or, where they are too many, the places to go on to. */
export interface ExplorerPlaces {
  readonly own: readonly ExplorerPlace[];
  readonly below: readonly RegionEntry[];
}

/**
 * The index of projects for a region with all below it; null = for the whole archive. Every place with
 * documents of its own, in code order, or, where there are more than `limit`, the children to go on to.
 */
export function explorerPlaces(
  archive: ArchiveModel,
  code: string | null,
  limit = mostPlaces,
): ExplorerPlaces {
  const found = listPlaces(archive).get(code ?? wholeArchive) ?? [];
  if (found.length <= limit) return { own: found.map(placeOf), below: [] };
  return {
    own: found.filter(({ region }) => region.code === code).map(placeOf),
    below: archive.regions.filter(
      ({ region, unitYearsBelow }) => region.parent === code && unitYearsBelow > 0,
    ),
  };
}

/** Stands for the code of the whole archive. */
const wholeArchive = '';

const places = new WeakMap<ArchiveModel, ReadonlyMap<string, readonly RegionEntry[]>>();

/** The places with documents of their own below each region, itself included, in code order. */
function listPlaces(archive: ArchiveModel): ReadonlyMap<string, readonly RegionEntry[]> {
  const known = places.get(archive);
  if (known !== undefined) return known;
  const made = new Map<string, RegionEntry[]>();
  for (const entry of archive.regions.filter(hasOwn)) {
    const codes = entry.ancestors.map(({ code }) => code);
    for (const code of [wholeArchive, ...codes, entry.region.code]) pushTo(made, code, entry);
  }
  places.set(archive, made);
  return made;
}

const hasOwn = ({ units }: RegionEntry): boolean =>
  units.some(({ unitYears }) => unitYears.length > 0);

function placeOf(entry: RegionEntry): ExplorerPlace {
  const counts = new Map<number, number>();
  for (const { year, projects } of entry.units.flatMap(({ unitYears }) => unitYears)) {
    counts.set(year, (counts.get(year) ?? 0) + projects.length);
  }
  return {
    region: entry.region,
    ancestors: entry.ancestors,
    years: [...counts].sort(([a], [b]) => a - b).map(([year, projects]) => ({ year, projects })),
  };
}

/** Which page of which region and year. */
export interface ExplorerPageKey {
  readonly code: string;
  readonly year: number;
  /** From 1. */
  readonly page: number;
}

/** One page of the projects of a region and year: whole unit-years, in id order. */
export interface ExplorerPage {
  readonly region: Region;
  readonly ancestors: readonly Region[];
  readonly year: number;
  /** Number of the page, from 1, and of the last. */
  readonly page: number;
  readonly pages: number;
  readonly units: readonly {
    readonly unitYear: UnitYear;
    readonly projects: readonly ExplorerProject[];
  }[];
  /** Projects, unit-years and totals of the region and year, all pages together. */
  readonly projects: number;
  readonly unitYears: number;
  readonly totals: ProjectTotals;
}

/** The pages of all regions and years with documents of their own, in code order. */
export function explorerPageKeys(archive: ArchiveModel, limit = pageProjects): ExplorerPageKey[] {
  return archive.regions.filter(hasOwn).flatMap((entry) =>
    placeOf(entry).years.flatMap(({ year }) =>
      cutIntoShards(ownUnitYears(entry, year), limit).map((_, i) => ({
        code: entry.region.code,
        year,
        page: i + 1,
      })),
    ),
  );
}

/**
 * One page of the projects of a region and year.
 * @throws when there is no such page.
 */
export function explorerPage(
  archive: ArchiveModel,
  { code, year, page }: ExplorerPageKey,
  limit = pageProjects,
): ExplorerPage {
  const entry = archive.region(code);
  const unitYears = entry === undefined ? [] : ownUnitYears(entry, year);
  const parts = cutIntoShards(unitYears, limit);
  const part = parts[page - 1];
  if (entry === undefined || part === undefined)
    throw new Error(`Unexpected page ${page} of ${code} in ${year}, expected one of the archive`);
  const all = unitYears.flatMap((unitYear) => projectsOf(archive, unitYear));
  return {
    region: entry.region,
    ancestors: entry.ancestors,
    year,
    page,
    pages: parts.length,
    units: part.map((unitYear) => ({ unitYear, projects: projectsOf(archive, unitYear) })),
    projects: all.length,
    unitYears: unitYears.length,
    totals: totalProjects(all),
  };
}

/** What a page of projects shows, for its key: everything of its unit-years, and the totals over all. */
export function explorerPageShows(
  archive: ArchiveModel,
  { code, year, page }: ExplorerPageKey,
): readonly unknown[] {
  const entry = archive.region(code);
  return [code, year, page, entry === undefined ? [] : ownUnitYears(entry, year)];
}

const ownUnitYears = (entry: RegionEntry, year: number): UnitYear[] =>
  entry.units
    .flatMap(({ unitYears }) => unitYears)
    .filter((unitYear) => unitYear.year === year)
    .sort((a, b) => compareText(a.disclosureId, b.disclosureId));

function projectsOf(archive: ArchiveModel, unitYear: UnitYear): ExplorerProject[] {
  const entry = directoryEntry(archive, unitYear);
  return unitYear.projects.map((project) => explorerProject(entry, explorerRow(project)));
}
