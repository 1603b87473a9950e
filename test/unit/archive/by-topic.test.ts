import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { buildArchive } from '../../../src/archive/build-archive.ts';
import type { ProjectSummary, UnitYear, UnitYearSummary } from '../../../src/archive/model.ts';
import { readRegisters } from '../../../src/archive/read-registers.ts';
import { readRecord } from '../../../src/archive/read-record.ts';
import { readTopicForms } from '../../../src/archive/read-topic-forms.ts';
import type { TopicEntry } from '../../../src/archive/topic-model.ts';
import { topicView } from '../../../src/archive/topic-view.ts';
import type { Topic } from '../../../src/schema/topic.ts';
import { exampleContent } from '../../support/example-content.ts';

const archive = readContent(exampleContent);
const registers = readRegisters(exampleContent);

function requireTopic(slug: string, topics = archive.topics): TopicEntry {
  const entry = topics.find(({ topic }) => topic.slug === slug);
  if (entry === undefined) throw new Error(`Unexpected archive without the topic ${slug}`);
  return entry;
}

const states = ({ rows }: TopicEntry) =>
  rows.map(({ region, cells }) => [region.code, ...cells.map(({ state }) => state)]);

describe('a topic of the example archive', () => {
  const linggong = requireTopic('shili-linggong');
  const huodong = requireTopic('shili-huodong');

  test('holds the projects its query finds and those put in by hand, with the reason', () => {
    expect(linggong.projects.map(({ project, by, reason }) => [project.id, by, reason])).toEqual([
      ['990101-gongluduan-2024-budget-p1', 'include', '示例：按理由收入'],
      ['990101-jiaotongju-2023-budget-p1', 'name', null],
      ['990101-jiaotongju-2024-budget-p1', 'name', null],
    ]);
    expect(linggong).toMatchObject({ units: 4, regions: 1, years: [2023, 2024], mentions: [] });
  });

  test('leaves out what was taken out by hand and says so', () => {
    expect(huodong.projects.map(({ project }) => project.id)).toEqual([
      '990100-wenhuaguan-2024-budget-p1',
    ]);
    expect(huodong.excluded).toMatchObject([
      {
        project: '990100-wenhuaguan-2022-budget-p1',
        reason: '示例：按理由排除',
        summary: { name: '示例文化活动项目' },
      },
    ]);
  });

  test('keeps projects apart of which only indicators match, and counts their units apart', () => {
    expect(huodong.mentions.map(({ project, indicators }) => [project.id, indicators])).toEqual([
      ['990200-tushuguan-2024-budget-p2', [1]],
    ]);
    const ids = (units: TopicEntry['unitsWith']): string[] => units.map(({ unit }) => unit.id);
    expect([
      ids(huodong.unitsWith),
      ids(huodong.unitsMentioning),
      ids(huodong.unitsWithout),
    ]).toEqual([
      ['990100-wenhuaguan'],
      ['990200-tushuguan'],
      ['990101-gongluduan', '990101-jiaotongju'],
    ]);
  });

  test('tells found, only mentioned, none and not archived apart in every region and year', () => {
    expect(states(linggong)).toEqual([
      ['990100', 'none', 'unarchived', 'none'],
      ['990101', 'unarchived', 'found', 'found'],
      ['990200', 'unarchived', 'unarchived', 'none'],
    ]);
    expect(states(huodong)).toEqual([
      ['990100', 'none', 'unarchived', 'found'],
      ['990101', 'unarchived', 'none', 'none'],
      ['990200', 'unarchived', 'unarchived', 'mentioned'],
    ]);
  });

  test('never adds a unit to the department that includes it', () => {
    const county = linggong.rows.find(({ region }) => region.code === '990101');
    expect(county?.cells.at(-1)).toEqual({
      year: 2024,
      state: 'found',
      unitYears: 2,
      projects: 2,
      current: { fen: 60_000_000, known: 1, missing: 0, overlapping: 1 },
      carryover: null,
      formOnly: 0,
      finalAccounts: 0,
    });
  });

  test('names the documents its projects cite, with those projects', () => {
    expect(
      linggong.documents.map(({ document, projects }) => [
        document.number ?? document.titles[0],
        projects.map(({ project }) => project.id),
      ]),
    ).toEqual([
      ['示财〔2019〕87号', ['990101-jiaotongju-2024-budget-p1']],
      ['只有题名的示例办法', ['990101-jiaotongju-2024-budget-p1']],
    ]);
    expect(huodong.documents).toEqual([]);
  });

  test('is found by its slug; a draft is not in the archive', () => {
    expect(archive.topic('shili-linggong')).toBe(linggong);
    expect(archive.topic('weiwancheng')).toBeUndefined();
  });

  test('has the forms of its projects by id, each record read once', () => {
    const read: string[] = [];
    const forms = readTopicForms([...linggong.projects, ...huodong.mentions], (unitYear) => {
      read.push(unitYear.disclosureId);
      return readRecord(unitYear);
    });
    expect([...forms].map(([id, form]) => [id, form.kind])).toEqual([
      ['990101-jiaotongju-2024-budget-p1', 'goal'],
      ['990200-tushuguan-2024-budget-p2', 'self-evaluation'],
    ]);
    expect(read).toEqual([...new Set(read)]);
  });
});

describe('the amounts of a region and year', () => {
  const [first] = archive.unitYears;
  const example = first?.projects[0];
  if (first === undefined || example === undefined) {
    throw new Error('The example archive is empty');
  }
  const base: ProjectSummary = example;

  const topic: Topic = {
    slug: 'shili',
    title: '示例',
    query: ['示例'],
    include: [],
    exclude: [],
    draft: false,
    introduction: '示例',
  };

  function cellOf(
    projects: readonly (Pick<ProjectSummary, 'phase' | 'totalFen'> & { unitId?: string })[],
    kind: UnitYear['kind'] = 'budget',
  ) {
    const unitIds = [...new Set(projects.map(({ unitId = first?.unitId ?? '' }) => unitId))];
    const summaries = unitIds.map((unitId): UnitYearSummary => {
      const own = projects
        .filter((project) => (project.unitId ?? first?.unitId) === unitId)
        .map(({ phase, totalFen }, i): ProjectSummary => ({
          ...base,
          ...{ id: `${unitId}-2024-${kind}-p${i + 1}`, n: i + 1, phase, totalFen },
        }));
      return {
        ...(first as UnitYearSummary),
        ...{ unitId, year: 2024, kind, regionCode: unitId.slice(0, 6) },
        disclosureId: `${unitId}-2024-${kind}`,
        projects: own,
        citations: [],
        topics: [
          { slug: 'shili', projects: own.map(({ n }) => ({ n, byName: true, indicators: [] })) },
        ],
      };
    });
    const built = buildArchive({
      contentDirectory: exampleContent,
      summaries,
      ...registers,
      topics: [topic],
    });
    return requireTopic('shili', built.topics).rows[0]?.cells[0];
  }

  test('keep this year and carry-over apart and count amounts that are not printed', () => {
    expect(
      cellOf([
        { phase: 'current', totalFen: 100 },
        { phase: 'current', totalFen: null },
        { phase: 'current', totalFen: 0 },
        { phase: 'carryover', totalFen: 7 },
        { phase: null, totalFen: null },
      ]),
    ).toMatchObject({
      projects: 5,
      current: { fen: 100, known: 2, missing: 1, overlapping: 0 },
      carryover: { fen: 7, known: 1, missing: 0, overlapping: 0 },
      formOnly: 1,
    });
  });

  test('are unknown, not zero, where no project prints one, and absent where there is no project', () => {
    expect(cellOf([{ phase: 'carryover', totalFen: null }])).toMatchObject({
      state: 'found',
      current: null,
      carryover: { fen: null, known: 0, missing: 1, overlapping: 0 },
    });
  });

  test('count a unit where its department prints no amount', () => {
    expect(
      cellOf([
        { unitId: '990101-jiaotongju', phase: 'current', totalFen: null },
        { unitId: '990101-gongluduan', phase: 'current', totalFen: 5 },
      ])?.current,
    ).toEqual({ fen: 5, known: 1, missing: 1, overlapping: 0 });
  });

  test('leave final accounts out and count them', () => {
    expect(cellOf([{ phase: 'current', totalFen: 5 }], 'final-accounts')).toMatchObject({
      state: 'found',
      projects: 1,
      finalAccounts: 1,
      current: null,
    });
  });

  test.each(['include', 'exclude'] as const)(
    'a decision to %s a project the archive does not have stops the build',
    (field) => {
      const decisions = { [field]: [{ project: '990101-x-2024-budget-p1', reason: '示例理由' }] };
      expect(() =>
        buildArchive({
          contentDirectory: exampleContent,
          summaries: archive.unitYears,
          ...registers,
          topics: [{ ...topic, ...decisions }],
        }),
      ).toThrow(
        `content/topics/shili.md: ${field}[0].project: Unexpected "990101-x-2024-budget-p1", expected the id of a project in the archive.`,
      );
    },
  );
});

describe('topicView', () => {
  const entry = requireTopic('shili-linggong');

  test('shows everything that fits', () => {
    const view = topicView(entry);
    expect(view.rows).toEqual({ shown: entry.rows, leftOut: 0 });
    expect(view.projects).toEqual({ shown: entry.projects, leftOut: 0 });
  });

  test('leaves out regions without a find first and counts what is left out', () => {
    const view = topicView(entry, {
      rows: 2,
      projects: 1,
      mentions: 0,
      units: 1,
      documents: 1,
    });
    expect(view.rows.shown.map(({ region }) => region.code)).toEqual(['990101']);
    expect([
      view.rows.leftOut,
      view.projects.leftOut,
      view.mentions.leftOut,
      view.unitsWithout.leftOut,
      view.documents.leftOut,
    ]).toEqual([2, 2, 0, 1, 1]);
  });
});
