import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PartEntry } from '../../../src/archive/part-files.ts';
import { partFileNames } from '../../../src/archive/part-files.ts';
import type { PartSink } from '../../../src/archive/part-record.ts';
import { sha256 } from '../../../src/archive/record-file.ts';

/** Writes summaries and findings of a part into its folder, a line each, and the list of its records. */
export function openPartSummaries(folder: string): PartSink {
  const summaries = openSync(join(folder, partFileNames.summaries), 'w');
  const findingsFile = openSync(join(folder, partFileNames.findings), 'w');
  const entries: PartEntry[] = [];
  let start = 0;
  return {
    add: ({ summary, findings }) => {
      const line = Buffer.from(`${JSON.stringify(summary)}\n`, 'utf8');
      writeFileSync(summaries, line);
      const found = Buffer.from(`${JSON.stringify(findings)}\n`, 'utf8');
      writeFileSync(findingsFile, found);
      const { disclosureId, unitId, file, recordSha256 } = summary;
      const place = {
        findings: [start, found.length] as const,
        summarySha256: sha256(line.subarray(0, -1)),
      };
      entries.push({ disclosureId, unitId, file, recordSha256, ...place });
      start += found.length;
    },
    close: () => {
      closeSync(summaries);
      closeSync(findingsFile);
      writeFileSync(join(folder, partFileNames.entries), JSON.stringify(entries));
    },
  };
}
