import { resolve } from 'node:path';
import { defineCommand, readCommandLine } from '../command-line.ts';
import { contestantNames, type ContestantName } from './measurement.ts';

/** What is measured, and within which limits. */
export interface BenchOptions {
  /** Numbers of unit-years, ascending. */
  readonly sizes: readonly number[];
  /** In the order they run. */
  readonly contestants: readonly ContestantName[];
  /** Memory all processes of a contestant may take together; null = what is free when it begins. */
  readonly maxBytes: number | null;
  /** Seconds a contestant may take. */
  readonly timeoutSeconds: number;
  /** Up to so many unit-years, a changed archive is also built in full and compared. */
  readonly verifyUpTo: number;
  /** File the tables are written to; null = none. */
  readonly write: string | null;
  /** Folder of everything made on the way, below the generator, whose packages its sites use. */
  readonly work: string;
}

/** How the command is written. */
export const command = defineCommand({
  usage: 'npm run bench:build -- [options]',
  about: `Builds example archives with this generator and with others beside it, and prints time, memory, bytes,
growth, and whether each target is met; ends with 1 when one is not.`,
  options: {
    sizes: {
      type: 'string',
      value: '<list>',
      default: '1000,10000',
      about: 'numbers of unit-years',
    },
    only: {
      type: 'string',
      value: '<list>',
      default: contestantNames.join(','),
      about: 'who is measured',
    },
    'max-memory': {
      type: 'string',
      value: '<GiB>',
      about: 'leave out what needs more; left out: what is free',
    },
    timeout: {
      type: 'string',
      value: '<seconds>',
      default: '3600',
      about: 'end what takes longer',
    },
    verify: {
      type: 'boolean',
      default: false,
      about: 'compare a change with a full build above 1,000 unit-years too',
    },
    write: { type: 'string', value: '<file>', about: 'keep the tables in a section of a page' },
    work: {
      type: 'string',
      value: '<folder>',
      default: '.cache/bench-build',
      about: 'everything made on the way',
    },
  },
});

/**
 * The options of the command.
 * @throws naming option, what was found and what is expected.
 */
export function parseBenchOptions(args: readonly string[], generator: string): BenchOptions {
  const { values } = readCommandLine(command, args);
  const memory = values['max-memory'];
  return {
    sizes: parseSizes(values.sizes),
    contestants: parseContestants(values.only),
    maxBytes: memory === undefined ? null : parseNumber('max-memory', memory, 'GiB') * 2 ** 30,
    timeoutSeconds: parseNumber('timeout', values.timeout, 'seconds'),
    verifyUpTo: values.verify ? Number.POSITIVE_INFINITY : 1000,
    write: values.write === undefined ? null : resolve(values.write),
    work: parseWork(values.work, generator),
  };
}

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

function parseSizes(text: string): number[] {
  const sizes = listOf(text).map((part) => {
    if (/^[1-9]\d{0,6}$/u.test(part)) return Number(part);
    throw new Error(`Unexpected --sizes "${part}", expected whole numbers such as 1000,10000.`);
  });
  if (sizes.length === 0) throw new Error('Unexpected empty --sizes, expected e.g. 1000,10000.');
  return [...new Set(sizes)].sort((a, b) => a - b);
}

function parseContestants(text: string): ContestantName[] {
  const named = listOf(text);
  const unknown = named.find((name) => !contestantNames.some((known) => known === name));
  if (unknown !== undefined || named.length === 0)
    throw new Error(
      `Unexpected --only "${unknown ?? ''}", expected some of: ${contestantNames.join(', ')}.`,
    );
  if (named.includes('changed') && !named.includes('ours'))
    throw new Error(
      'Unexpected --only changed without ours, expected both: it goes on from that build.',
    );
  return contestantNames.filter((name) => named.includes(name));
}

function parseNumber(name: string, text: string, measure: string): number {
  const number = /^\d{1,6}(?:\.\d{1,3})?$/u.test(text) ? Number(text) : 0;
  if (number > 0) return number;
  throw new Error(`Unexpected --${name} "${text}", expected a number of ${measure} above 0.`);
}

function parseWork(text: string, generator: string): string {
  const work = resolve(generator, text);
  if (work.startsWith(resolve(generator, '.cache', 'x').slice(0, -1))) return work;
  throw new Error(
    `Unexpected --work "${text}", expected a folder below .cache/: the sites compared use the packages of this project.`,
  );
}
