import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import { describe, expect, test } from 'vitest';
import { runCampaign } from '../lib/mutation-campaign.ts';
import { mutatedFiles } from '../lib/mutate-file.ts';
import { shortExamples } from '../lib/short-examples.ts';

/** Changed files of each kind; `MUTATIONS=5000` tries more of them. */
const count = Number(process.env['MUTATIONS'] ?? 720);
const kinds = Object.keys(shortExamples);

describe('changed files', () => {
  test.each(kinds)('those of %s differ from each other and from the example', (kind) => {
    const example = shortExamples[kind]?.() ?? new Uint8Array();
    const made = [...mutatedFiles(kind, example, 60)].map((bytes) => Buffer.from(bytes));
    const others = made.filter((bytes) => !bytes.equals(example));
    expect(new Set(others.map((bytes) => bytes.toString('latin1'))).size).toBeGreaterThan(40);
  });

  test('over 5,000 of them are imported or refused: no crash, no hang, nothing half written', async () => {
    const limit = pLimit(Math.min(availableParallelism(), 4));
    const results = await Promise.all(kinds.map((kind) => limit(() => runCampaign(kind, count))));
    const sum = (of: (result: (typeof results)[number]) => number): number =>
      results.reduce((total, result) => total + of(result), 0);
    for (const { kind, tried, outcomes } of results)
      console.log(
        `${kind}: ${tried} tried, ${outcomes.imported} imported, ${outcomes.refused} refused`,
      );
    console.log(
      `${sum(({ tried }) => tried)} tried: ${sum(({ outcomes }) => outcomes.crash)} crashes, ${sum(({ outcomes }) => outcomes.hang)} hangs, ${sum(({ outcomes }) => outcomes['half-written'])} half-written files`,
    );
    expect(results.flatMap(({ faults }) => faults)).toEqual([]);
    for (const { kind, tried, outcomes } of results) {
      expect(tried, kind).toBe(count);
      expect(outcomes.imported + outcomes.refused, kind).toBe(count);
      expect(Math.min(outcomes.imported, outcomes.refused), kind).toBeGreaterThan(count / 50);
    }
    expect(sum(({ tried }) => tried)).toBe(count * kinds.length);
  }, 1_200_000);
});
