import type { Readable, Writable } from 'node:stream';
import { autocomplete, isCancel, log, text } from '@clack/prompts';
import type { MissingPart } from '../../src/extract/refusal.ts';
import { Interrupted } from './interrupted.ts';
import { type RegionChoice, isChosen } from './region-choices.ts';

/** What the operator is asked about a document, with what can be proposed. */
export interface Question {
  /** Path of the document. */
  readonly source: string;
  /** Why it is asked: the message of the refusal. */
  readonly because: string;
  /** A proposed answer; null = none. */
  readonly proposal: string | null;
  /** The divisions to choose from; empty unless a division is asked for. */
  readonly regions: readonly RegionChoice[];
}

/** Asks the operator for what a document does not tell. */
export interface ImportPrompts {
  /**
   * The answer as it stands in the option of the same name: a unit's name, a year, a division code.
   * @throws Interrupted when the operator breaks off.
   */
  ask(part: MissingPart, question: Question): Promise<string>;
}

/** Why an answer cannot be taken; undefined = it can. */
export function answerProblem(part: MissingPart, answer: string): string | undefined {
  const given = answer.trim();
  if (part === 'year')
    return /^20\d{2}$/u.test(given) ? undefined : 'Write a year of four digits, such as 2024.';
  if (part === 'region')
    return /^\d{6}$/u.test(given) ? undefined : 'Choose a division of the list.';
  if (given === '' || given.length > 200) return 'Write the name as the document prints it.';
  return /\p{Cc}/u.test(given) ? 'Write the name without control characters.' : undefined;
}

const messages = {
  unit: 'Full name of the unit, with its division (单位名称)',
  year: 'Budget year (预算年度)',
  region: 'Division the unit belongs to (区划): type a part of its name, or its code',
} as const;

/** Streams the operator types into and reads from; absent = those of the process. */
export interface PromptStreams {
  readonly input?: Readable;
  readonly output?: Writable;
}

/** Prompts on a terminal. */
export const promptsOn = (streams: PromptStreams = {}): ImportPrompts => ({
  ask: async (part, { source, because, proposal, regions }) => {
    log.warn(`${source}\n${because}`, streams);
    const common = {
      ...streams,
      message: messages[part],
      ...(proposal === null ? {} : { initialValue: proposal }),
    };
    const answer =
      part === 'region'
        ? await autocomplete({
            ...common,
            maxItems: 10,
            options: regions.map(({ code, label }) => ({ value: code, label: `${label} ${code}` })),
            filter: (search, { value, label = '' }) => isChosen(search, { code: value, label }),
          })
        : await text({ ...common, validate: (given) => answerProblem(part, given ?? '') });
    if (isCancel(answer)) throw new Interrupted('Stopped by the operator.');
    return answer.trim();
  },
});
