import { gzipSync } from 'node:zlib';
import type { SearchCorpus } from './bench-corpus.ts';

/** Hits that a page shows at once; what a contestant must fetch to show them counts as fetched. */
export const shownHits = 20;

/** One opened search, as a fresh browser would have it: nothing fetched yet. */
export interface Session {
  /** Numbers of the records found. */
  readonly search: (query: string) => Promise<ReadonlySet<number>>;
  /** Bytes fetched since the session began, as a server that compresses text sends them. */
  readonly fetched: () => number;
  /** Files fetched since the session began. */
  readonly requests: () => number;
}

/** A built index. */
export interface BuiltIndex {
  /** Bytes of all its files, text compressed. */
  readonly bytes: number;
  readonly open: () => Promise<Session>;
  readonly close: () => Promise<void>;
}

/** A way to search the corpus. */
export interface Contestant {
  readonly name: string;
  /** Builds the index in a folder of its own; undefined = its library is not installed. */
  readonly build: (corpus: SearchCorpus, folder: string) => Promise<BuiltIndex | undefined>;
}

/** Bytes of a text after gzip, as servers send it. */
export const compressedSize = (content: string | Uint8Array): number =>
  gzipSync(content, { level: 9 }).length;
