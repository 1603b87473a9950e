import { describe, expect, test } from 'vitest';
import { plainProgress } from '../../../scripts/lib/import-progress.ts';
import { inOrder } from '../../../scripts/lib/in-order.ts';
import { setTimeout as pause } from 'node:timers/promises';

describe('plainProgress', () => {
  test.each([
    [1, []],
    [2, ['[1/2] a', '[2/2] b']],
  ])('of %i files', (total, lines) => {
    const printed: string[] = [];
    const progress = plainProgress(total, (line) => void printed.push(line));
    for (const path of ['a', 'b'].slice(0, total)) progress.step(path);
    progress.stop();
    expect(printed).toEqual(lines);
  });
});

describe('inOrder', () => {
  test('gives results in the order of the items, whatever is done first', async () => {
    const results: number[] = [];
    for await (const { result } of inOrder([30, 1, 20, 2], 4, (ms) => pause(ms, ms)))
      results.push(result);
    expect(results).toEqual([30, 1, 20, 2]);
  });

  test('begins no more than it may', async () => {
    let open = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      open += 1;
      most = Math.max(most, open);
      await pause(1);
    };
    for await (const one of inOrder([1, 2, 3, 4, 5], 2, work))
      open -= one.result === undefined ? 1 : 0;
    expect(most).toBe(2);
  });

  test('throws a failure in its turn, after what came before', async () => {
    const taken: number[] = [];
    const work = (n: number): Promise<number> =>
      n === 2 ? Promise.reject(new Error('two')) : Promise.resolve(n);
    const all = async (): Promise<void> => {
      for await (const { result } of inOrder([1, 2, 3], 3, work)) taken.push(result);
    };
    await expect(all()).rejects.toThrow('two');
    expect(taken).toEqual([1]);
  });
});
