import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ArchiveModel } from '../archive/model.ts';
import { readRecord } from '../archive/read-record.ts';
import { topicWorkbookPath } from '../format/url.ts';
import { topicWorkbook } from './topic-workbook.ts';

/**
 * Writes `topic.xlsx` beside the page of each topic, one topic and one record in memory at a time.
 * Returns the number of files written.
 */
export async function writeTopicWorkbooks(
  archive: ArchiveModel,
  outDirectory: string,
): Promise<number> {
  for (const entry of archive.topics) {
    const file = join(outDirectory, topicWorkbookPath(entry.topic.slug));
    mkdirSync(dirname(file), { recursive: true });
    await writeFile(file, topicWorkbook(entry, archive, readRecord));
  }
  return archive.topics.length;
}
