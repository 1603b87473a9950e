import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { amountsDigest } from '../../../src/archive/amounts-digest.ts';
import type { UnitYearSummary } from '../../../src/archive/model.ts';
import { decidedProjects, outlineOf } from '../../../src/archive/outline.ts';
import { packFindings } from '../../../src/archive/packed-findings.ts';
import type { PartEntry } from '../../../src/archive/part-files.ts';
import { partFileNames } from '../../../src/archive/part-files.ts';
import type { PartSink } from '../../../src/archive/part-record.ts';
import { sha256 } from '../../../src/archive/record-file.ts';
import type { Topic } from '../../../src/schema/topic.ts';

/**
 * Writes summaries and findings of a part into its folder, a line each, the outlines of the summaries, and
 * the list of its records.
 */
export function openPartSummaries(folder: string, topics: readonly Topic[]): PartSink {
  const open = (name: string): number => openSync(join(folder, name), 'w');
  const summaries = open(partFileNames.summaries);
  const findingsFile = open(partFileNames.findings);
  const decided = decidedProjects(topics);
  const entries: PartEntry[] = [];
  const outlines: UnitYearSummary[] = [];
  let start = 0;
  return {
    add: ({ summary, findings }) => {
      const line = Buffer.from(`${JSON.stringify(summary)}\n`, 'utf8');
      writeFileSync(summaries, line);
      outlines.push(outlineOf(summary, decided));
      const found = Buffer.from(`${packFindings(findings)}\n`, 'utf8');
      writeFileSync(findingsFile, found);
      const { disclosureId, unitId, file, recordSha256 } = summary;
      const place = {
        findings: [start, found.length] as const,
        summarySha256: sha256(line.subarray(0, -1)),
        amounts: amountsDigest(summary),
      };
      const projects = summary.projects.length;
      entries.push({ disclosureId, unitId, file, recordSha256, ...place, projects });
      start += found.length;
    },
    close: () => {
      for (const file of [summaries, findingsFile]) closeSync(file);
      writeFileSync(join(folder, partFileNames.outlines), JSON.stringify(outlines));
      writeFileSync(join(folder, partFileNames.entries), JSON.stringify(entries));
    },
  };
}
