import { everyCheck } from '../checks/every-check.ts';
import {
  type FindingManifest,
  type FindingShardPart,
  packFindings,
} from '../format/finding-file.ts';
import type { ArchiveModel, UnitYear } from './model.ts';
import { compareText } from './order.ts';
import { sha256 } from './record-file.ts';

/** Findings after which a new file begins. */
const shardFindings = 2000;

/** The files of the list of findings: their names without extension, and their JSON. */
export interface FindingFiles {
  readonly manifest: FindingManifest;
  /** JSON of each file of findings by its name. */
  readonly shards: ReadonlyMap<string, string>;
}

const made = new WeakMap<ArchiveModel, FindingFiles>();

/**
 * The files of the list of findings, made once for an archive. A file holds differences and roundings of
 * one year, in the order of division codes and ids, about 2000 of them, whole documents only; its name
 * carries its digest.
 */
export function findingFiles(archive: ArchiveModel): FindingFiles {
  const known = made.get(archive) ?? makeFindingFiles(archive, shardFindings);
  made.set(archive, known);
  return known;
}

/** See {@link findingFiles}. */
export function makeFindingFiles(archive: ArchiveModel, limit: number): FindingFiles {
  const unitYears = archive.unitYears.filter(({ notableFindings }) => notableFindings.length > 0);
  const shards = new Map<string, string>();
  const entries = [...archive.years].reverse().flatMap((year) =>
    cutIntoRuns(inRegionOrder(unitYears, year), limit).map((run, i) => {
      const text = JSON.stringify(packFindings(run.map(shardPart)));
      const name = `${year}-${i + 1}-${sha256(text).slice(0, 10)}`;
      shards.set(name, text);
      return {
        name,
        year,
        from: run[0]?.regionCode ?? '',
        to: run.at(-1)?.regionCode ?? '',
        findings: countFindings(run),
      };
    }),
  );
  const manifest: FindingManifest = {
    version: 1,
    findings: countFindings(unitYears),
    shards: entries,
    checks: everyCheck.map(({ id, title }) => [id, title]),
    regions: regionsOf(archive, unitYears),
    years: archive.years.filter((year) => unitYears.some((unitYear) => unitYear.year === year)),
  };
  return { manifest, shards };
}

const inRegionOrder = (unitYears: readonly UnitYear[], year: number): UnitYear[] =>
  unitYears
    .filter((unitYear) => unitYear.year === year)
    .sort(
      (a, b) =>
        compareText(a.regionCode, b.regionCode) || compareText(a.disclosureId, b.disclosureId),
    );

function shardPart({ notableFindings, ...unitYear }: UnitYear): FindingShardPart {
  const { unitId, unitName, regionCode, year, kind } = unitYear;
  return { document: { unitId, unitName, regionCode, year, kind }, findings: notableFindings };
}

function regionsOf(
  archive: ArchiveModel,
  unitYears: readonly UnitYear[],
): FindingManifest['regions'] {
  const codes = new Set<string>();
  for (const code of new Set(unitYears.map(({ regionCode }) => regionCode))) {
    codes.add(code);
    for (const ancestor of archive.region(code)?.ancestors ?? []) codes.add(ancestor.code);
  }
  return archive.regions
    .filter(({ region }) => codes.has(region.code))
    .map(({ region }) => [region.code, region.name, region.parent ?? '']);
}

const countFindings = (unitYears: readonly UnitYear[]): number =>
  unitYears.reduce((count, { notableFindings }) => count + notableFindings.length, 0);

/** Unit-years in runs of about `limit` findings, none cut apart. */
function cutIntoRuns(unitYears: readonly UnitYear[], limit: number): UnitYear[][] {
  const runs: UnitYear[][] = [];
  let held = 0;
  for (const unitYear of unitYears) {
    const run = runs.at(-1);
    const more = unitYear.notableFindings.length;
    if (run === undefined || held + more > limit) {
      runs.push([unitYear]);
      held = 0;
    } else run.push(unitYear);
    held += more;
  }
  return runs;
}
