import type { ArchiveConfig } from '../schema/archive-config.ts';
import { readPublishedDays } from './published-urls.ts';

/**
 * Why an archive without a record must not be built; null = it may: it says that it is new, and nothing
 * of it was ever published, so no record can have got lost.
 */
export function emptyArchiveProblem(
  contentDirectory: string,
  config: Pick<ArchiveConfig, 'mayBeEmpty'>,
): string | null {
  const place = 'content/disclosures: Unexpected empty archive';
  if (!config.mayBeEmpty) {
    return `${place}, expected at least one record. Import a document first, or set "mayBeEmpty": true in content/archive.json while the archive is new.`;
  }
  const published = readPublishedDays(contentDirectory).size;
  return published === 0
    ? null
    : `${place}, expected the records behind the ${published} addresses of content/published-urls.txt. Restore them.`;
}
