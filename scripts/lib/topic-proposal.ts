import type { TopicEntry, TopicProject } from '../../src/archive/topic-model.ts';
import { formatTopicFound } from '../../src/format/topic-text.ts';
import { formatFen } from '../../src/money/fen.ts';
import { unfinishedMark, type Topic } from '../../src/schema/topic.ts';

/**
 * The text of a proposed topic file: a draft whose introduction is marked as unfinished, so that it
 * can pass neither as published nor as finished.
 */
export function proposeTopicFile({ title, query }: Pick<Topic, 'title' | 'query'>): string {
  // A JSON text is a YAML text, whatever the phrase contains.
  return [
    '---',
    `title: ${JSON.stringify(title)}`,
    'query:',
    ...query.map((phrase) => `  - ${JSON.stringify(phrase)}`),
    'include: []',
    'exclude: []',
    'draft: true',
    '---',
    '',
    `${unfinishedMark}用自己的话写一百到二百字：这是什么事，钱在预算里怎样列，比较时要注意什么。`,
    '',
  ].join('\n');
}

/** What a topic finds, as lines for the archivist. */
export function reportCandidate(entry: TopicEntry): string[] {
  const { topic, projects, mentions, unitsWith, unitsMentioning, unitsWithout } = entry;
  return [
    formatTopicFound({
      ...entry,
      title: topic.title,
      unitsWith: unitsWith.length,
      unitsMentioning: unitsMentioning.length,
      projects: projects.length,
    }),
    ...projects.map(projectLine),
    ...(mentions.length > 0 ? ['只在绩效指标中提到（收入时写进 include）：'] : []),
    ...mentions.map(projectLine),
    ...unitsWithout.map(({ unit }) => `无：${unit.name}`),
  ];
}

function projectLine({ unitYear, region, project }: TopicProject): string {
  const amount =
    project.totalFen === null ? '未印金额' : `${formatFen(project.totalFen, '万元')} 万元`;
  const phase = project.phase === 'carryover' ? '（结转）' : '';
  return `  ${region.name} ${unitYear.year}  ${project.name}  ${amount}${phase}  ${project.id}`;
}
