import { addTextWords } from '../format/search-tokens.ts';
import { fieldSeparator, normaliseFields } from '../format/search-text.ts';
import type { BlockContext, SearchBlock } from '../format/search-files.ts';
import { searchKinds, type SearchRecord } from '../format/search-record.ts';
import { encodeBlock, encodeContext } from './search-encode.ts';
import { compareText } from './order.ts';
import { orderByLikeness } from './search-order.ts';

/** How large a block may grow: whichever limit is reached first closes it. */
export interface BlockLimits {
  readonly texts: number;
  readonly records: number;
}

/**
 * The limits for an archive of a number of records, chosen by `npm run bench:search`: small blocks
 * for a small archive, growing with its square root, so that their number grows slowly too.
 */
export function blockLimitsFor(records: number): BlockLimits {
  const growth = Math.sqrt(Math.max(1, records / 10_000));
  return { texts: Math.round(24 * growth), records: Math.round(200 * growth) };
}

/**
 * The limits for a part of a divided archive: larger blocks, so that a query in many parts fetches few
 * files of each and the site has few files in all.
 */
export function partBlockLimitsFor(records: number): BlockLimits {
  const growth = Math.max(6, Math.sqrt(records / 10_000));
  return { texts: Math.round(24 * growth), records: Math.round(200 * growth) };
}

/** A block ready to be written: what the engine indexes, and our own files. */
export interface PreparedBlock {
  /** Words for the engine, parted by blanks, each once. */
  readonly content: string;
  readonly block: SearchBlock;
  /** null = the block's records need no context. */
  readonly context: BlockContext | null;
}

/** One distinct text with the records that have it. */
export interface TextGroup {
  readonly text: string;
  readonly normalised: string;
  readonly records: SearchRecord[];
}

/** All records in blocks: kinds apart, like texts together, the same for the same records. */
export function* prepareBlocks(
  records: readonly SearchRecord[],
  limits: BlockLimits = blockLimitsFor(records.length),
): Generator<PreparedBlock> {
  const byKind = groupByText(records);
  for (const kind of searchKinds) {
    const groups = orderByLikeness([...(byKind.get(kind)?.values() ?? [])]);
    for (const part of cutIntoBlocks(groups, limits)) yield prepareBlock(part);
  }
}

function groupByText(records: Iterable<SearchRecord>): Map<string, Map<string, TextGroup>> {
  const byKind = new Map<string, Map<string, TextGroup>>();
  for (const record of records) {
    const text = record.fields.join(fieldSeparator);
    const groups = byKind.get(record.kind) ?? new Map<string, TextGroup>();
    byKind.set(record.kind, groups);
    const group = groups.get(text);
    if (group === undefined) {
      groups.set(text, { text, normalised: normaliseFields(record.fields), records: [record] });
    } else group.records.push(record);
  }
  return byKind;
}

function* cutIntoBlocks(groups: readonly TextGroup[], limits: BlockLimits): Generator<TextGroup[]> {
  let part: TextGroup[] = [];
  let records = 0;
  for (const group of groups) {
    const full = part.length >= limits.texts || records + group.records.length > limits.records;
    if (part.length > 0 && full) {
      yield part;
      part = [];
      records = 0;
    }
    part.push(group);
    records += group.records.length;
  }
  if (part.length > 0) yield part;
}

function prepareBlock(groups: readonly TextGroup[]): PreparedBlock {
  const words = new Set<string>();
  for (const { normalised } of groups) addTextWords(normalised, words);
  return {
    content: [...words].sort(compareText).join(' '),
    block: encodeBlock(groups),
    context: encodeContext(groups),
  };
}
