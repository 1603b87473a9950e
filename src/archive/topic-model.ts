import type { Region } from '../schema/region.ts';
import type { Topic, TopicDecision } from '../schema/topic.ts';
import type { Aggregate, DocumentEntry, ProjectSummary, UnitEntry, UnitYear } from './model.ts';

/** A project that the query of a topic finds, by its name, by indicators, or by both. */
export interface TopicMatchedProject {
  readonly n: number;
  /** Whether its name in the table or in the form matches. */
  readonly byName: boolean;
  /** Numbers in its form of the indicators that match, from 1. */
  readonly indicators: readonly number[];
}

/** What the query of one topic finds in one disclosure. */
export interface TopicMatch {
  readonly slug: string;
  readonly projects: readonly TopicMatchedProject[];
}

/** A project of a topic. */
export interface TopicProject {
  readonly unitYear: UnitYear;
  readonly region: Region;
  readonly project: ProjectSummary;
  /** Why it is here: its name matches, it was put here by hand, or only indicators of it match. */
  readonly by: 'name' | 'include' | 'indicator';
  /** Reason of the decision; null = no decision. */
  readonly reason: string | null;
  /** Numbers in its form of the indicators that match, from 1. */
  readonly indicators: readonly number[];
}

/**
 * What the archive knows of one region and year: nothing archived; none in what is archived;
 * mentioned only in indicators; found.
 */
export type TopicState = 'unarchived' | 'none' | 'mentioned' | 'found';

/** A region and year in the table of a topic. */
export interface TopicCell {
  readonly year: number;
  readonly state: TopicState;
  /** Unit-years of the region and year in the archive. */
  readonly unitYears: number;
  /** Projects found, those of final accounts and those found only in a form included. */
  readonly projects: number;
  /** Budget projects of 表12 in 分; counts are projects; null = there is none. */
  readonly current: Aggregate | null;
  /** Budget projects of 表13; never added to the others; null = there is none. */
  readonly carryover: Aggregate | null;
  /** Projects found only in a form, which has no row and so no amount of a table. */
  readonly formOnly: number;
  /** Projects of final accounts, whose amounts are not budgets and not counted. */
  readonly finalAccounts: number;
}

/** A region with units in the archive, and its cells, one for each year of the archive. */
export interface TopicRow {
  readonly region: Region;
  readonly ancestors: readonly Region[];
  readonly cells: readonly TopicCell[];
}

/** A policy document that projects of the topic cite. */
export interface TopicDocument {
  readonly document: DocumentEntry;
  readonly projects: readonly TopicProject[];
}

/** A decision by hand, with the project it is about. */
export interface TopicDecided extends TopicDecision {
  readonly unitYear: UnitYear;
  readonly summary: ProjectSummary;
}

/** A topic with all the archive holds of it; every list by region, unit, year and project. */
export interface TopicEntry {
  readonly topic: Topic;
  /** Projects whose name matches or that were put here by hand. */
  readonly projects: readonly TopicProject[];
  /** Projects of which only indicators match; their amounts are counted nowhere. */
  readonly mentions: readonly TopicProject[];
  readonly rows: readonly TopicRow[];
  readonly documents: readonly TopicDocument[];
  /** Units with documents in the archive. */
  readonly units: number;
  /** Units with at least one project of {@link projects}. */
  readonly unitsWith: readonly UnitEntry[];
  /** Units without one of which indicators mention the topic. */
  readonly unitsMentioning: readonly UnitEntry[];
  /** Units with documents in which nothing is found. */
  readonly unitsWithout: readonly UnitEntry[];
  /** Regions, and years, with at least one project of {@link projects}. */
  readonly regions: number;
  readonly years: readonly number[];
  readonly included: readonly TopicDecided[];
  readonly excluded: readonly TopicDecided[];
}
