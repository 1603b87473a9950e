import { expect, test } from 'vitest';
import { findingMarks } from '../../../src/components/finding-marks.ts';
import type { Finding } from '../../../src/schema/finding.ts';
import { exampleDisclosure, exampleTable } from '../../support/example-disclosure.ts';

const disclosure = exampleDisclosure({
  tables: [
    exampleTable('example', ['total', 'basic'], [{ amounts: { total: '1.00', basic: '1.00' } }]),
  ],
});
const finding = (n: number, extra: Partial<Finding>) => ({
  n,
  finding: {
    disclosureId: disclosure.id,
    checkId: 'columns-add-up',
    result: 'difference' as const,
    tableId: 'example',
    row: 1,
    column: 'total',
    place: null,
    leftLabel: '',
    leftFen: null,
    rightLabel: '',
    rightFen: null,
    differenceFen: null,
    message: '示例',
    projectN: null,
    ...extra,
  },
});

test('marks differences only, but gives every cell that a finding points at an anchor', () => {
  const concerning = finding(4, { tableId: null, projectN: 3 });
  const marks = findingMarks(
    [
      finding(1, {}),
      finding(2, { result: 'rounding', column: 'basic' }),
      finding(3, {}),
      concerning,
      finding(5, { row: null }),
      finding(6, { result: 'pass', tableId: 'lost' }),
    ],
    disclosure,
  );
  expect([...marks.targets]).toEqual(['example-r1-total', 'example-r1-basic', 'example']);
  expect([...marks.differences]).toEqual([
    ['example-r1-total', [1, 3]],
    ['example', [5]],
  ]);
  expect([...marks.ofProjects]).toEqual([[3, [concerning]]]);
});
