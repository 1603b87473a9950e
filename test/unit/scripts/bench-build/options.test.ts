import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseBenchOptions } from '../../../../scripts/lib/bench-build/bench-options.ts';
import { neededBytes, whyLeftOut } from '../../../../scripts/lib/bench-build/compare-builds.ts';

const gibibyte = 2 ** 30;

describe('whyLeftOut', () => {
  test('a contestant that needs more memory than can be had is not begun', () => {
    expect(whyLeftOut('naive', 5000, 8 * gibibyte, null)).toBe(
      'needs about 10.74 GiB of memory, 8.00 GiB can be had (--max-memory)',
    );
    expect(whyLeftOut('naive', 10_000, neededBytes('naive', 10_000), null)).toBeNull();
    // Of more records it takes a share.
    expect(neededBytes('naive', 10_000)).toBe(neededBytes('naive', 5000));
    expect(neededBytes('usual', 10_000)).toBe(neededBytes('usual', 1000));
  });

  test('hugo is left out where there is none', () => {
    expect(whyLeftOut('hugo', 10, gibibyte, null)).toBe('hugo is not installed');
    expect(whyLeftOut('hugo', 10, gibibyte, '0.111.3')).toBeNull();
  });
});

describe('parseBenchOptions', () => {
  const root = resolve('/generator');

  test('has a default for everything', () => {
    expect(parseBenchOptions([], root)).toEqual({
      sizes: [1000, 10_000],
      contestants: ['ours', 'changed', 'pages', 'floor', 'naive', 'usual', 'hugo'],
      maxBytes: null,
      timeoutSeconds: 3600,
      verifyUpTo: 1000,
      write: null,
      work: join(root, '.cache/bench-build'),
    });
  });

  test('sizes ascend without repetition, contestants run in their order', () => {
    const args = ['--sizes', '50,20,50', '--only', 'floor,ours', '--max-memory', '1.5', '--verify'];
    expect(parseBenchOptions(args, root)).toMatchObject({
      sizes: [20, 50],
      contestants: ['ours', 'floor'],
      maxBytes: 1.5 * gibibyte,
      verifyUpTo: Number.POSITIVE_INFINITY,
    });
  });

  test.each([
    [['--sizes', '1000,x'], 'Unexpected --sizes "x"'],
    [['--sizes', '0'], 'Unexpected --sizes "0"'],
    [['--sizes', ','], 'Unexpected empty --sizes'],
    [['--only', 'theirs'], 'Unexpected --only "theirs", expected some of: ours, changed, pages'],
    [['--only', ''], 'Unexpected --only ""'],
    [['--only', 'changed'], 'Unexpected --only changed without ours'],
    [['--max-memory', 'all'], 'Unexpected --max-memory "all", expected a number of GiB above 0.'],
    [['--timeout', '-5'], "Option '--timeout' argument is ambiguous"],
    [['--timeout', '0'], 'Unexpected --timeout "0"'],
    [['--work', '../elsewhere'], 'Unexpected --work "../elsewhere"'],
    [['--work', '.cache'], 'Unexpected --work ".cache"'],
  ])('refuses %j', (args, message) => {
    expect(() => parseBenchOptions(args, root)).toThrow(message);
  });
});
