import { readFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { formatGibibytes } from './format-values.ts';

/** What was measured on, as far as it matters to the numbers. */
export interface Machine {
  readonly cores: number;
  /** Memory with its measure. */
  readonly memory: string;
  /** Programs with their versions. */
  readonly versions: string;
}

/** This machine, with the versions of what is compared. */
export function describeMachine(generator: string, hugo: string | null): Machine {
  const versionOf = (name: string): string =>
    (
      JSON.parse(readFileSync(join(generator, 'node_modules', name, 'package.json'), 'utf8')) as {
        version: string;
      }
    ).version;
  return {
    cores: availableParallelism(),
    memory: formatGibibytes(totalmem()),
    versions: [
      `${process.platform} ${process.arch}`,
      `Node ${process.versions.node}`,
      `Astro ${versionOf('astro')}`,
      `Pagefind ${versionOf('pagefind')}`,
      ...(hugo === null ? [] : [`Hugo ${hugo}`]),
    ].join(' · '),
  };
}
