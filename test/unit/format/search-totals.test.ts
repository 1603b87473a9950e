import { describe, expect, test } from 'vitest';
import { totalProjects } from '../../../src/format/search-totals.ts';
import { exampleEntry, exampleHit } from '../../support/example-hit.ts';

describe('totalProjects', () => {
  test('keeps the phases apart and counts what has no amount', () => {
    const hits = [
      exampleHit({ n: 1, amountFen: 300 }),
      exampleHit({ n: 2, amountFen: 0 }),
      exampleHit({ n: 3, amountFen: null }),
      exampleHit({ n: 4, amountFen: 50, phase: 'carryover' }),
      exampleHit({ n: 5, amountFen: null, phase: 'none' }),
    ];
    expect(totalProjects(hits)).toEqual({
      phases: [
        {
          phase: 'current',
          fen: 300,
          known: 2,
          missing: 1,
          overlapping: 0,
          byYear: [{ year: 2024, fen: 300 }],
        },
        {
          phase: 'carryover',
          fen: 50,
          known: 1,
          missing: 0,
          overlapping: 0,
          byYear: [{ year: 2024, fen: 50 }],
        },
      ],
      formOnly: 1,
      finalAccounts: 0,
    });
  });

  test('counts final accounts apart: they report what the budget of the year plans', () => {
    const budget = exampleHit({ amountFen: 300 });
    const accounts = exampleHit({
      entry: exampleEntry({ kind: 'final-accounts' }),
      amountFen: 290,
    });
    const formOnly = { ...accounts, amountFen: null, phase: 'none' as const };
    expect(totalProjects([budget, accounts, formOnly])).toEqual({
      ...totalProjects([budget]),
      finalAccounts: 2,
    });
  });

  test('adds projects only, never rows or indicators', () => {
    const hits = [exampleHit({ kind: 'line' }), exampleHit({ kind: 'indicator' })];
    expect(totalProjects(hits)).toEqual({ phases: [], formOnly: 0, finalAccounts: 0 });
  });

  test('no known amount is no sum, not zero', () => {
    expect(totalProjects([exampleHit({ amountFen: null })]).phases[0]?.fen).toBeNull();
  });

  test('leaves a unit out where its department of the same year is found too', () => {
    const department = exampleEntry({ unitId: '990101-zhuguan' });
    const unit = { includedIn: department.unitId };
    const hits = [
      exampleHit({ entry: department, amountFen: 1000 }),
      exampleHit({ entry: exampleEntry(unit), amountFen: 400 }),
      exampleHit({ entry: exampleEntry({ ...unit, year: 2023 }), amountFen: 70 }),
    ];
    expect(totalProjects(hits).phases).toEqual([
      {
        phase: 'current',
        fen: 1070,
        known: 2,
        missing: 0,
        overlapping: 1,
        byYear: [
          { year: 2024, fen: 1000 },
          { year: 2023, fen: 70 },
        ],
      },
    ]);
  });
});
