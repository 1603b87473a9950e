import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import type { Tinypool } from 'tinypool';
import { openProcessPool } from '../process-pool.ts';
import type { PageResult, PageTask } from './page-task.ts';
import type { IndexPreparation } from './render-pages.ts';

/** Processes that render pages of one program. */
export interface Renderers {
  /**
   * Starts the process of the indexes, so that it is there when there is something to {@link prepare}; where
   * one process at once is allowed, it does nothing.
   */
  start(): void;
  /**
   * Begins to read what the indexes need, in the process that renders them, while parts are still being
   * built; where one process at once is allowed, it does nothing. It is no error when it cannot: what the
   * indexes need is read then.
   */
  prepare(preparation: IndexPreparation): void;
  /**
   * Renders tasks, each process one after the other, and ends the processes of their choices; the results
   * stand in the order of the tasks.
   * @throws what a page throws; every process is ended then, also those of tasks of another call.
   */
  render(tasks: readonly PageTask[]): Promise<PageResult[]>;
}

/** How many processes render, and what ends them. */
export interface RendererSettings {
  /** Processes at once; left out = one a core. */
  readonly jobs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Bytes in use after which another process takes over the units that are left. */
const mostMemory = 1 << 30;

/** Opens renderers; a process is started when there is something to do for it. */
export function openRenderers({
  jobs = availableParallelism(),
  signal,
}: RendererSettings = {}): Renderers {
  const pools = new Map<PageTask['choice'], Tinypool>();
  /** The processes of a choice; the indexes have one of their own, which is prepared for them. */
  const poolOf = (choice: PageTask['choice']): Tinypool => {
    const settings = choice === 'indexes' ? { most: 1 } : { most: jobs, mostMemory };
    const pool =
      pools.get(choice) ??
      openProcessPool('pages/render-pages.ts', { name: 'renderPages', ...settings });
    pools.set(choice, pool);
    return pool;
  };
  const close = async (choice: PageTask['choice']): Promise<void> => {
    const pool = pools.get(choice);
    pools.delete(choice);
    await pool?.destroy();
  };
  const closeAll = async (): Promise<void> => {
    await Promise.all([...pools.keys()].map(close));
  };
  signal?.addEventListener('abort', () => void closeAll());
  const limit = pLimit(jobs);
  const mayStart = (): boolean => jobs > 1 && signal?.aborted !== true;
  return {
    start: () => {
      if (mayStart()) poolOf('indexes');
    },
    prepare: (preparation) => {
      if (!mayStart()) return;
      poolOf('indexes')
        .run(preparation, { name: 'prepareIndexes' })
        .catch(() => undefined);
    },
    render: async (tasks) => {
      const choices = [...new Set(tasks.map(({ choice }) => choice))];
      try {
        const results = await Promise.all(
          tasks.map(async (task) =>
            limit(async () => {
              const result = (await poolOf(task.choice).run(task)) as PageResult;
              if (task.choice === 'indexes') await close('indexes');
              return result;
            }),
          ),
        );
        await Promise.all(choices.map(close));
        return results;
      } catch (error) {
        limit.clearQueue();
        await closeAll();
        throw error;
      }
    },
  };
}
