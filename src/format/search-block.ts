import type { DirectoryFile, SearchBlock, UnitYearBlock } from './search-files.ts';
import type { SearchHit } from './search-hit.ts';
import { matchesQuery, rankMatch, type SearchQuery } from './search-query.ts';
import { searchPhases, type DirectoryEntry } from './search-record.ts';
import { fieldSeparator, normaliseFields } from './search-text.ts';

/** A block as the browser keeps it: with its texts prepared for comparing. */
export interface OpenedBlock {
  readonly id: string;
  readonly block: SearchBlock;
  readonly fields: readonly (readonly string[])[];
  readonly normalised: readonly string[];
}

/** A block with its texts prepared for comparing. */
export function openBlock(id: string, block: SearchBlock): OpenedBlock {
  const fields = block.texts.map((text) => text.split(fieldSeparator));
  return { id, block, fields, normalised: fields.map(normaliseFields) };
}

/** Indexes of the block's texts that contain every word of at least one of the queries. */
export function matchingTexts(
  { normalised }: OpenedBlock,
  alternatives: readonly SearchQuery[],
): number[] {
  const matches = (text: string): boolean =>
    alternatives.some(({ words }) => matchesQuery(text, words));
  return normalised.flatMap((text, i) => (matches(text) ? [i] : []));
}

/** Unit-years that the records of these texts belong to. */
export function* unitYearsOf({ block }: OpenedBlock, texts: readonly number[]): Generator<number> {
  if (!('counts' in block)) return;
  for (const { unitYear } of recordsOf(block, texts)) yield unitYear;
}

/** The hits of these texts of a block, which does not know its part. */
export function* hitsOf(
  opened: OpenedBlock,
  texts: readonly number[],
  alternatives: readonly SearchQuery[],
  entryOf: (unitYear: number) => DirectoryEntry,
): Generator<Omit<SearchHit, 'part'>> {
  const { block, fields, normalised, id } = opened;
  const rankOf = (text: number): number =>
    Math.min(
      ...alternatives
        .filter(({ words }) => matchesQuery(normalised[text] ?? '', words))
        .map((query) => rankMatch(normalised[text] ?? '', query)),
    );
  if (!('counts' in block)) {
    for (const at of texts) {
      yield {
        ...noRecord,
        kind: block.kind,
        fields: fields[at] ?? [],
        rank: rankOf(at),
        entity: block.id[at] ?? '',
        regions: block.regions[at] ?? [],
        years: block.years[at] ?? [],
        count: block.count[at] ?? 0,
        block: id,
        at,
      };
    }
    return;
  }
  let lastText = -1;
  let rank = 0;
  for (const { at, text, unitYear, slug } of recordsOf(block, texts)) {
    if (text !== lastText) rank = rankOf(text);
    lastText = text;
    const entry = entryOf(unitYear);
    const [phase, subject, funds, tableId, column] =
      block.attributes[block.attribute[at] ?? 0] ?? noAttributes;
    const amount = block.amount[at] ?? null;
    yield {
      kind: block.kind,
      fields: fields[text] ?? [],
      rank,
      entry,
      entity: '',
      n: block.n[at] ?? 0,
      indicator: block.indicator?.[at] ?? 0,
      slug,
      phase: searchPhases[phase] ?? 'none',
      subject,
      funds,
      tableId,
      column,
      amountFen: amount === null ? null : amount * block.scale,
      regions: [entry.regionCode],
      years: [entry.year],
      count: 0,
      block: id,
      at,
    };
  }
}

const noAttributes = [0, '', 0, '', ''] as const;

const noRecord = {
  entry: null,
  n: 0,
  indicator: 0,
  slug: '',
  phase: 'none',
  subject: '',
  funds: 0,
  tableId: '',
  column: '',
  amountFen: null,
} as const;

interface BlockRecord {
  readonly at: number;
  readonly text: number;
  readonly unitYear: number;
  readonly slug: string;
}

function* recordsOf(block: UnitYearBlock, texts: readonly number[]): Generator<BlockRecord> {
  const wanted = new Set(texts);
  let at = 0;
  let slug = '';
  for (const [text, count] of block.counts.entries()) {
    let unitYear = 0;
    for (let i = 0; i < count; i += 1, at += 1) {
      unitYear += block.unitYear[at] ?? 0;
      const named = block.slug?.[at] ?? '';
      if (named !== '') slug = named;
      if (wanted.has(text)) yield { at, text, unitYear, slug };
    }
  }
}

/** The unit-year at a place of a directory file. */
export function directoryEntry(file: DirectoryFile, at: number): DirectoryEntry {
  const unitId = file.unitId[at];
  if (unitId === undefined) {
    throw new Error(`Unexpected unit-year ${at}, expected less than ${file.unitId.length}`);
  }
  return {
    unitId,
    unitName: file.unitName[at] ?? '',
    regionCode: file.regionCode[at] ?? '',
    year: file.year[at] ?? 0,
    kind: file.kind[at] === 1 ? 'final-accounts' : 'budget',
    includedIn: file.includedIn[at] ?? '',
  };
}
