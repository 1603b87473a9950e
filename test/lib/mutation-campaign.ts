import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MutationMessage, MutationOutcome } from './mutation-child.ts';

/** What became of the changed files of one kind. */
export interface CampaignResult {
  readonly kind: string;
  readonly tried: number;
  readonly outcomes: Readonly<Record<MutationOutcome | 'hang', number>>;
  /** Number of each file with an outcome that must not be, and what was told. */
  readonly faults: readonly string[];
}

/** Longest time one small file may take, in seconds, on a machine with other work to do. */
const longest = 60;
const megabytes = 768;

interface Part {
  /** Number of the file the child did not finish; null = it finished all. */
  readonly stoppedAt: number | null;
  readonly messages: readonly MutationMessage[];
  readonly hung: boolean;
}

/** Runs one child over the files from a number on, until it is done, ends itself, or hangs. */
function runChild(kind: string, count: number, from: number, folder: string): Promise<Part> {
  return new Promise((resolve, reject) => {
    const path = join(import.meta.dirname, 'mutation-child.ts');
    const child = fork(path, [kind, String(count), String(from)], {
      cwd: folder,
      execArgv: [`--max-old-space-size=${megabytes}`, '--no-warnings'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const messages: MutationMessage[] = [];
    let hung = false;
    const late = (): void => {
      hung = true;
      child.kill('SIGKILL');
    };
    let timer = setTimeout(late, longest * 1000);
    child.on('message', (message) => {
      messages.push(message as MutationMessage);
      clearTimeout(timer);
      timer = setTimeout(late, longest * 1000);
    });
    child.once('error', reject);
    child.once('exit', () => {
      clearTimeout(timer);
      const next = (messages.at(-1)?.at ?? from - 1) + 1;
      resolve({ messages, hung, stoppedAt: next < count ? next : null });
    });
  });
}

/**
 * Imports `count` changed files of one kind, in children that are replaced when one of them ends or
 * takes too long, into a folder on the disk. What each left there is looked at.
 */
export async function runCampaign(kind: string, count: number): Promise<CampaignResult> {
  const folder = await mkdtemp(join(tmpdir(), 'mutations-'));
  const outcomes = { imported: 0, refused: 0, crash: 0, 'half-written': 0, hang: 0 };
  const faults: string[] = [];
  let [tried, from] = [0, 0 as number | null];
  try {
    while (from !== null) {
      const { messages, hung, stoppedAt } = await runChild(kind, count, from, folder);
      for (const { at, outcome, told } of messages) {
        outcomes[outcome] += 1;
        if (told !== undefined) faults.push(`${kind} ${at}: ${outcome}: ${told}`);
      }
      tried += messages.length;
      if (stoppedAt !== null) {
        tried += 1;
        outcomes[hung ? 'hang' : 'crash'] += 1;
        faults.push(`${kind} ${stoppedAt}: ${hung ? 'takes too long' : 'ends its process'}`);
      }
      from = stoppedAt === null || stoppedAt + 1 >= count ? null : stoppedAt + 1;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { kind, tried, outcomes, faults };
}
