import type { Region } from '../schema/region.ts';
import type { Topic, TopicDecision } from '../schema/topic.ts';
import type { DepartmentsOf } from './aggregate.ts';
import type { DocumentEntry, RegionEntry, UnitEntry, UnitYear } from './model.ts';
import { compareText } from './order.ts';
import type { TopicDecided, TopicDocument, TopicEntry, TopicProject } from './topic-model.ts';
import { topicRows } from './topic-rows.ts';

/** What topics are evaluated over. */
export interface TopicSurroundings {
  readonly units: readonly UnitEntry[];
  readonly regions: readonly RegionEntry[];
  readonly documents: readonly DocumentEntry[];
  readonly years: readonly number[];
  readonly departmentsOf: DepartmentsOf;
}

type Decided = ReadonlyMap<string, TopicDecided>;

/**
 * Every topic with its projects, amounts and documents, in slug order; none in an archive without
 * documents, where nothing can be found or decided on.
 * @throws naming file and field when a decision is about a project the archive does not have.
 */
export function indexByTopic(
  topics: readonly Topic[],
  surroundings: TopicSurroundings,
): TopicEntry[] {
  const held = surroundings.units.filter(({ unitYears }) => unitYears.length > 0);
  if (held.length === 0) return [];
  const projects = indexProjects(topics, held);
  return [...topics]
    .sort((a, b) => compareText(a.slug, b.slug))
    .map((topic) => {
      const included = resolve(topic, 'include', projects);
      const excluded = resolve(topic, 'exclude', projects);
      return topicEntry(topic, included, excluded, { ...surroundings, units: held });
    });
}

function topicEntry(
  topic: Topic,
  included: Decided,
  excluded: Decided,
  surroundings: TopicSurroundings,
): TopicEntry {
  const { units, regions, documents } = surroundings;
  const regionOf = new Map(regions.map(({ region }) => [region.code, region]));
  const all = [...units]
    .sort(
      (a, b) =>
        compareText(a.unit.regionCode, b.unit.regionCode) || compareText(a.unit.id, b.unit.id),
    )
    .flatMap(({ unitYears }) => unitYears)
    .flatMap((unitYear) => {
      const region = regionOf.get(unitYear.regionCode);
      return region === undefined
        ? []
        : projectsOfUnitYear(topic, unitYear, region, included, excluded);
    });
  const projects = all.filter(({ by }) => by !== 'indicator');
  const mentions = all.filter(({ by }) => by === 'indicator');
  const withProject = new Set(projects.map(({ unitYear }) => unitYear.unitId));
  const withMention = new Set(mentions.map(({ unitYear }) => unitYear.unitId));
  const unitsWith = units.filter(({ unit }) => withProject.has(unit.id));
  const others = units.filter(({ unit }) => !withProject.has(unit.id));
  return {
    topic,
    projects,
    mentions,
    rows: topicRows(projects, mentions, surroundings),
    documents: topicDocuments(projects, documents),
    units: units.length,
    unitsWith,
    unitsMentioning: others.filter(({ unit }) => withMention.has(unit.id)),
    unitsWithout: others.filter(({ unit }) => !withMention.has(unit.id)),
    regions: new Set(projects.map(({ region }) => region.code)).size,
    years: [...new Set(projects.map(({ unitYear }) => unitYear.year))].sort((a, b) => a - b),
    included: [...included.values()],
    excluded: [...excluded.values()],
  };
}

function projectsOfUnitYear(
  { slug }: Topic,
  unitYear: UnitYear,
  region: Region,
  included: Decided,
  excluded: Decided,
): TopicProject[] {
  const match = unitYear.topics.find((found) => found.slug === slug);
  const matched = new Map((match?.projects ?? []).map((found) => [found.n, found]));
  return unitYear.projects.flatMap((project) => {
    const found = matched.get(project.n);
    const decision = included.get(project.id);
    if ((found === undefined && decision === undefined) || excluded.has(project.id)) return [];
    const by = found?.byName === true ? 'name' : decision === undefined ? 'indicator' : 'include';
    const indicators = found?.indicators ?? [];
    return [{ unitYear, region, project, by, reason: decision?.reason ?? null, indicators }];
  });
}

function topicDocuments(
  projects: readonly TopicProject[],
  documents: readonly DocumentEntry[],
): TopicDocument[] {
  const byId = new Map(projects.map((item) => [item.project.id, item]));
  return documents.flatMap((document) => {
    const citing = document.citations.flatMap(({ project }) => byId.get(project.id) ?? []);
    return citing.length === 0 ? [] : [{ document, projects: citing }];
  });
}

function indexProjects(
  topics: readonly Topic[],
  units: readonly UnitEntry[],
): Map<string, Pick<TopicDecided, 'unitYear' | 'summary'>> {
  const wanted = new Set(
    topics.flatMap(({ include, exclude }) =>
      [...include, ...exclude].map(({ project }) => project),
    ),
  );
  const found = new Map<string, Pick<TopicDecided, 'unitYear' | 'summary'>>();
  if (wanted.size === 0) return found;
  for (const unitYear of units.flatMap(({ unitYears }) => unitYears)) {
    for (const summary of unitYear.projects) {
      if (wanted.has(summary.id)) found.set(summary.id, { unitYear, summary });
    }
  }
  return found;
}

function resolve(
  topic: Topic,
  field: 'include' | 'exclude',
  projects: ReadonlyMap<string, Pick<TopicDecided, 'unitYear' | 'summary'>>,
): Decided {
  return new Map(
    topic[field].map((decision: TopicDecision, i) => {
      const found = projects.get(decision.project);
      if (found === undefined) {
        throw new Error(
          `content/topics/${topic.slug}.md: ${field}[${i}].project: Unexpected "${decision.project}", expected the id of a project in the archive. Mend the file.`,
        );
      }
      return [decision.project, { ...decision, ...found }];
    }),
  );
}
