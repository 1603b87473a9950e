import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchiveModel } from '../archive/model.ts';
import { readRecord } from '../archive/read-record.ts';
import { topicCsvPath, topicIndicatorsCsvPath, topicPath } from '../format/url.ts';
import { dataFiles } from '../schema/data-files.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import {
  topicFile,
  topicIndicatorRows,
  topicProjectsByDisclosure,
  topicRows,
} from './topic-csv.ts';
import { openCsvFile } from './write-csv-file.ts';

/**
 * Writes `topic.csv` and `indicators.csv` beside the page of each topic. Only records in which a topic
 * is found are read, each once, one at a time. Returns the number of files written.
 */
export function writeTopicFiles(archive: ArchiveModel, outDirectory: string): number {
  const writers = archive.topics.map((entry) => {
    const { slug } = entry.topic;
    mkdirSync(join(outDirectory, topicPath(slug)), { recursive: true });
    const projects = openCsvFile(join(outDirectory, topicCsvPath(slug)), topicFile);
    const file = join(outDirectory, topicIndicatorsCsvPath(slug));
    const indicators = openCsvFile(file, dataFiles.indicators);
    return { entry, found: topicProjectsByDisclosure(entry), projects, indicators };
  });
  for (const unitYear of archive.unitYears) {
    let record: Disclosure | undefined;
    const read = (): Disclosure => (record ??= readRecord(unitYear));
    for (const { entry, found, projects, indicators } of writers) {
      const here = found.get(unitYear.disclosureId) ?? [];
      projects.write(topicRows(entry, archive, unitYear, here));
      if (here.length > 0) indicators.write(topicIndicatorRows(read(), here));
    }
  }
  for (const { projects, indicators } of writers) {
    projects.close();
    indicators.close();
  }
  return 2 * writers.length;
}
