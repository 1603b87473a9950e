import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { UnitYear } from '../../../src/archive/model.ts';
import { readVerification } from '../../../src/archive/read-verification.ts';

const record = 'a'.repeat(64);
const source = 'b'.repeat(64);
const verification = {
  disclosureId: '990101-shili-2024-budget',
  sourceSha256: source,
  recordSha256: record,
  cellsCompared: 3,
  equal: 2,
  explained: 1,
  parts: [{ part: 'tables', compared: 3, equal: 2, explained: 1 }],
  verifiedOn: null,
};

let contentDirectory: string;
beforeEach(() => {
  contentDirectory = mkdtempSync(join(tmpdir(), 'archive-verification-'));
});
afterEach(() => {
  rmSync(contentDirectory, { recursive: true });
});

const unitYear = (): UnitYear =>
  ({
    contentDirectory,
    disclosureId: '990101-shili-2024-budget',
    file: '990101/990101-shili/2024-budget.json',
    recordSha256: record,
    source: { file: 'shili.txt', sha256: source },
  }) as UnitYear;
const write = (value: object): void => {
  const path = join(contentDirectory, 'verifications', unitYear().file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(value));
};

describe('readVerification', () => {
  test('finds none where the record was never compared', () => {
    expect(readVerification(unitYear())).toEqual({ state: 'none' });
  });

  test('holds for the record and source that were compared', () => {
    write(verification);
    expect(readVerification(unitYear())).toEqual({ state: 'verified', verification });
  });

  test.each([
    ['record', { recordSha256: 'c'.repeat(64) }],
    ['source', { sourceSha256: 'c'.repeat(64) }],
    ['disclosure', { disclosureId: '990101-shili-2023-budget' }],
  ])('is void for another %s', (_, change) => {
    write({ ...verification, ...change });
    expect(readVerification(unitYear())).toEqual({ state: 'void' });
  });

  test('refuses a file whose counts do not add up, naming the field', () => {
    write({ ...verification, equal: 3 });
    expect(() => readVerification(unitYear())).toThrow(
      'content/verifications/990101/990101-shili/2024-budget.json: Unexpected verification.\n  cellsCompared',
    );
  });
});
