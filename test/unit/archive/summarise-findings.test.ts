import { expect, test } from 'vitest';
import { summariseFindings } from '../../../src/archive/summarise-findings.ts';
import type { Finding } from '../../../src/schema/finding.ts';
import { exampleDisclosure, exampleTable } from '../../support/example-disclosure.ts';

const disclosure = exampleDisclosure({
  tables: [exampleTable('expenditure-by-subject', ['total'], [{ amounts: { total: '5.00' } }])],
});
const finding = (extra: Partial<Finding>): Finding => ({
  disclosureId: disclosure.id,
  checkId: 'columns-add-up',
  result: 'pass',
  tableId: null,
  row: null,
  column: null,
  place: null,
  leftLabel: '',
  leftFen: null,
  rightLabel: '',
  rightFen: null,
  differenceFen: null,
  message: '示例',
  projectN: null,
  ...extra,
});

test('counts all findings, and keeps differences and roundings with their number, place and rank', () => {
  const tableId = 'expenditure-by-subject';
  const difference = { result: 'difference', differenceFen: -7, tableId, row: 1 } as const;
  const rounding = { checkId: 'project-names', result: 'rounding', differenceFen: null } as const;
  expect(
    summariseFindings(
      [finding({}), finding(difference), finding({ result: 'undecidable' }), finding(rounding)],
      disclosure,
    ),
  ).toEqual({
    findings: { pass: 1, difference: 1, rounding: 1, 'not-applicable': 0, undecidable: 1 },
    checkCounts: {
      'columns-add-up': { pass: 1, difference: 1, undecidable: 1 },
      'project-names': { rounding: 1 },
    },
    notableFindings: [
      {
        n: 2,
        checkId: 'columns-add-up',
        result: 'difference',
        differenceFen: -7,
        message: '示例',
        target: 'expenditure-by-subject-r1',
        rank: [0, 2, -7],
      },
      {
        n: 4,
        checkId: 'project-names',
        result: 'rounding',
        differenceFen: null,
        message: '示例',
        target: null,
        rank: [2, 4, 0],
      },
    ],
  });
});
