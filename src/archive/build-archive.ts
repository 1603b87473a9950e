import { defaultArchiveConfig, type ArchiveConfig } from '../schema/archive-config.ts';
import type { EconomicClass } from '../schema/economic-class.ts';
import type { Region } from '../schema/region.ts';
import type { Topic } from '../schema/topic.ts';
import type { Unit } from '../schema/unit.ts';
import { indexDepartments } from './aggregate.ts';
import { indexByDocument } from './by-document.ts';
import { indexByEconomicClass } from './by-economic-class.ts';
import { indexByRegion } from './by-region.ts';
import { indexBySubject } from './by-subject.ts';
import { indexByTopic } from './by-topic.ts';
import type { ArchiveModel, UnitEntry, UnitYear, UnitYearSummary } from './model.ts';
import { compareText, deepFreeze } from './order.ts';
import { refuseUnitsOutside, regionsBelow } from './region-root.ts';

/** The registers of content/: what exists apart from any document. */
export interface Registers {
  /** What the archive says of itself; left out = the defaults. */
  readonly config?: ArchiveConfig;
  readonly units: readonly Unit[];
  readonly regions: readonly Region[];
  readonly economicClasses: readonly EconomicClass[];
  /** Finished topics; the summaries tell what their queries find. */
  readonly topics: readonly Topic[];
}

/** How deep the entries of an archive's lists lie in it. */
const depthOfEntries = 3;

/** What an archive is built from. */
export interface ArchiveParts extends Registers {
  /** Absolute path of the content folder. */
  readonly contentDirectory: string;
  readonly summaries: readonly UnitYearSummary[];
  /**
   * What of the archive is frozen: everything (as where this is left out), or its lists and their entries,
   * but not what the entries hold. The types forbid to change anything in any case; with many records,
   * freezing everything takes longer than most of what is done with them.
   */
  readonly frozen?: 'everything' | 'lists';
}

/**
 * The whole archive, frozen, every list sorted. Pure.
 * @throws when two records share an id or a page, when a record names a unit that is not in the
 * register or another region than the register gives it, when a unit is outside the region the
 * archive is limited to, when a register contradicts itself, or when a topic decides on a project
 * that is not in the archive.
 */
export function buildArchive(parts: ArchiveParts): ArchiveModel {
  const config = parts.config ?? defaultArchiveConfig;
  const { regionRoot } = config;
  const unitYears = collectUnitYears(parts);
  const units = indexByUnit(parts.units, unitYears);
  refuseUnitsOutside(units, parts.regions, regionRoot);
  const departmentsOf = indexDepartments(parts.units);
  const regions = indexByRegion(regionsBelow(parts.regions, regionRoot), units, departmentsOf);
  const documents = indexByDocument(unitYears);
  const years = [...new Set(unitYears.map(({ year }) => year))].sort((a, b) => a - b);
  const surroundings = { units, regions, documents, years, departmentsOf };
  const lists = deepFreeze(
    {
      contentDirectory: parts.contentDirectory,
      config,
      unitYears,
      units,
      regions,
      subjects: indexBySubject(unitYears, departmentsOf),
      economicClasses: indexByEconomicClass(parts.economicClasses, unitYears),
      documents,
      topics: indexByTopic(parts.topics, surroundings),
      years,
    },
    parts.frozen === 'lists' ? depthOfEntries : undefined,
  );
  return Object.freeze({
    ...lists,
    unit: lookup(lists.units, ({ unit }) => unit.id),
    unitYear: lookup(lists.unitYears, ({ disclosureId }) => disclosureId),
    region: lookup(lists.regions, ({ region }) => region.code),
    subject: lookup(lists.subjects, ({ subject }) => subject.code),
    economicClass: lookup(lists.economicClasses, ({ economicClass }) => economicClass.code),
    document: lookup(lists.documents, ({ slug }) => slug),
    topic: lookup(lists.topics, ({ topic }) => topic.slug),
  });
}

function collectUnitYears({ summaries, contentDirectory }: ArchiveParts): UnitYear[] {
  const pages = new Map<string, UnitYearSummary>();
  for (const summary of summaries) {
    const page = `${summary.unitId} ${summary.year} ${summary.kind}`;
    const other = pages.get(page);
    if (other !== undefined) {
      const what =
        other.disclosureId === summary.disclosureId ? summary.disclosureId : `the page of ${page}`;
      throw new Error(
        `content/disclosures/${summary.file} and content/disclosures/${other.file}: Unexpected second record for ${what}, expected one. Keep one.`,
      );
    }
    pages.set(page, summary);
  }
  return summaries
    .map((summary) => ({ ...summary, contentDirectory }))
    .sort((a, b) => compareText(a.disclosureId, b.disclosureId));
}

function indexByUnit(units: readonly Unit[], unitYears: readonly UnitYear[]): UnitEntry[] {
  const byId = new Map<string, { unit: Unit; unitYears: UnitYear[] }>();
  for (const unit of [...units].sort((a, b) => compareText(a.id, b.id))) {
    if (byId.has(unit.id)) {
      throw new Error(
        `content/units.json: Unexpected second unit ${unit.id}, expected one. Keep one.`,
      );
    }
    byId.set(unit.id, { unit, unitYears: [] });
  }
  for (const unitYear of unitYears) {
    const place = `content/disclosures/${unitYear.file}`;
    const entry = byId.get(unitYear.unitId);
    if (entry === undefined) {
      throw new Error(
        `${place}: unitId: Unexpected "${unitYear.unitId}", expected a unit of content/units.json. Add it there.`,
      );
    }
    if (entry.unit.regionCode !== unitYear.regionCode) {
      throw new Error(
        `${place}: regionCode: Unexpected ${unitYear.regionCode}, expected ${entry.unit.regionCode} as in content/units.json.`,
      );
    }
    entry.unitYears.push(unitYear);
  }
  const entries = [...byId.values()];
  for (const entry of entries) entry.unitYears.sort((a, b) => a.year - b.year);
  return entries;
}

function lookup<V>(
  values: readonly V[],
  keyOf: (value: V) => string,
): (key: string) => V | undefined {
  const byKey = new Map(values.map((value) => [keyOf(value), value]));
  return (key) => byKey.get(key);
}
