import type { ArchiveModel, UnitYear } from '../archive/model.ts';
import type { TopicEntry, TopicProject } from '../archive/topic-model.ts';
import { disclosurePath, projectPath } from '../format/url.ts';
import type { DataFile } from '../schema/data-files.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { IndicatorRow } from '../schema/record-rows.ts';
import { topicRowSchema, type TopicCsvRow } from '../schema/topic-rows.ts';
import { indicatorRows, yuanText } from './record-rows.ts';

/** The file topic.csv beside the page of each topic. */
export const topicFile: DataFile<'topic'> = {
  name: 'topic',
  title: '专题的项目',
  description: 'One row per project of the topic, or per disclosure in which nothing is found',
  row: topicRowSchema,
};

/** The projects of a topic by disclosure id, those only mentioned last; a disclosure without any is not there. */
export function topicProjectsByDisclosure(
  entry: TopicEntry,
): ReadonlyMap<string, readonly TopicProject[]> {
  return Map.groupBy(
    [...entry.projects, ...entry.mentions],
    ({ unitYear }) => unitYear.disclosureId,
  );
}

/** Rows of topic.csv for one disclosure; a single row with match none where nothing is found. */
export function topicRows(
  entry: TopicEntry,
  archive: ArchiveModel,
  unitYear: UnitYear,
  found: readonly TopicProject[],
): TopicCsvRow[] {
  const place = {
    region_code: unitYear.regionCode,
    region_name: archive.region(unitYear.regionCode)?.region.name ?? unitYear.regionCode,
    unit_id: unitYear.unitId,
    unit_name: unitYear.unitName,
    included_in: archive.unit(unitYear.unitId)?.unit.includedIn ?? null,
    year: unitYear.year,
    kind: unitYear.kind,
    disclosure_id: unitYear.disclosureId,
  };
  const { slug: topic } = entry.topic;
  if (found.length === 0) {
    const url = disclosurePath(unitYear);
    return [{ topic, match: 'none', ...place, ...nothing, url }];
  }
  return found.map(({ project, by, reason }) => ({
    topic,
    match: by,
    ...place,
    project_id: project.id,
    name: project.name,
    form_name: project.formName,
    phase: project.phase,
    total_yuan: yuanText(project.totalFen),
    form_year_yuan: yuanText(project.formFens.year),
    indicators: project.indicators,
    documents: citedDocuments(unitYear, project.n),
    reason,
    url: projectPath(unitYear, project.n, project.slug),
  }));
}

function citedDocuments({ citations }: UnitYear, projectN: number): string | null {
  const labels = citations
    .filter((citation) => citation.projectN === projectN)
    .map(({ number, title }) => number ?? `《${title ?? ''}》`);
  return labels.length === 0 ? null : [...new Set(labels)].join('；');
}

const nothing = {
  project_id: null,
  name: null,
  form_name: null,
  phase: null,
  total_yuan: null,
  form_year_yuan: null,
  indicators: null,
  documents: null,
  reason: null,
} as const;

/**
 * Rows of a topic's indicators.csv, in the columns of the archive's: all indicators of its projects, of
 * those only mentioned the indicators that match.
 */
export function topicIndicatorRows(
  disclosure: Disclosure,
  found: readonly TopicProject[],
): IndicatorRow[] {
  const byId = Map.groupBy(indicatorRows(disclosure), ({ project_id }) => project_id);
  return found.flatMap(({ project, by, indicators }) =>
    (byId.get(project.id) ?? []).filter((_, i) => by !== 'indicator' || indicators.includes(i + 1)),
  );
}
