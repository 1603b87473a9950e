import { packShard, type ExplorerManifest, type ExplorerRow } from '../format/explorer-file.ts';
import type { DirectoryEntry } from '../format/search-record.ts';
import type { ArchiveModel, ProjectSummary, UnitYear } from './model.ts';
import { compareText } from './order.ts';
import { sha256 } from './record-file.ts';

/** Projects after which a new file begins. */
export const shardProjects = 4000;

/** The files of the project explorer: their names without extension, and their JSON. */
export interface ExplorerFiles {
  readonly manifest: ExplorerManifest;
  /** JSON of each file of projects by its name. */
  readonly shards: ReadonlyMap<string, string>;
}

const made = new WeakMap<ArchiveModel, ExplorerFiles>();

/**
 * The files of the project explorer, made once for an archive. A file holds projects of one year, in the order
 * of division codes and ids, about `limit` of them, whole unit-years only; its name carries its digest.
 */
export function explorerFiles(archive: ArchiveModel): ExplorerFiles {
  const known = made.get(archive) ?? makeExplorerFiles(archive, shardProjects);
  made.set(archive, known);
  return known;
}

/** See {@link explorerFiles}. */
export function makeExplorerFiles(archive: ArchiveModel, limit: number): ExplorerFiles {
  const shards = new Map<string, string>();
  const entries = [...archive.years].reverse().flatMap((year) =>
    cutIntoShards(
      archive.unitYears
        .filter((unitYear) => unitYear.year === year && unitYear.projects.length > 0)
        .sort(
          (a, b) =>
            compareText(a.regionCode, b.regionCode) || compareText(a.disclosureId, b.disclosureId),
        ),
      limit,
    ).map((unitYears, i) => {
      const text = JSON.stringify(
        packShard(
          unitYears.map((unitYear) => ({
            entry: directoryEntry(archive, unitYear),
            rows: unitYear.projects.map(explorerRow),
          })),
        ),
      );
      const name = `${year}-${i + 1}-${sha256(text).slice(0, 10)}`;
      shards.set(name, text);
      return {
        name,
        year,
        from: unitYears[0]?.regionCode ?? '',
        to: unitYears.at(-1)?.regionCode ?? '',
        projects: countProjects(unitYears),
      };
    }),
  );
  return { manifest: describe(archive, entries), shards };
}

function describe(archive: ArchiveModel, shards: ExplorerManifest['shards']): ExplorerManifest {
  return {
    version: 1,
    projects: countProjects(archive.unitYears),
    shards,
    regions: archive.regions
      .filter(({ unitYearsBelow }) => unitYearsBelow > 0)
      .map(({ region }) => [region.code, region.name, region.parent ?? '']),
    subjects: archive.subjects.map(({ subject }) => [subject.code, subject.name]),
    years: archive.years,
  };
}

/** What the explorer and the search say of a unit-year. */
export function directoryEntry(archive: ArchiveModel, unitYear: UnitYear): DirectoryEntry {
  const { unitId, unitName, regionCode, year, kind } = unitYear;
  const includedIn = archive.unit(unitId)?.unit.includedIn ?? '';
  return { unitId, unitName, regionCode, year, kind, includedIn };
}

/** A project as the explorer shows it. */
export function explorerRow(project: ProjectSummary): ExplorerRow {
  const { n, slug, name, formName, phase, subjectCode, totalFen } = project;
  const { fundFens, formFens, attribute, indicators } = project;
  return {
    n,
    slug,
    name,
    formName,
    phase: phase ?? 'none',
    subject: subjectCode ?? '',
    amountFen: totalFen,
    fundFens,
    formFens,
    attribute,
    indicators,
  };
}

const countProjects = (unitYears: readonly UnitYear[]): number =>
  unitYears.reduce((count, { projects }) => count + projects.length, 0);

/** Unit-years in runs of about `limit` projects, none cut apart. */
export function cutIntoShards(unitYears: readonly UnitYear[], limit: number): UnitYear[][] {
  const runs: UnitYear[][] = [];
  let held = 0;
  for (const unitYear of unitYears) {
    const run = runs.at(-1);
    if (run === undefined || held + unitYear.projects.length > limit) {
      runs.push([unitYear]);
      held = 0;
    } else run.push(unitYear);
    held += unitYear.projects.length;
  }
  return runs;
}
