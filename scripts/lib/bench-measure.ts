import { parseSearchQuery } from '../../src/format/search-query.ts';
import { normaliseFields } from '../../src/format/search-text.ts';
import type { BuiltIndex } from './bench-contestant.ts';
import type { SearchCorpus } from './bench-corpus.ts';
import { seededRandom } from './bench-random.ts';

/** What was measured of one contestant; bytes as sent, times in milliseconds. */
export interface Measurement {
  readonly name: string;
  readonly records: number;
  /** Queries answered before the time ran out. */
  readonly queries: number;
  /** Mean over the queries. */
  readonly recall: number;
  readonly precision: number;
  /** Bytes until the first results of a fresh session. */
  readonly coldMedian: number;
  readonly coldP95: number;
  /** Bytes of each further query of one session. */
  readonly furtherMedian: number;
  readonly furtherMean: number;
  readonly furtherP95: number;
  /** Files until the first results, and of each further query. */
  readonly coldRequests: number;
  readonly furtherRequests: number;
  readonly furtherRequestsP95: number;
  readonly msMedian: number;
  readonly msP95: number;
  readonly indexBytes: number;
  readonly buildMs: number;
}

/** Queries with the numbers of the records that contain them, by looking at every record. */
export interface Question {
  readonly query: string;
  readonly truth: ReadonlySet<number>;
}

/** Words people come for, and random parts of random records; the same for the same corpus. */
export function askQuestions({ records }: SearchCorpus, count: number): Question[] {
  const random = seededRandom(2026);
  const queries = ['零工市场', '就业补助', '公用经费', '满意度', '驻村工作', '住房公积金', '资金'];
  while (queries.length < count) {
    const characters = Array.from(random.pick(random.pick(records).fields));
    const length = Math.min(characters.length, 2 + random.below(5));
    const from = random.below(characters.length - length + 1);
    const query = characters.slice(from, from + length).join('');
    if (parseSearchQuery(query).words.length === 1 && !queries.includes(query)) queries.push(query);
  }
  const texts = records.map(({ fields }) => normaliseFields(fields));
  return queries.map((query) => {
    const [word = ''] = parseSearchQuery(query).words;
    const numbers = texts.flatMap((text, i) => (text.includes(word) ? [i] : []));
    return { query, truth: new Set(numbers) };
  });
}

/** Sessions opened anew to measure first results. */
const coldSessions = 10;

/** Asks every question in one session, and some each in a session of its own. */
export async function measure(
  index: BuiltIndex,
  questions: readonly Question[],
  patienceMs: number,
): Promise<Omit<Measurement, 'name' | 'records' | 'indexBytes' | 'buildMs'>> {
  const cold: number[] = [];
  const coldFiles: number[] = [];
  const end = performance.now() + patienceMs;
  for (const { query } of questions.slice(0, coldSessions)) {
    if (performance.now() > end && cold.length > 0) break;
    const fresh = await index.open();
    await fresh.search(query);
    cold.push(fresh.fetched());
    coldFiles.push(fresh.requests());
  }
  const session = await index.open();
  const further: number[] = [];
  const files: number[] = [];
  const times: number[] = [];
  const recalls: number[] = [];
  const precisions: number[] = [];
  for (const { query, truth } of questions) {
    if (performance.now() > end && times.length > 0) break;
    const before = { bytes: session.fetched(), files: session.requests() };
    const start = performance.now();
    const found = await session.search(query);
    times.push(performance.now() - start);
    if (times.length > 1) {
      further.push(session.fetched() - before.bytes);
      files.push(session.requests() - before.files);
    }
    const right = [...found].filter((number) => truth.has(number)).length;
    if (truth.size > 0) recalls.push(right / truth.size);
    if (found.size > 0) precisions.push(right / found.size);
  }
  return {
    queries: times.length,
    recall: mean(recalls),
    precision: mean(precisions),
    coldMedian: quantile(cold, 0.5),
    coldP95: quantile(cold, 0.95),
    furtherMedian: quantile(further, 0.5),
    furtherMean: mean(further),
    furtherP95: quantile(further, 0.95),
    coldRequests: quantile(coldFiles, 0.5),
    furtherRequests: quantile(files, 0.5),
    furtherRequestsP95: quantile(files, 0.95),
    msMedian: quantile(times, 0.5),
    msP95: quantile(times, 0.95),
  };
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
