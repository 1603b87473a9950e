import { describe, expect, test } from 'vitest';
import { codeChecks, run, type CheckEffects } from '../../../scripts/check.ts';

/** Effects that note what was run; `failing` scripts fail. */
function fakeEffects(failing: readonly string[] = []): { effects: CheckEffects; ran: string[] } {
  const ran: string[] = [];
  return {
    ran,
    effects: {
      runScript: (name) => {
        ran.push(name);
        return !failing.includes(name);
      },
      checkDocuments: (args) => {
        ran.push(`documents ${args.join(' ')}`);
        return Promise.resolve(7);
      },
    },
  };
}

describe('npm run check', () => {
  test('without a file runs every check of the code', async () => {
    const { effects, ran } = fakeEffects();
    expect(await run([], effects)).toBe(0);
    expect(ran).toEqual([...codeChecks]);
  });

  test('stops at the first check that fails', async () => {
    const { effects, ran } = fakeEffects(['check:lint']);
    expect(await run([], effects)).toBe(1);
    expect(ran).toEqual(['check:types', 'check:lint']);
  });

  test('with a file checks the document and hands its exit code on', async () => {
    const { effects, ran } = fakeEffects();
    expect(await run(['a.txt', '--json'], effects)).toBe(7);
    expect(ran).toEqual(['documents a.txt --json']);
  });
});
