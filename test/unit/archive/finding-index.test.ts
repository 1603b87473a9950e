import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { buildArchive } from '../../../src/archive/build-archive.ts';
import {
  checkPageKeys,
  findingIndex,
  findingPlaces,
  findingsOfCheck,
  listedFinding,
} from '../../../src/archive/finding-index.ts';
import type { FindingSummary, UnitYear } from '../../../src/archive/model.ts';
import { readRegisters } from '../../../src/archive/read-registers.ts';
import { everyCheck } from '../../../src/checks/every-check.ts';
import { exampleContent } from '../../support/example-content.ts';

const archive = readContent(exampleContent);
const registers = readRegisters(exampleContent);

/** The example archive with other findings in its summaries. */
function archiveWith(findingsOf: (unitYear: UnitYear) => readonly FindingSummary[]) {
  const summaries = archive.unitYears.map((unitYear) => {
    const notableFindings = findingsOf(unitYear);
    const count = (result: string) =>
      notableFindings.filter((finding) => finding.result === result).length;
    const checkCounts: Record<string, Record<string, number>> = {};
    for (const { checkId, result } of notableFindings) {
      const counts = (checkCounts[checkId] ??= {});
      counts[result] = (counts[result] ?? 0) + 1;
    }
    const findings = {
      pass: 0,
      difference: count('difference'),
      rounding: count('rounding'),
      'not-applicable': 0,
      undecidable: 0,
    };
    return { ...unitYear, notableFindings, checkCounts, findings };
  });
  return buildArchive({ contentDirectory: exampleContent, summaries, ...registers });
}

const finding = (extra: Partial<FindingSummary>): FindingSummary => ({
  n: 1,
  checkId: 'columns-add-up',
  result: 'difference',
  differenceFen: null,
  message: '示例',
  target: null,
  rank: [0, 2, 0],
  ...extra,
});

describe('the index of findings', () => {
  test('counts what the summaries count, check by check', () => {
    const { counts, tallies, documents, differing, ranked } = findingIndex(archive);
    expect(documents).toBe(6);
    expect(differing).toBe(
      archive.unitYears.filter(({ findings }) => findings.difference > 0).length,
    );
    expect(tallies.map(({ check }) => check.id)).toEqual(everyCheck.map(({ id }) => id));
    for (const result of ['pass', 'difference', 'rounding', 'undecidable'] as const) {
      const inSummaries = archive.unitYears.reduce(
        (sum, { findings }) => sum + findings[result],
        0,
      );
      const inTallies = tallies.reduce((sum, tally) => sum + tally.counts[result], 0);
      expect([counts[result], inTallies], result).toEqual([inSummaries, inSummaries]);
    }
    expect(ranked).toHaveLength(counts.difference + counts.rounding);
  });

  test('counts a document as one the check applies to unless all it says is that it does not', () => {
    const tally = findingIndex(archive).tallies.find(
      ({ check }) => check.id === 'last-year-agrees',
    );
    expect(tally).toMatchObject({ documents: 1, differing: 1 });
  });

  test('puts differences of all documents before roundings, money out of sight first', () => {
    const lists = [
      [finding({ n: 1, result: 'rounding', rank: [2, 2, -900] })],
      [finding({ n: 2, rank: [0, 4, 0] }), finding({ n: 3, rank: [0, 2, -5] })],
      [finding({ n: 4, rank: [0, 1, -340_000] }), finding({ n: 5, rank: [0, 2, -70] })],
    ];
    const made = archiveWith((unitYear) => lists[archive.unitYears.indexOf(unitYear)] ?? []);
    expect(findingIndex(made).ranked.map(({ finding }) => finding.n)).toEqual([4, 5, 3, 2, 1]);
  });

  test('gives a check pages of a hundred, and one page where it has none', () => {
    const many = Array.from({ length: 120 }, (_, i) => finding({ n: i + 1, rank: [0, 2, i] }));
    const made = archiveWith(({ year }) => (year === 2023 ? many : []));
    const keys = checkPageKeys(made);
    expect(keys.filter(({ checkId }) => checkId === 'columns-add-up')).toEqual([
      { checkId: 'columns-add-up', page: 1, pages: 2 },
      { checkId: 'columns-add-up', page: 2, pages: 2 },
    ]);
    expect(new Set(keys.map(({ checkId }) => checkId)).size).toBe(everyCheck.length);
    expect(findingsOfCheck(made, 'columns-add-up').map((one) => listedFinding(one).n)).toEqual(
      many.map(({ n }) => n),
    );
  });

  test('stops at the result of a check that there is not', () => {
    const made = archiveWith(() => [finding({ checkId: 'no-such-check' })]);
    expect(() => findingIndex(made)).toThrow('Unexpected result of the check "no-such-check"');
  });
});

describe('the results by place', () => {
  const shape = (places: ReturnType<typeof findingPlaces>) =>
    places.map(({ region, years }) => [
      region.code,
      years.map(({ year, documents }) => [year, documents]),
    ]);

  test('name every place with documents of its own and its years', () => {
    expect(shape(findingPlaces(archive))).toEqual([
      [
        '990100',
        [
          [2022, 1],
          [2024, 1],
        ],
      ],
      [
        '990101',
        [
          [2023, 1],
          [2024, 2],
        ],
      ],
      ['990200', [[2024, 1]]],
    ]);
  });

  test('go by provinces where there are too many places', () => {
    expect(shape(findingPlaces(archive, 2))).toEqual([
      [
        '990000',
        [
          [2022, 1],
          [2023, 1],
          [2024, 4],
        ],
      ],
    ]);
  });
});
