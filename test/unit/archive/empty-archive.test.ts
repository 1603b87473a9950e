import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyArchiveProblem } from '../../../src/archive/empty-archive.ts';
import { temporaryFolder } from '../../support/example-content.ts';

describe('emptyArchiveProblem', () => {
  test('an archive that does not say it is new must have a record', () => {
    expect(emptyArchiveProblem(temporaryFolder(), { mayBeEmpty: false })).toBe(
      'content/disclosures: Unexpected empty archive, expected at least one record. Import a document first, or set "mayBeEmpty": true in content/archive.json while the archive is new.',
    );
  });

  test('a new archive may be empty', () => {
    expect(emptyArchiveProblem(temporaryFolder(), { mayBeEmpty: true })).toBeNull();
  });

  test('a new archive that published something has lost its records', () => {
    const content = temporaryFolder();
    writeFileSync(join(content, 'published-urls.txt'), '2026-01-31 /units/990101-shili/2024/\n');
    expect(emptyArchiveProblem(content, { mayBeEmpty: true })).toBe(
      'content/disclosures: Unexpected empty archive, expected the records behind the 1 addresses of content/published-urls.txt. Restore them.',
    );
  });
});
