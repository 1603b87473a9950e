import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import type { UnitYear } from '../../../src/archive/model.ts';
import { knowSummaries, knownAmounts, pageKey } from '../../../src/archive/page-key.ts';
import { exampleContent } from '../../support/example-content.ts';

const [first, second] = readContent(exampleContent).unitYears;
if (first === undefined || second === undefined) throw new Error('No records');
const keyOf = (...shown: readonly unknown[]) => pageKey(() => shown).cacheKey;
/** The same unit-year as another object, whose digest is not known yet. */
const copyOf = (unitYear: UnitYear): UnitYear => ({ ...unitYear });
const entryOf = ({ disclosureId, unitId, file, recordSha256 }: UnitYear, summary: string) => ({
  disclosureId,
  unitId,
  file,
  recordSha256,
  summarySha256: summary,
  amounts: `amounts of ${summary}`,
  findings: [0, 0] as const,
  projects: 0,
});

describe('pageKey', () => {
  beforeEach(() => vi.stubEnv('ARCHIVE_PAGE_KEYS', 'yes'));
  afterEach(() => {
    vi.unstubAllEnvs();
    knowSummaries([]);
  });

  test('is empty where nobody asks for keys', () => {
    vi.stubEnv('ARCHIVE_PAGE_KEYS', 'no');
    expect(pageKey(() => [first])).toEqual({});
  });

  test('tells unit-years apart, and says nothing of where content lies', () => {
    expect(keyOf(first)).not.toBe(keyOf(second));
    expect(keyOf({ ...first, contentDirectory: '/elsewhere' })).toBe(keyOf(first));
    expect(keyOf({ ...first, gaps: first.gaps + 1 })).not.toBe(keyOf(first));
  });

  test('goes by the digests that parts have of their summaries', () => {
    knowSummaries([entryOf(first, 'a')]);
    const before = keyOf(copyOf(first));
    expect(keyOf({ ...first, gaps: first.gaps + 1 })).toBe(before);
    knowSummaries([entryOf(first, 'b')]);
    expect(keyOf(copyOf(first))).not.toBe(before);
    knowSummaries([{ ...entryOf(first, 'a'), recordSha256: 'another' }]);
    expect(keyOf(copyOf(first))).toBe(keyOf({ ...first, contentDirectory: '/elsewhere' }));
  });

  test('has the digests of amounts of those records that parts have', () => {
    knowSummaries([entryOf(first, 'a')]);
    expect(knownAmounts(copyOf(first))).toBe('amounts of a');
    expect(knownAmounts(second)).toBeUndefined();
    expect(knownAmounts({ ...first, recordSha256: 'another' })).toBeUndefined();
  });
});
