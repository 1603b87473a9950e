import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isVerified, sha256Of, verifyRecord } from '../../../scripts/lib/verify-record.ts';
import { readSource } from '../../lib/read-source.ts';
import { recordFaults } from '../../lib/record-faults.ts';

const layouts = ['tabbed', 'spaced'].map((layout) => {
  const path = new URL(`../../fixtures/robustness/${layout}.txt`, import.meta.url);
  const bytes = readFileSync(path);
  const record = readSource(bytes.toString());
  record.source = { ...record.source, sha256: sha256Of(bytes), bytes: bytes.length };
  return { layout, bytes, record };
});

describe.each(layouts)('a $layout document read twice', ({ bytes, record }) => {
  test('agrees with itself', async () => {
    const outcome = await verifyRecord(record, bytes);
    expect(outcome.parts.flatMap(({ differences }) => differences)).toEqual([]);
    expect(outcome.parts.map(({ part, compared }) => [part, compared > 10])).toEqual([
      ['tables', true],
      ['forms', true],
      ['indicators', true],
      ['key-facts', true],
    ]);
  });

  test.each(Object.entries(recordFaults))('betrays %s, wherever it is made', async (_, make) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (n) => {
        const faulty = structuredClone(record);
        make(faulty, n);
        expect(isVerified(await verifyRecord(faulty, bytes))).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});
