import type { SearchKind } from './search-record.ts';

/**
 * The files the search reads besides the engine's own. All are gzipped JSON. What belongs to the
 * whole archive lies in `archive/` of the bundle; each part of the archive has a folder of its own
 * in the bundle with an index of the engine and, in `archive/` below it, the files of its blocks.
 * The engine indexes blocks: one of its records stands for many of ours with like texts, and the file
 * of a block bears the engine's own id for it.
 */

/** `archive/manifest.bin`: what is known before any query. */
export interface SearchManifest {
  readonly version: 2;
  /** Number of records of each kind. */
  readonly counts: Readonly<Record<SearchKind, number>>;
  readonly blocks: number;
  /** Parts in the order of the numbers in the pair directory. */
  readonly parts: readonly SearchPart[];
  readonly pairs: PairDirectory;
  readonly pinyin: PinyinFiles;
  readonly unitYears: number;
  /** Unit-years in one directory file of a part. */
  readonly directorySize: number;
  /** Regions with records and those above them, in code order: code, name, code above or empty. */
  readonly regions: readonly (readonly [code: string, name: string, parent: string])[];
  /** Functional subjects of the archive in code order. */
  readonly subjects: readonly (readonly [code: string, name: string])[];
  /** Tables that rows stand in: id and label. */
  readonly tables: readonly (readonly [id: string, label: string])[];
  /** Years of the archive, ascending. */
  readonly years: readonly number[];
  /** Records of each value, for the filters before anything is typed. */
  readonly facets: Readonly<
    Record<FacetName, readonly (readonly [value: string, count: number])[]>
  >;
}

/** A part of the archive with an index of its own, in the folder of its id. */
export interface SearchPart {
  readonly id: string;
  /** Digest of all that the part holds, in the names of its directory files. */
  readonly digest: string;
  readonly records: number;
  /** Leading digits that the division codes of all its records share; empty = none. */
  readonly regions: string;
  /** Year of all its records; null = several, or records without a year. */
  readonly year: number | null;
}

/**
 * Which parts have which words of the engine: `archive/pairs-<digest>-<n>.bin` holds the words whose
 * scrambled number begins with the `bits` bits of n. An archive of few parts has no such files.
 */
export interface PairDirectory {
  /** Empty = there is no directory: every part is asked. */
  readonly digest: string;
  readonly bits: number;
}

/** One file of the pair directory, by column, in the order of the scrambled numbers. */
export interface PairFile {
  /** Scrambled numbers of the words: the first, then the distance from the one before. */
  readonly words: readonly number[];
  /** Index into `parts` of each word. */
  readonly set: readonly number[];
  /** Distinct sets of parts as bits, the first part the lowest bit of the first byte, in base64. */
  readonly parts: readonly string[];
}

/** The files `archive/pinyin-<digest>-<n>.bin`. */
export interface PinyinFiles {
  readonly digest: string;
  readonly files: number;
  /** Names that are not in them, because there are too many for a browser: the rarest. */
  readonly leftOut: number;
}

/** The filters that choose among values. */
export type FacetName = 'kind' | 'region' | 'year' | 'subject' | 'fund' | 'phase';

/** `<part>/archive/directory-<digest>-<n>.bin`: a run of the unit-years of a part, by column. */
export interface DirectoryFile {
  readonly unitId: readonly string[];
  readonly unitName: readonly string[];
  readonly regionCode: readonly string[];
  readonly year: readonly number[];
  /** 0 = budget, 1 = final accounts. */
  readonly kind: readonly number[];
  readonly includedIn: readonly string[];
}

/** What many records of a block have in common: phase, subject, fund bits, table, column. */
export type BlockAttributes = readonly [
  phase: number,
  subject: string,
  funds: number,
  tableId: string,
  column: string,
];

/** The part of a block that every hit needs, by column; records of one text stand together. */
export interface UnitYearBlock {
  readonly kind: 'project' | 'indicator' | 'line' | 'text';
  /** Distinct texts; fields are parted by a line break. */
  readonly texts: readonly string[];
  /** Records of each text. */
  readonly counts: readonly number[];
  /** Unit-year of each record within the part: the first of a text, then the distance from the one before. */
  readonly unitYear: readonly number[];
  readonly n: readonly number[];
  /** Indicators only: number of the indicator. */
  readonly indicator?: readonly number[];
  /** Projects only: slug; empty = that of the record before. */
  readonly slug?: readonly string[];
  readonly attributes: readonly BlockAttributes[];
  /** Index into `attributes` of each record. */
  readonly attribute: readonly number[];
  /** 分 in one unit of `amount`. */
  readonly scale: number;
  readonly amount: readonly (number | null)[];
}

/** A block of units, subjects or documents. */
export interface EntityBlock {
  readonly kind: 'unit' | 'subject' | 'document';
  readonly texts: readonly string[];
  readonly id: readonly string[];
  readonly regions: readonly (readonly string[])[];
  readonly years: readonly (readonly number[])[];
  readonly count: readonly number[];
}

/** `<part>/archive/<id>.bin`: one block. */
export type SearchBlock = UnitYearBlock | EntityBlock;

/** `<part>/archive/<id>.context.bin`: what only shown indicators need, in the order of the block's records. */
export interface BlockContext {
  readonly projects: readonly string[];
  readonly project: readonly number[];
  readonly levels: readonly string[];
  readonly level: readonly number[];
}

/** `archive/pinyin-<digest>-<n>.bin`: distinct Chinese names with their syllables, parted by blanks. */
export interface PinyinFile {
  readonly names: readonly string[];
  readonly syllables: readonly string[];
}
