import { expect, test } from 'vitest';
import { findingTarget } from '../../../src/format/finding-target.ts';
import { parseFen } from '../../../src/money/fen.ts';
import type { Finding } from '../../../src/schema/finding.ts';
import {
  exampleDisclosure,
  exampleForm,
  exampleIndicator,
  exampleTable,
} from '../../support/example-disclosure.ts';

const amount = (printed: string, place: string) => ({
  printed,
  moneyUnit: '万元' as const,
  fen: parseFen(printed, '万元'),
  place,
});
const nothing = {
  total: null,
  central: null,
  provincial: null,
  local: null,
  own: null,
  other: null,
};
const fact = (n: number, printed: string) => ({
  n,
  section: '一、',
  topic: 'revenue-total',
  measure: 'amount' as const,
  label: '收入总计',
  printed: `${printed}万元`,
  moneyUnit: '万元' as const,
  fen: parseFen(printed, '万元'),
  number: printed,
  unit: null,
  direction: null,
  directionPrinted: null,
  base: null,
  place: 'L90',
});
const project = {
  n: 1,
  slug: 'shili',
  name: '示例项目',
  formName: '示例项目',
  phase: 'current' as const,
  tableId: 'projects-current',
  row: 1,
  form: 1,
  link: 'same-name' as const,
  subjectCode: null,
};
const disclosure = exampleDisclosure({
  tables: [
    exampleTable('projects-current', ['total', 'general'], [{ amounts: { total: '1.00' } }]),
  ],
  projects: [project, { ...project, n: 2, slug: 'shili-2', form: null, tableId: null, row: null }],
  forms: [
    exampleForm({
      whole: { ...nothing, central: amount('5.00', 'L50C3') },
      yearMoney: { ...nothing, total: amount('2.00', 'L51C3') },
      indicators: [exampleIndicator({ place: 'L60C4' }), exampleIndicator({ place: 'L61C4' })],
    }),
  ],
  keyFacts: [fact(1, '3.00'), fact(2, '4.00')],
});

const finding = (extra: Partial<Finding>): Finding => ({
  disclosureId: disclosure.id,
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
  message: '示例',
  projectN: null,
  ...extra,
});
const inTable = { tableId: 'projects-current' };

test.each([
  ['a printed cell', { ...inTable, row: 1, column: 'total' }, 'projects-current-r1-total'],
  [
    'a cell that prints nothing, by its row',
    { ...inTable, row: 1, column: 'general' },
    'projects-current-r1',
  ],
  ['a row', { ...inTable, row: 1 }, 'projects-current-r1'],
  ['a row that is not there, by its table', { ...inTable, row: 9 }, 'projects-current'],
  ['a table', inTable, 'projects-current'],
  ['a table the document lacks', { tableId: 'fund-budget-revenue' }, null],
  [
    'money of a form, whole period',
    { projectN: 1, place: 'L50C3' },
    'project-1-money-whole-central',
  ],
  ['money of a form, year', { projectN: 1, place: 'L51C3' }, 'project-1-money-year-total'],
  ['an indicator', { projectN: 1, place: 'L61C4' }, 'project-1-i2'],
  ['another place of a form, by its project', { projectN: 1, place: 'L55' }, 'project-1-shili'],
  ['a project without a form', { projectN: 2, place: 'L50C3' }, 'project-2-shili-2'],
  [
    'the number of the explanations with its amount',
    { place: 'L90', leftFen: 4_000_000 },
    'key-fact-2',
  ],
  ['a line of the explanations', { place: 'L90', leftFen: 1 }, 'key-fact-1'],
  ['a place that the page does not show', { place: 'L91' }, null],
  ['nothing', {}, null],
])('leads to %s', (_, extra, anchor) => {
  expect(findingTarget(finding(extra), disclosure)).toBe(anchor);
});
