import type {
  DirectoryEntry,
  SearchRecord,
  UnitYearRecord,
} from '../../src/format/search-record.ts';
import type { Region } from '../../src/schema/region.ts';
import { seededRandom, type Random } from './bench-random.ts';
import {
  bureaus,
  countedBy,
  economicRows,
  indicatorNames,
  levels,
  measures,
  phrases,
  projectBeginnings,
  projectEndings,
  shares,
  subjectClasses,
  summaryRows,
  topics,
} from './bench-vocabulary.ts';

/** An archive as the search sees it. */
export interface SearchCorpus {
  readonly records: readonly SearchRecord[];
  readonly directory: readonly DirectoryEntry[];
}

/** The part of a unit-year record that its maker fills in; the rest has a default. */
type Draft = Partial<UnitYearRecord> & Pick<UnitYearRecord, 'kind' | 'fields' | 'unitYear' | 'n'>;

const draft = (record: Draft): UnitYearRecord => ({
  indicator: 0,
  slug: '',
  phase: 'none',
  subject: '',
  funds: 0,
  tableId: '',
  column: '',
  amountFen: null,
  project: '',
  levels: '',
  ...record,
});

/**
 * A synthetic archive of a number of records: unit-years with projects, indicators and table rows in
 * about the proportions of real ones, invented from a vocabulary of our own. The same for the same
 * seed; a longer one begins with the shorter.
 */
export function synthesiseCorpus(
  size: number,
  regions: readonly Region[],
  seed = 20_260_101,
): SearchCorpus {
  const random = seededRandom(seed);
  const counties = regions.filter(({ level }) => level === 'county');
  const records: SearchRecord[] = [];
  const directory: DirectoryEntry[] = [];
  while (records.length < size) {
    const county = random.pick(counties);
    const place = { county: county.name, years: 1 + random.below(3) };
    const unitName = `${county.name}${random.pick(bureaus)}`;
    const unitId = `${county.code}-danwei-${directory.length}`;
    for (let year = 2026 - place.years; year < 2026; year += 1) {
      const unitYear = directory.length;
      directory.push({
        unitId,
        unitName,
        regionCode: county.code,
        year,
        kind: 'budget',
        includedIn: '',
      });
      records.push(...synthesiseUnitYear(random, unitYear, county.name, year));
    }
    records.push({
      kind: 'unit',
      fields: [unitName],
      id: unitId,
      regions: [county.code],
      years: [2025],
      count: place.years,
    });
  }
  return { records: records.slice(0, size), directory };
}

function* synthesiseUnitYear(
  random: Random,
  unitYear: number,
  county: string,
  year: number,
): Generator<UnitYearRecord> {
  const projects = 4 + random.below(18);
  for (let n = 1; n <= projects; n += 1) {
    yield* synthesiseProject(random, { unitYear, n, county, year });
  }
  yield* synthesiseRows(random, unitYear);
}

function* synthesiseProject(
  random: Random,
  at: { unitYear: number; n: number; county: string; year: number },
): Generator<UnitYearRecord> {
  const { unitYear, n } = at;
  const topic = random.pickSkewed(topics);
  const parts = [
    random.below(4) === 0 ? `${at.year}年` : '',
    random.below(3) === 0 ? at.county : '',
    random.below(3) === 0 ? random.pick(projectBeginnings) : '',
    topic,
    random.pickSkewed(projectEndings),
    random.below(6) === 0 ? `（财社〔${at.year - 1}〕${1 + random.below(300)}号）` : '',
  ];
  const name = parts.join('');
  const shared = {
    unitYear,
    n,
    phase: random.below(5) === 0 ? 'carryover' : 'current',
    subject: `${random.pick(subjectClasses)[0]}0${1 + random.below(9)}99`,
    funds: 1,
    amountFen: random.below(12) === 0 ? null : (1 + random.below(60_000)) * 10_000,
  } as const;
  yield draft({
    ...shared,
    kind: 'project',
    fields: [name],
    slug: `p${topics.indexOf(topic)}`,
    column: 'total',
  });
  const count = random.below(6) === 0 ? 0 : 5 + random.below(8);
  for (let indicator = 1; indicator <= count; indicator += 1) {
    const named = random.pickSkewed(indicatorNames).replace('#', topic);
    const value = synthesiseValue(random, named);
    yield draft({
      ...shared,
      kind: 'indicator',
      fields: [named, value],
      indicator,
      project: name,
      levels: random.pick(levels),
    });
  }
}

/** A value of the kind an indicator of that name has: shares in percent, counts mostly small or round. */
function synthesiseValue(random: Random, indicator: string): string {
  if (/率$|度$/u.test(indicator)) return random.pickSkewed(shares);
  if (/时间$|性$|水平$|条件$|发展$|运转$|隐患$/u.test(indicator)) return random.pickSkewed(phrases);
  const number = random.below(3) === 0 ? 50 * (1 + random.below(40)) : 1 + random.below(30);
  const comparator = random.pickSkewed(['≥', '', '≤', '=']);
  const [, measure = random.pickSkewed(measures)] =
    countedBy.find(([ending]) => indicator.endsWith(ending)) ?? [];
  return `${comparator}${number}${measure}`;
}

function* synthesiseRows(random: Random, unitYear: number): Generator<UnitYearRecord> {
  const amount = (): number => random.below(400_000) * 10_000;
  const row = (tableId: string, n: number, name: string, subject: string): UnitYearRecord =>
    draft({
      kind: 'line',
      fields: subject === '' ? [name] : [name, subject],
      unitYear,
      n,
      tableId,
      subject,
      column: 'total',
      amountFen: amount(),
    });
  yield* summaryRows.map((name, i) => row('revenue-expenditure-summary', i + 1, name, ''));
  const classes = subjectClasses.filter(() => random.below(4) === 0);
  for (const table of [
    'revenue-by-subject',
    'expenditure-by-subject',
    'general-budget-expenditure',
  ]) {
    let n = 0;
    for (const [code, name, items] of classes) {
      yield row(table, (n += 1), name, code);
      for (const [i, item] of items.entries()) {
        if ((i + unitYear) % 2 === 0)
          yield row(table, (n += 1), item, `${code}${String(i + 1).padStart(2, '0')}01`);
      }
    }
  }
  yield* economicRows
    .filter((_, i) => (i * 7 + unitYear) % 3 > 0)
    .map((name, i) => row('general-budget-basic-by-economic-class', i + 1, name, ''));
}

/** The same archive with one phrase in the text of every record, for a query that hits everything. */
export const hitEverything = ({ records, directory }: SearchCorpus): SearchCorpus => ({
  directory,
  records: records.map((record) => ({
    ...record,
    fields: record.fields.map((field, i) => (i === 0 ? `${field}公开预算` : field)),
  })),
});
