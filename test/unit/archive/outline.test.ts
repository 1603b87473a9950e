import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { buildArchive } from '../../../src/archive/build-archive.ts';
import type { ArchiveModel } from '../../../src/archive/model.ts';
import { decidedProjects, outlineOf } from '../../../src/archive/outline.ts';
import { readRegisters } from '../../../src/archive/read-registers.ts';
import { entityRecords } from '../../../src/archive/search-records.ts';
import { archiveFiles } from '../../../src/downloads/data-rows.ts';
import { topicProjectsByDisclosure, topicRows } from '../../../src/downloads/topic-csv.ts';
import { exampleContent } from '../../support/example-content.ts';

const archive = readContent(exampleContent);
const registers = readRegisters(exampleContent);
const decided = decidedProjects(registers.topics);
const outlines = archive.unitYears.map((unitYear) => outlineOf(unitYear, decided));

describe('the outlines of an archive', () => {
  /** Everything that is joined from the model of an archive. */
  const joinedFrom = (model: ArchiveModel): unknown => ({
    registers: Object.values(archiveFiles).map((rowsOf) => rowsOf(model)),
    search: [...entityRecords(model)],
    topics: model.topics.map((entry) => {
      const found = topicProjectsByDisclosure(entry);
      const { rows, projects, mentions, documents } = entry;
      return {
        rows,
        csv: model.unitYears.map((unitYear) =>
          topicRows(entry, model, unitYear, found.get(unitYear.disclosureId) ?? []),
        ),
        counts: [projects.length, mentions.length, documents.length, entry.unitsWith.length],
      };
    }),
  });

  test('give to all that is joined what the whole summaries give', () => {
    const contentDirectory = exampleContent;
    const ofOutlines = buildArchive({ contentDirectory, summaries: outlines, ...registers });
    expect(archive.topics.some(({ included }) => included.length > 0)).toBe(true);
    expect(archive.documents).not.toEqual([]);
    expect(joinedFrom(ofOutlines)).toEqual(joinedFrom(archive));
  });

  test('leave out what pages alone show', () => {
    const size = (summaries: readonly object[]): number => JSON.stringify(summaries).length;
    expect(size(outlines)).toBeLessThan(0.7 * size(archive.unitYears));
    expect(outlines.flatMap(({ projects }) => projects).length).toBeLessThan(
      archive.unitYears.flatMap(({ projects }) => projects).length,
    );
    for (const { notableFindings, economicClasses } of outlines)
      expect([notableFindings, economicClasses]).toEqual([[], []]);
  });
});
