import { expect, test } from 'vitest';
import { rankFindings } from '../../../src/checks/rank-findings.ts';
import { moneyAtStake, type Finding } from '../../../src/schema/finding.ts';

const finding = (extra: Partial<Finding>): Finding => ({
  disclosureId: '990101-shili-2031-budget',
  checkId: 'columns-add-up',
  result: 'difference',
  tableId: null,
  row: null,
  column: null,
  place: null,
  leftLabel: '',
  leftFen: null,
  rightLabel: '',
  rightFen: null,
  differenceFen: null,
  message: '',
  projectN: null,
  ...extra,
});

const rounding = finding({ result: 'rounding', differenceFen: 900 });
const small = finding({ differenceFen: -100 });
const large = finding({ differenceFen: 500 });
const hidden = finding({ checkId: 'empty-tables', rightFen: 50 });
const name = finding({ checkId: 'project-names' });
const pass = finding({ result: 'pass' });
const undecidable = finding({ result: 'undecidable', leftFen: 7 });

test('differences come first, money out of sight before amounts, greater money before smaller', () => {
  const mixed = [pass, rounding, name, small, undecidable, large, hidden];
  expect(rankFindings(mixed)).toEqual([hidden, large, small, name, undecidable, rounding, pass]);
});

test('the money at stake is the difference, else the larger side, else nothing', () => {
  expect([small, hidden, name, undecidable].map(moneyAtStake)).toEqual([100, 50, 0, 7]);
});
