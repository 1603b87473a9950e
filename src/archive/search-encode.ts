import type { BlockAttributes, BlockContext, SearchBlock } from '../format/search-files.ts';
import {
  searchPhases,
  type EntityRecord,
  type SearchRecord,
  type UnitYearRecord,
} from '../format/search-record.ts';
import { compareText } from './order.ts';
import type { TextGroup } from './search-blocks.ts';

/** The file of a block: its records by column. All groups are of one kind. */
export function encodeBlock(groups: readonly TextGroup[]): SearchBlock {
  const texts = groups.map(({ text }) => text);
  const entities = groups.flatMap(({ records }) =>
    records.filter(isEntity).sort((a, b) => compareText(a.id, b.id)),
  );
  const [first] = entities;
  if (first !== undefined) {
    return {
      kind: first.kind,
      texts: groups.flatMap(({ text, records }) => records.map(() => text)),
      id: entities.map(({ id }) => id),
      regions: entities.map(({ regions }) => regions),
      years: entities.map(({ years }) => years),
      count: entities.map(({ count }) => count),
    };
  }
  const sorted = groups.map(({ records }) => sortRecords(records));
  const records = sorted.flat();
  const kind = records[0]?.kind ?? 'line';
  const attributes = indexDistinct(records.map(attributesOf), (value) => value.join('|'));
  const scale = [100_000_000, 1_000_000, 10_000, 100].find((unit) =>
    records.every(({ amountFen }) => (amountFen ?? 0) % unit === 0),
  );
  return {
    kind,
    texts,
    counts: sorted.map(({ length }) => length),
    unitYear: sorted.flatMap((group) =>
      group.map(({ unitYear }, i) => unitYear - (group[i - 1]?.unitYear ?? 0)),
    ),
    n: records.map(({ n }) => n),
    ...(kind === 'indicator' ? { indicator: records.map(({ indicator }) => indicator) } : {}),
    ...(kind === 'project' ? { slug: repeatedAsEmpty(records.map(({ slug }) => slug)) } : {}),
    attributes: attributes.values,
    attribute: attributes.indexes,
    scale: scale ?? 1,
    amount: records.map(({ amountFen }) => (amountFen === null ? null : amountFen / (scale ?? 1))),
  };
}

/** What shown indicators need besides; null for blocks of other kinds. */
export function encodeContext(groups: readonly TextGroup[]): BlockContext | null {
  const records = groups.flatMap((group) => sortRecords(group.records));
  if (records[0]?.kind !== 'indicator') return null;
  const projects = indexDistinct(
    records.map(({ project }) => project),
    (value) => value,
  );
  const levels = indexDistinct(
    records.map((record) => record.levels),
    (value) => value,
  );
  return {
    projects: projects.values,
    project: projects.indexes,
    levels: levels.values,
    level: levels.indexes,
  };
}

const isEntity = (record: SearchRecord): record is EntityRecord => 'id' in record;

function sortRecords(records: readonly SearchRecord[]): UnitYearRecord[] {
  return records
    .filter((record) => !isEntity(record))
    .sort(
      (a, b) =>
        a.unitYear - b.unitYear ||
        compareText(a.tableId, b.tableId) ||
        a.n - b.n ||
        a.indicator - b.indicator,
    );
}

function attributesOf(record: UnitYearRecord): BlockAttributes {
  const phase = searchPhases.indexOf(record.phase);
  return [phase, record.subject, record.funds, record.tableId, record.column];
}

const repeatedAsEmpty = (values: readonly string[]): string[] =>
  values.map((value, i) => (i > 0 && value === values[i - 1] ? '' : value));

function indexDistinct<T>(
  all: readonly T[],
  keyOf: (value: T) => string,
): { values: T[]; indexes: number[] } {
  const byKey = new Map<string, number>();
  const values: T[] = [];
  const indexes = all.map((value) => {
    const key = keyOf(value);
    const known = byKey.get(key);
    if (known !== undefined) return known;
    byKey.set(key, values.length);
    return values.push(value) - 1;
  });
  return { values, indexes };
}
