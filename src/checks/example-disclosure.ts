import { parseFen } from '../money/fen.ts';
import type { MoneyUnit } from '../money/fen.ts';
import type { Amount } from '../schema/amount.ts';
import type { CitedDocument } from '../schema/cited-document.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { Form, FormMoney } from '../schema/form.ts';
import type { Indicator } from '../schema/indicator.ts';
import type { KeyFact } from '../schema/key-fact.ts';
import type { Project } from '../schema/project.ts';
import type { MoneyColumn, TableSide } from '../schema/table-set.ts';
import type { Row, Table } from '../schema/table.ts';

/** A row of an example table before its table is known: '' in `cells` prints nothing. */
export interface ExampleRow {
  readonly kind: Row['kind'];
  readonly name: string;
  readonly cells: readonly string[];
  readonly code?: string;
  readonly side?: TableSide;
  readonly name2?: string;
}

/** An example table; without rows it is printed empty. Its line in the source is 100 × `at`. */
export function exampleTable(
  at: number,
  id: string,
  columns: readonly MoneyColumn[],
  rows: readonly ExampleRow[] = [],
  extra: Partial<Table> = {},
): Table {
  const moneyUnit = extra.moneyUnit ?? '万元';
  return {
    id,
    title: `2031年示例${at}`,
    moneyUnit,
    moneyUnitFrom: 'printed',
    status: rows.length === 0 ? 'printed-empty' : 'filled',
    note: rows.length === 0 ? '注：本表无数据' : null,
    columns: [...columns],
    rows: rows.map((row, i) => exampleRow(row, i + 1, at * 100 + i + 1, columns, moneyUnit)),
    place: `L${at * 100}`,
    ...extra,
  };
}

function exampleRow(
  row: ExampleRow,
  n: number,
  line: number,
  columns: readonly MoneyColumn[],
  moneyUnit: MoneyUnit,
): Row {
  const own = columns.filter((column) => row.side !== 'revenue' || column === 'revenue');
  const sided = row.side === 'expenditure' ? own.filter((column) => column !== 'revenue') : own;
  return {
    row: n,
    side: row.side ?? null,
    kind: row.kind,
    code: row.code ?? null,
    name: row.name,
    name2: row.name2 ?? null,
    cells: sided.flatMap((column, i) => {
      const printed = row.cells[i] ?? '';
      if (printed === '') return [];
      return [{ column, printed, fen: parseFen(printed, moneyUnit), place: `L${line}C${i + 2}` }];
    }),
    place: `L${line}`,
  };
}

/** A printed amount of an example form. */
export function exampleAmount(printed: string, line: number, moneyUnit: MoneyUnit = '元'): Amount {
  return { printed, moneyUnit, fen: parseFen(printed, moneyUnit), place: `L${line}` };
}

/** Money of one span of an example form; sources not named print nothing. */
export function exampleMoney(
  line: number,
  printed: Partial<Record<keyof FormMoney, string>>,
): FormMoney {
  const amount = (source: keyof FormMoney): Amount | null => {
    const text = printed[source];
    return text === undefined ? null : exampleAmount(text, line);
  };
  return {
    total: amount('total'),
    central: amount('central'),
    provincial: amount('provincial'),
    local: amount('local'),
    own: amount('own'),
    other: amount('other'),
  };
}

/** An example goal form. */
export function exampleForm(n: number, extra: Partial<Form> = {}): Form {
  return {
    n,
    kind: 'goal',
    title: '项目支出绩效目标表',
    year: 2031,
    name: '示例项目',
    supervisingDepartment: null,
    implementingUnit: null,
    attribute: null,
    duration: null,
    whole: null,
    yearMoney: null,
    selfEvaluation: null,
    totalScore: null,
    documents: [],
    indicators: [],
    filledAt: null,
    place: `L${2000 + n * 100}`,
    lost: [],
    ...extra,
  };
}

/** An example cost indicator. */
export function exampleIndicator(extra: Partial<Indicator>): Indicator {
  return {
    span: 'year',
    level1: '产出指标',
    level2: '成本指标',
    name: '示例成本',
    printed: null,
    comparator: null,
    number: null,
    unit: null,
    weight: null,
    actual: null,
    score: null,
    place: 'L2150',
    ...extra,
  };
}

/** An example citation. */
export function exampleCitation(extra: Partial<CitedDocument>): CitedDocument {
  return {
    title: null,
    number: null,
    normalisedNumber: null,
    field: 'basis',
    place: 'L2160',
    ...extra,
  };
}

/** An example project; by default a row of 表12 without a form. */
export function exampleProject(n: number, extra: Partial<Project> = {}): Project {
  return {
    n,
    slug: `shili-${n}`,
    name: '示例项目',
    formName: null,
    phase: 'current',
    tableId: 'projects-current',
    row: n,
    form: null,
    link: null,
    subjectCode: null,
    ...extra,
  };
}

/** An example key fact; money is given as printed number and measure, e.g. `5.00万元`. */
export function exampleFact(n: number, extra: Partial<KeyFact>): KeyFact {
  const money = /^(?<number>[\d.,]+)(?<unit>万元|亿元|元)$/u.exec(extra.printed ?? '')?.groups;
  const measure = /^(?<number>[\d.]+)(?<unit>.*)$/u.exec(extra.printed ?? '')?.groups;
  const moneyUnit = (money?.['unit'] ?? null) as MoneyUnit | null;
  const number = (money ?? measure)?.['number']?.replaceAll(',', '') ?? null;
  return {
    n,
    section: '一、',
    topic: 'revenue-total',
    measure: 'amount',
    label: '收入总计',
    printed: '',
    moneyUnit,
    fen: moneyUnit === null || number === null ? null : parseFen(number, moneyUnit),
    number,
    unit: moneyUnit === null ? (measure?.['unit'] ?? null) : null,
    direction: null,
    directionPrinted: null,
    base: null,
    place: `L${1500 + n}`,
    ...extra,
  };
}

/** An example disclosure of the Shanxi set for 2031 with nothing in it but what is given. */
export function exampleDisclosure(extra: Partial<Disclosure>): Disclosure {
  return {
    schemaVersion: 1,
    id: '990101-shili-2031-budget',
    unitId: '990101-shili',
    unitName: '示例单位',
    regionCode: '990101',
    year: 2031,
    kind: 'budget',
    tableSet: 'shanxi-13',
    supervisingDepartment: null,
    source: {
      file: 'example.txt',
      title: '示例',
      mediaType: 'text/plain',
      sha256: '0'.repeat(64),
      bytes: 1,
      lines: 1,
      publisher: null,
      url: null,
      fetchedOn: null,
      note: null,
    },
    tables: [],
    missingTables: [],
    projects: [],
    forms: [],
    keyFacts: [],
    corrections: [],
    gaps: [],
    dropped: { handlers: 0, telephones: 0, idNumbers: 0 },
    ...extra,
  };
}

/** Example final accounts (决算) for 2031 with nothing in them but what is given. */
export const exampleAccounts = (extra: Partial<Disclosure>): Disclosure =>
  exampleDisclosure({
    id: '990101-shili-2031-final-accounts',
    kind: 'final-accounts',
    tableSet: 'quanguo-juesuan-9',
    ...extra,
  });
