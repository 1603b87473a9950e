import { type AnyCheck, everyCheck } from '../checks/every-check.ts';
import type { ListedFinding } from '../format/finding-file.ts';
import { compareNumbers } from '../format/finding-order.ts';
import type { Finding } from '../schema/finding.ts';
import type { Region } from '../schema/region.ts';
import type { ArchiveModel, FindingSummary, RegionEntry, ResultCounts, UnitYear } from './model.ts';

/** Differences and roundings after which the list of a check goes on on another page. */
export const pageFindings = 100;

/** Places with documents of their own that a list names before it goes by provinces instead. */
const mostPlaces = 120;

/** A difference or rounding with the unit-year it is of. */
export interface ArchiveFinding {
  readonly unitYear: UnitYear;
  readonly finding: FindingSummary;
}

/** The finding as lists show it. */
export const listedFinding = ({ unitYear, finding }: ArchiveFinding): ListedFinding => {
  const { unitId, unitName, regionCode, year, kind } = unitYear;
  return { unitId, unitName, regionCode, year, kind, ...finding };
};

/** How often one check came to each result. */
export interface CheckTally {
  readonly check: AnyCheck;
  readonly counts: AllCounts;
  /** Documents with at least one result of the check that is not 不适用. */
  readonly documents: number;
  /** Documents with at least one difference. */
  readonly differing: number;
}

/** Counts of every result, zero where there is none. */
export type AllCounts = Readonly<Record<Finding['result'], number>>;

/** The results of all checks over an archive. */
export interface FindingIndex {
  readonly documents: number;
  /** Documents with at least one difference. */
  readonly differing: number;
  readonly counts: AllCounts;
  /** One tally a check, in the order of the checks. */
  readonly tallies: readonly CheckTally[];
  /** Differences, then roundings, each in the order of attention. */
  readonly ranked: readonly ArchiveFinding[];
  /** The same by id of the check. */
  readonly byCheck: ReadonlyMap<string, readonly ArchiveFinding[]>;
}

const made = new WeakMap<ArchiveModel, FindingIndex>();

/**
 * The results of all checks over an archive, made once for it.
 * @throws when a summary holds the result of a check that there is not.
 */
export function findingIndex(archive: ArchiveModel): FindingIndex {
  const known = made.get(archive);
  if (known !== undefined) return known;
  const { unitYears } = archive;
  refuseUnknownChecks(unitYears);
  const ranked = rankArchive(unitYears);
  const index = {
    documents: unitYears.length,
    differing: unitYears.filter(({ findings }) => findings.difference > 0).length,
    counts: addCounts(unitYears.map(({ findings }) => findings)),
    tallies: tallyChecks(unitYears),
    ranked,
    byCheck: Map.groupBy(ranked, ({ finding }) => finding.checkId),
  };
  made.set(archive, index);
  return index;
}

/** Differences and roundings of one check, in the order of attention. */
export const findingsOfCheck = (
  archive: ArchiveModel,
  checkId: string,
): readonly ArchiveFinding[] => findingIndex(archive).byCheck.get(checkId) ?? [];

/** Which page of which check, from 1; every check has one page at least. */
export interface CheckPageKey {
  readonly checkId: string;
  readonly page: number;
  readonly pages: number;
}

/** The pages of all checks, in the order of the checks. */
export function checkPageKeys(archive: ArchiveModel, limit = pageFindings): CheckPageKey[] {
  return findingIndex(archive).tallies.flatMap(({ check: { id: checkId }, counts }) => {
    const pages = Math.max(1, Math.ceil((counts.difference + counts.rounding) / limit));
    return Array.from({ length: pages }, (_, i) => ({ checkId, page: i + 1, pages }));
  });
}

/** The differences and roundings on one page of a check. */
export const findingsOnPage = (
  archive: ArchiveModel,
  { checkId, page }: Pick<CheckPageKey, 'checkId' | 'page'>,
  limit = pageFindings,
): ListedFinding[] =>
  findingsOfCheck(archive, checkId)
    .slice((page - 1) * limit, page * limit)
    .map(listedFinding);

/** Results in one place and year. */
export interface FindingPlace {
  readonly region: Region;
  readonly ancestors: readonly Region[];
  readonly years: readonly {
    readonly year: number;
    readonly documents: number;
    readonly counts: AllCounts;
  }[];
}

/**
 * Results by place and year: the places with documents of their own in code order, or, where there are
 * more than `limit`, the provinces with all below them.
 */
export function findingPlaces(archive: ArchiveModel, limit = mostPlaces): FindingPlace[] {
  const own = archive.regions.filter(({ units }) =>
    units.some((unit) => unit.unitYears.length > 0),
  );
  const unitYearsOf = ({ units }: RegionEntry): UnitYear[] =>
    units.flatMap((unit) => unit.unitYears);
  if (own.length <= limit) return own.map((entry) => placeOf(entry, unitYearsOf(entry)));
  const byProvince = Map.groupBy(own, ({ region, ancestors }) => (ancestors[0] ?? region).code);
  return [...byProvince].flatMap(([code, entries]) => {
    const province = archive.region(code);
    return province === undefined ? [] : [placeOf(province, entries.flatMap(unitYearsOf))];
  });
}

function placeOf({ region, ancestors }: RegionEntry, unitYears: readonly UnitYear[]): FindingPlace {
  const byYear = [...Map.groupBy(unitYears, ({ year }) => year)].sort(([a], [b]) => a - b);
  const years = byYear.map(([year, members]) => ({
    year,
    documents: members.length,
    counts: addCounts(members.map(({ findings }) => findings)),
  }));
  return { region, ancestors, years };
}

const noCounts = { pass: 0, difference: 0, rounding: 0, 'not-applicable': 0, undecidable: 0 };

function addCounts(parts: readonly ResultCounts[]): AllCounts {
  const sum = { ...noCounts };
  for (const part of parts) {
    for (const [result, count] of Object.entries(part)) sum[result as Finding['result']] += count;
  }
  return sum;
}

/** A tally that is still counted. */
interface OpenTally {
  readonly check: AnyCheck;
  readonly counts: Record<Finding['result'], number>;
  documents: number;
  differing: number;
}

/** One tally a check, counted in one pass over the documents. */
function tallyChecks(unitYears: readonly UnitYear[]): CheckTally[] {
  const tallies = new Map<string, OpenTally>(
    everyCheck.map((check) => [
      check.id,
      { check, counts: { ...noCounts }, documents: 0, differing: 0 },
    ]),
  );
  for (const { checkCounts } of unitYears) {
    for (const [id, counts] of Object.entries(checkCounts)) {
      const tally = tallies.get(id);
      if (tally === undefined) continue;
      const results = Object.keys(counts) as Finding['result'][];
      for (const result of results) tally.counts[result] += counts[result] ?? 0;
      if (results.some((result) => result !== 'not-applicable')) tally.documents += 1;
      if ((counts.difference ?? 0) > 0) tally.differing += 1;
    }
  }
  return [...tallies.values()];
}

function rankArchive(unitYears: readonly UnitYear[]): ArchiveFinding[] {
  return unitYears
    .flatMap((unitYear) => unitYear.notableFindings.map((finding) => ({ unitYear, finding })))
    .sort((a, b) => compareNumbers(a.finding.rank, b.finding.rank));
}

function refuseUnknownChecks(unitYears: readonly UnitYear[]): void {
  const known = new Set(everyCheck.map(({ id }) => id));
  for (const { disclosureId, checkCounts } of unitYears) {
    const unknown = Object.keys(checkCounts).find((id) => !known.has(id));
    if (unknown === undefined) continue;
    throw new Error(
      `${disclosureId}: Unexpected result of the check "${unknown}", expected a check of src/checks/every-check.ts. Add it there.`,
    );
  }
}
