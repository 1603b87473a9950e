import { writeFileSync } from 'node:fs';

/** What a process, or all processes of a stage, took. */
export interface Effort {
  /** Seconds of processor time. */
  readonly cpuSeconds: number;
  /** The largest resident set of any one process. */
  readonly peakBytes: number;
}

/** What a stage of a build took. */
export interface StageReport extends Effort {
  readonly name: string;
  readonly wallSeconds: number;
}

/** Seconds that the work on records took, added up over all processes. */
export type WorkReport = Readonly<Record<string, number>>;

/** Measures a build for people who tune it; nothing of it enters the site. */
export interface BuildReport {
  /** Runs a stage of this process and of those it starts; `others` tells what those took. */
  stage<T>(
    name: string,
    run: () => Promise<T>,
    others?: (result: T) => readonly Effort[],
  ): Promise<T>;
  /** Adds what work on records took. */
  addWork(work: WorkReport): void;
  /** Writes the measures into a file of JSON. */
  write(file: string): void;
}

/** What this process took from a moment until now. */
export function effortSince(start: NodeJS.CpuUsage): Effort {
  const { user, system } = process.cpuUsage(start);
  return {
    cpuSeconds: (user + system) / 1e6,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
}

/** Begins a report. */
export function openBuildReport(): BuildReport {
  const stages: StageReport[] = [];
  const work: Record<string, number> = {};
  return {
    stage: async (name, run, others = () => []) => {
      const [clock, cpu] = [performance.now(), process.cpuUsage()];
      const result = await run();
      const efforts = [effortSince(cpu), ...others(result)];
      stages.push({
        name,
        wallSeconds: (performance.now() - clock) / 1000,
        cpuSeconds: efforts.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
        peakBytes: Math.max(...efforts.map(({ peakBytes }) => peakBytes)),
      });
      return result;
    },
    addWork: (more) => {
      for (const [name, seconds] of Object.entries(more)) work[name] = (work[name] ?? 0) + seconds;
    },
    write: (file) => writeFileSync(file, `${JSON.stringify({ stages, work }, null, 2)}\n`),
  };
}
