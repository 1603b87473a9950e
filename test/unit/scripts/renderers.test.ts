import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { PageProgram } from '../../../scripts/lib/pages/page-program.ts';
import type { PageTask } from '../../../scripts/lib/pages/page-task.ts';
import { openRenderers } from '../../../scripts/lib/pages/renderers.ts';
import type { PoolSettings } from '../../../scripts/lib/process-pool.ts';

/** What became of the processes, in order. */
const log: string[] = [];

vi.mock('../../../scripts/lib/process-pool.ts', () => ({
  openProcessPool: (_: string, { most }: PoolSettings) => {
    log.push(`open ${most}`);
    return {
      run: async (task: Partial<PageTask>, settings?: { name: string }) => {
        log.push(settings?.name ?? `render ${task.work}`);
        await Promise.resolve();
        if (task.work === 'broken') throw new Error('a page of it cannot be rendered');
        return { aside: task.work };
      },
      destroy: () => {
        log.push(`end ${most}`);
        return Promise.resolve();
      },
    };
  },
}));

const program: PageProgram = { entry: 'entry.mjs', styles: [], linked: 'linked' };
const preparation = { program, folders: ['14-2024'] };
const task = (work: string, choice: PageTask['choice'] = 'units'): PageTask => ({
  ...{ work, choice, program, out: 'dist', slice: 'slice.json', units: [], known: {} },
  ...{ base: '/', site: null },
});

describe('openRenderers', () => {
  beforeEach(() => {
    log.length = 0;
  });

  test('starts no process before there is something to do', async () => {
    expect(await openRenderers({ jobs: 2 }).render([])).toEqual([]);
    expect(log).toEqual([]);
  });

  test('renders the indexes in the process that was prepared for them, and tells results in order', async () => {
    const renderers = openRenderers({ jobs: 2 });
    renderers.prepare(preparation);
    const results = await renderers.render([task('indexes', 'indexes'), task('a'), task('b')]);
    expect(results).toEqual([{ aside: 'indexes' }, { aside: 'a' }, { aside: 'b' }]);
    expect(log.slice(0, 2)).toEqual(['open 1', 'prepareIndexes']);
    const rendered = ['render a', 'render b', 'render indexes'];
    const others = ['open 1', 'open 2', 'prepareIndexes', 'end 1', 'end 2'];
    expect(log.toSorted()).toEqual([...others, ...rendered].toSorted());
  });

  test('lets the processes of one call go on when another is done', async () => {
    const renderers = openRenderers({ jobs: 2 });
    const indexes = renderers.render([task('indexes', 'indexes')]);
    const units = renderers.render(['a', 'b', 'c'].map((work) => task(work)));
    expect(await indexes).toEqual([{ aside: 'indexes' }]);
    expect(await units).toEqual([{ aside: 'a' }, { aside: 'b' }, { aside: 'c' }]);
    expect(log.filter((line) => /^(?:open|end)/u.test(line)).toSorted()).toEqual(
      ['open 1', 'open 2', 'end 1', 'end 2'].toSorted(),
    );
  });

  test('starts the process of the indexes before there is something to prepare, and once', () => {
    const ending = new AbortController();
    const renderers = openRenderers({ jobs: 2, signal: ending.signal });
    renderers.start();
    expect(log).toEqual(['open 1']);
    renderers.prepare(preparation);
    ending.abort();
    expect(log).toEqual(['open 1', 'prepareIndexes', 'end 1']);
  });

  test('prepares nothing where one process at once is allowed, or the build has ended', () => {
    const alone = openRenderers({ jobs: 1 });
    const ended = openRenderers({ jobs: 2, signal: AbortSignal.abort() });
    for (const renderers of [alone, ended]) {
      renderers.start();
      renderers.prepare(preparation);
    }
    expect(log).toEqual([]);
  });

  test('ends every process when a page cannot be rendered', async () => {
    const rendering = openRenderers({ jobs: 2 }).render([
      task('indexes', 'indexes'),
      task('broken'),
      ...Array.from({ length: 20 }, (_, i) => task(`later ${i}`)),
    ]);
    await expect(rendering).rejects.toThrow('a page of it cannot be rendered');
    const count = (what: string): number => log.filter((line) => line.startsWith(what)).length;
    expect(count('end')).toBe(count('open'));
    expect(log).not.toContain('render later 19');
  });

  test('ends every process when the build ends', () => {
    const ending = new AbortController();
    openRenderers({ jobs: 2, signal: ending.signal }).prepare(preparation);
    ending.abort();
    expect(log).toEqual(['open 1', 'prepareIndexes', 'end 1']);
  });
});
