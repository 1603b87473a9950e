import { expect, test } from 'vitest';
import { compareCsvRows } from '../../../src/format/compare-csv.ts';
import type { ComparableUnitYear } from '../../../src/format/compare-directory.ts';

test('the rows say of each line and unit-year what is there, in 元, and run no formula', () => {
  const unitYear = {
    disclosureId: '990101-shili-2024-budget',
    unitName: '=示例',
    year: 2024,
    kind: 'budget',
  } as ComparableUnitYear;
  const cells = [
    { state: 'amount', fen: 12_345, blanks: 0, share: '5.00%', differenceFen: null },
    { state: 'blank', fen: null, blanks: 0, share: null, differenceFen: null },
    { state: 'amount', fen: 0, blanks: 0, share: null, differenceFen: -12_345 },
  ] as const;
  const row = { code: '208', name: '+社会保障', notes: [], depth: 0, isTotal: false, cells };
  const unitYears = [unitYear, { ...unitYear, year: 2023 }, { ...unitYear, year: 2022 }];
  const sections = [{ id: 'subjects', rows: [row] }] as const;
  const rows = compareCsvRows(unitYears, sections, { subjects: 'basic', economic: 'total' });
  const head = (year: string) => [
    ...['subjects', 'basic', '208', "'+社会保障"],
    ...['990101-shili-2024-budget', "'=示例", year, 'budget'],
  ];
  expect(rows).toEqual([
    [
      ...['section', 'column', 'code', 'name', 'disclosure_id', 'unit_name', 'year', 'kind'],
      ...['state', 'amount_yuan', 'share', 'difference_from_first_yuan'],
    ],
    [...head('2024'), 'amount', '123.45', '5.00%', ''],
    [...head('2023'), 'blank', '', '', ''],
    [...head('2022'), 'amount', '0', '', '-123.45'],
  ]);
});
