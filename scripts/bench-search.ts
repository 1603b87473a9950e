import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRecord } from '../src/archive/read-record.ts';
import { collectSearchRecords, listDirectory } from '../src/archive/search-records.ts';
import { regionFileSchema } from '../src/schema/region.ts';
import { compareContestants, listContestants } from './lib/bench-compare.ts';
import { hitEverything, synthesiseCorpus, type SearchCorpus } from './lib/bench-corpus.ts';
import { askQuestions } from './lib/bench-measure.ts';
import { defineCommand, readCommandLine, runCommand } from './lib/command-line.ts';
import { contentOption } from './lib/common-options.ts';
import { readContent } from './lib/read-content.ts';
import { closeEngine } from './lib/search-engine-files.ts';

/** What the command needs from outside. */
export interface BenchEffects {
  readonly print: (line: string) => void;
}

/** How the command is written. */
export const command = defineCommand({
  usage: 'npm run bench:search -- [options]',
  about:
    'Measures recall, precision, bytes and milliseconds of the search beside other engines, on the same queries.',
  options: {
    content: contentOption,
    records: {
      type: 'string',
      value: '<list>',
      default: 'archive,1000,10000',
      about: 'corpora: archive, or numbers of made records',
    },
    queries: { type: 'string', value: '<n>', default: '60', about: 'queries of each corpus' },
    patience: { type: 'string', value: '<seconds>', default: '60', about: 'for each contestant' },
    only: {
      type: 'string',
      value: '<list>',
      default: '',
      about: 'some contestants; left out: all',
    },
    parts: {
      type: 'string',
      value: '<list>',
      default: '1',
      about: 'parts our search is cut into, one run for each',
    },
    everything: { type: 'string', value: '<n>', about: 'also ask what each of n records holds' },
  },
});

/**
 * Compares our search with the engine as shipped and with other libraries, on the same queries; see
 * {@link command}. `--parts` cuts the archive of our search into so many parts, of neighbouring places.
 */
export async function run(args: readonly string[], effects: BenchEffects): Promise<void> {
  const { values } = readCommandLine(command, args);
  const chosen = listContestants(values.only, values.parts.split(',').map(readCount));
  const patienceMs = Number(values.patience) * 1000;
  try {
    for (const name of values.records.split(',').filter((part) => part !== '')) {
      const corpus = openCorpus(name, values.content);
      const questions = askQuestions(corpus, Number(values.queries));
      effects.print(`\n${name}: ${corpus.records.length} records, ${questions.length} queries\n`);
      effects.print(await compareContestants(chosen, corpus, questions, patienceMs, effects));
    }
    if (values.everything !== undefined) {
      const corpus = hitEverything(openCorpus(values.everything, values.content));
      const all = new Set(corpus.records.keys());
      effects.print(`\na query in each of ${corpus.records.length} records\n`);
      effects.print(
        await compareContestants(
          chosen,
          corpus,
          [{ query: '公开预算', truth: all }],
          patienceMs,
          effects,
        ),
      );
    }
  } finally {
    await closeEngine();
  }
}

function readCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0 && count <= 1000) return count;
  throw new Error(`Unexpected --parts "${text}", expected whole numbers from 1 to 1000`);
}

function openCorpus(name: string, content: string): SearchCorpus {
  if (name !== 'archive') {
    const text = readFileSync(join(content, 'regions.json'), 'utf8');
    return synthesiseCorpus(Number(name), regionFileSchema.parse(JSON.parse(text)).regions);
  }
  const archive = readContent(content);
  return {
    records: [...collectSearchRecords(archive, readRecord)],
    directory: listDirectory(archive),
  };
}

if (import.meta.main) await runCommand(command, async (args) => run(args, { print: console.log }));
