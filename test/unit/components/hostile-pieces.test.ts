import { describe, expect, test } from 'vitest';
import { attainmentView } from '../../../src/components/attainment-view.ts';
import { barList } from '../../../src/components/bar-list.ts';
import { budgetChart } from '../../../src/components/budget-chart.ts';
import { citePartList } from '../../../src/components/cite-part-list.ts';
import { copiedText } from '../../../src/components/copied-text.ts';
import { embedBody } from '../../../src/components/embed-body.ts';
import { findingGroup } from '../../../src/components/finding-list.ts';
import type { FindingMarks } from '../../../src/components/finding-marks.ts';
import { flowBars } from '../../../src/components/flow-picture.ts';
import { flowDiagram } from '../../../src/components/flow-diagram.ts';
import type { FlowView } from '../../../src/components/flow-model.ts';
import { formMoneyTable } from '../../../src/components/form-money-table.ts';
import type { Html } from '../../../src/components/html.ts';
import { indicatorTable } from '../../../src/components/indicator-table.ts';
import { keyFactTable } from '../../../src/components/key-fact-table.ts';
import { pictureWithFigures } from '../../../src/components/picture-figure.ts';
import { textCell, type PictureFrame } from '../../../src/components/picture.ts';
import { projectFacts } from '../../../src/components/project-facts.ts';
import { projectSummary } from '../../../src/components/project-summary.ts';
import { selfEvaluationTable } from '../../../src/components/self-evaluation-table.ts';
import { tableGrid } from '../../../src/components/table-grid.ts';
import type { Amount } from '../../../src/schema/amount.ts';
import type { Finding } from '../../../src/schema/finding.ts';
import type { Form } from '../../../src/schema/form.ts';
import type { KeyFact } from '../../../src/schema/key-fact.ts';
import type { Project } from '../../../src/schema/project.ts';
import type { Table } from '../../../src/schema/table.ts';
import type { TableSet } from '../../../src/schema/table-set.ts';
import { elementsOf, parsePage, textOf } from '../../lib/html-query.ts';
import {
  exampleDisclosure,
  exampleForm,
  exampleIndicator,
  exampleTable,
} from '../../support/example-disclosure.ts';
import { hostileTexts } from '../../support/hostile-content.ts';

/** Marks that point at nothing of the example but its first row, its first indicator and its key fact. */
const marks: FindingMarks = {
  original: `${'0'.repeat(64)}.pdf`,
  targets: new Set(['example-r1-total']),
  differences: new Map([
    ['example-r1', [1]],
    ['project-1-i1', [2]],
    ['key-fact-1', [3]],
  ]),
  ofProjects: new Map(),
};

const amountOf = (printed: string): Amount => ({
  printed,
  moneyUnit: '元',
  fen: 0,
  place: 'P1L3C1',
  correction: printed,
});

/** A table with the text wherever a source could have put it. */
const tableOf = (text: string): Table => {
  const table = exampleTable('example', ['total'], [{ code: text, name: text, name2: text }], {
    title: text,
    note: text,
    status: 'filled',
  });
  const cell = {
    column: 'total',
    printed: text,
    fen: 0,
    place: 'P1L2C3',
    correction: text,
  } as const;
  return {
    ...table,
    rows: table.rows.map((row) => ({ ...row, cells: [cell], correction: text, place: 'P1L2' })),
  };
};

const formOf = (text: string): Form => {
  const indicator = exampleIndicator({
    ...{ name: text, level1: text, level2: text, printed: text, actual: text, score: text },
    ...{ weight: '10', correction: text, place: 'P1L4C1' },
  });
  const line = { initialBudget: amountOf(text), fullYearBudget: null, executed: null };
  const money = { total: amountOf(text), central: null, provincial: null };
  return exampleForm({
    ...{ kind: 'self-evaluation', title: text, implementingUnit: text, attribute: text },
    ...{ duration: text, totalScore: text, filledAt: text, lost: [text] },
    supervisingDepartment: { code: text, name: text },
    yearMoney: { ...money, local: null, own: null, other: null },
    selfEvaluation: [{ name: text, ...line, weight: text, rate: text, score: text }],
    indicators: [indicator, { ...indicator, name: `${text}二`, score: '9' }],
  });
};

const projectOf = (text: string): Project => ({
  ...{ n: 1, slug: 'shili', name: text, phase: 'current', tableId: 'example', row: 1, form: 1 },
  ...{ link: 'same-name', formName: `${text}表`, subjectCode: text },
});

const findingOf = (text: string): Finding => ({
  ...{
    disclosureId: text,
    checkId: text,
    result: 'difference',
    tableId: null,
    row: null,
    column: null,
  },
  ...{
    leftLabel: text,
    rightLabel: text,
    projectN: null,
    message: text,
    leftFen: 1,
    rightFen: 2,
    differenceFen: -1,
    place: 'L9',
  },
});

const factOf = (text: string): KeyFact =>
  ({
    ...{ n: 1, section: text, label: text, base: text, direction: null, directionPrinted: text },
    ...{ printed: text, fen: null, number: null, place: 'P1L9' },
  }) as KeyFact;

const flowOf = (text: string): FlowView => ({
  ...{ moneyUnit: '万元', totalFen: 100, links: [], linkTables: [], notes: [], summary: text },
  levels: (['sources', 'kinds'] as const).map((id) => ({
    ...{ id, label: text, tables: [] },
    nodes: [{ id: 'a', name: text, fen: 100, codes: [], anchor: null, isCarryover: true }],
  })),
});

const frameOf = (text: string): PictureFrame => ({
  ...{ id: 'example', title: text, summary: text, moneyUnit: '万元', source: text, notes: [text] },
  tables: [{ id: 'example', title: text }],
  table: { columns: [{ label: text, isNumber: true }], rows: [[textCell(text, text)]] },
});

const workOf = (text: string) => ({
  ...{ id: text, author: text, title: text, version: 1, publishedOn: null, address: text },
  ...{ sourceSha256: text, publisher: text },
});

/** Every piece of a page that is made as text, with the text given wherever one of a source may stand. */
const pieces: Readonly<Record<string, (text: string) => Html | null>> = {
  tableGrid: (text) =>
    tableGrid({
      ...{ tableId: 'example', caption: text, isNamed: true, rows: tableOf(text).rows, marks },
      ...{ columns: [{ id: 'total', label: text }], moneyUnit: '万元', rowPath: () => `/${text}` },
      nameLabels: { code: text, name: text, name2: text },
    }),
  projectSummary: (text) =>
    projectSummary({
      ...{ project: projectOf(text), form: formOf(text), isDamaged: true, differences: 1 },
      row: undefined,
    }),
  projectFacts: (text) => {
    const table = tableOf(text);
    const [row] = table.rows;
    return projectFacts(projectOf(text), row && { table, row }, formOf(text));
  },
  formMoneyTable: (text) => formMoneyTable(1, formOf(text), marks),
  selfEvaluationTable: (text) => selfEvaluationTable(1, formOf(text)),
  indicatorTable: (text) => indicatorTable(1, formOf(text), marks),
  keyFactTable: (text) => keyFactTable([factOf(text)], marks),
  findingGroup: (text) => {
    const check = { id: text, title: text, attention: 1 };
    const members = [{ n: 1, finding: findingOf(text) }];
    return findingGroup(
      { result: 'difference', count: 1, groups: [{ check, members }] },
      exampleDisclosure(),
    );
  },
  embedBody: (text) =>
    embedBody(
      exampleDisclosure({
        tables: [tableOf(text)],
        projects: [projectOf(text)],
        forms: [formOf(text)],
      }),
      { tables: [] } as unknown as TableSet,
      text,
    ),
  citePartList: (text) =>
    citePartList([
      { label: text, anchor: text, work: workOf(text), snippet: text, path: text, embedPath: text },
    ]),
  copiedText: (text) => copiedText({ text, label: text }),
  barList: (text) => {
    const groups = flowBars(flowOf(text));
    return barList({ id: text, labelledBy: text, groups, moneyUnit: '万元' });
  },
  attainment: (text) => {
    const rows = attainmentView(formOf(text))?.rows ?? [];
    const groups = [{ heading: text, value: null, rows }];
    return barList({ id: 'example', labelledBy: 'example', groups, moneyUnit: '万元' });
  },
  flowDiagram: (text) => flowDiagram(text, text, flowOf(text)),
  pictureWithFigures: (text) => pictureWithFigures(frameOf(text), copiedText({ text, label: '' })),
  budgetChart: (text) =>
    budgetChart({
      ...{ id: text, title: text, tableId: text, tableTitle: text, moneyUnit: '万元' },
      ...{ rows: [1], columns: [{ id: 'total', label: text }], summary: text },
    }),
};

const parsed = (make: (text: string) => Html | null, text: string) =>
  parsePage(`<!doctype html><body>${make(text)?.text ?? ''}`);

/** The elements of a page with the names of their attributes. */
const skeleton = (page: ReturnType<typeof parsePage>): string[] =>
  [...elementsOf(page)].map(
    ({ tagName, attrs }) => `${tagName} ${attrs.map(({ name }) => name).join(' ')}`,
  );

describe.each(Object.entries(pieces))('%s', (_name, make) => {
  test.each(hostileTexts.map((text) => [text]))('shows %s as text and nothing else', (text) => {
    const page = parsed(make, text);
    const elements = (words: string) => skeleton(parsed(make, words));
    // A long name is set in more lines of a picture.
    const plain = '字'.repeat(text.length);
    expect([...new Set(elements(text))]).toEqual([...new Set(elements(plain))]);
    expect(textOf(page).replaceAll(/\s/gu, '')).toContain(text.slice(0, 4).replaceAll(/\s/gu, ''));
  });
});
