import { parseFen } from '../../src/money/fen.ts';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import { exampleDisclosure, exampleForm, exampleIndicator } from './example-disclosure.ts';
import type { ExampleRow } from './example-disclosure.ts';
import { exampleTables } from './example-tables.ts';
import type { Figures } from './example-tables.ts';

/** A record whose projects are the lines of its two project tables, numbered in order. */
function record(unitId: string, figures: Figures, more: Partial<Disclosure> = {}): Disclosure {
  const tables = exampleTables(figures);
  const rows = tables.flatMap((table) =>
    table.id.startsWith('projects-')
      ? table.rows.filter(({ kind }) => kind === 'line').map((row) => ({ table, row }))
      : [],
  );
  return exampleDisclosure({
    unitId,
    unitName: figures.unitName,
    year: figures.year,
    source: {
      ...exampleDisclosure({ unitId, year: figures.year }).source,
      title: `${figures.unitName}${figures.year}年预算公开（示例）`,
      sha256: String(figures.year).repeat(16),
    },
    tables,
    projects: rows.map(({ table, row }, i) => ({
      n: i + 1,
      slug: `shili-${i + 1}`,
      name: row.name,
      formName: null,
      phase: table.id === 'projects-current' ? 'current' : 'carryover',
      tableId: table.id,
      row: row.row,
      form: null,
      link: null,
      subjectCode: null,
    })),
    ...more,
  });
}

/** A general-budget project row. */
function project(name: string, amount: string): ExampleRow {
  return { name, amounts: { total: amount, general: amount } };
}

const road = { subject: ['2140106', '公路养护'], className: '交通运输支出' } as const;
const culture = { subject: ['2070109', '群众文化'], className: '文化旅游体育与传媒支出' } as const;
const library = { subject: ['2070104', '图书馆'], className: '文化旅游体育与传媒支出' } as const;
/** Name of the example unit whose name holds quotes, a comma and HTML. */
export const hostileName = '示例二市<b>图书馆</b>,"总馆" & 分馆';

const money = (printed: string, line: number, cell: number) => ({
  printed,
  moneyUnit: '元' as const,
  fen: parseFen(printed, '元'),
  place: `L${line}C${cell}`,
});

/** What the explanations say: a total, and a change that last year's document does not bear out. */
const statedRevenue: Disclosure['keyFacts'] = [
  { printed: '250.00万元', measure: 'amount' as const, fen: parseFen('250.00', '万元') },
  {
    printed: '45.00万元',
    measure: 'change-amount' as const,
    fen: parseFen('45.00', '万元'),
    direction: 'increase' as const,
    directionPrinted: '增加',
    base: '上年',
  },
].map((fact, i) => ({
  n: i + 1,
  section: '一、',
  topic: 'revenue-total',
  label: '收入总计',
  moneyUnit: '万元',
  number: fact.printed.replace('万元', ''),
  unit: null,
  direction: null,
  directionPrinted: null,
  base: null,
  place: `L${650 + i}`,
  ...fact,
}));

function transport2024(): Disclosure {
  const base = record('990101-jiaotongju', {
    ...road,
    unitName: '示例甲县交通局',
    year: 2024,
    basic: '100.00',
    project: '150.00',
    current: '200.00',
    carryover: '50.00',
    total: '250.00',
    currentProjects: [project('零工市场示例项目', '60.00'), project('=1+1', '40.00')],
    carryoverProjects: [project('同名示例项目', '20.00'), project('同名示例项目', '30.00')],
  });
  const documents = [
    {
      title: '关于示例事项的通知',
      number: '示财[2019]87号',
      normalisedNumber: '示财〔2019〕87号',
      field: 'basis' as const,
      place: 'L704',
    },
    {
      title: '只有题名的示例办法',
      number: null,
      normalisedNumber: null,
      field: 'plan' as const,
      place: 'L706',
    },
  ];
  const empty = { central: null, provincial: null, local: null, own: null, other: null };
  const form = exampleForm({
    name: '零工市场（示例）项目',
    supervisingDepartment: { code: '088', name: '示例甲县交通局' },
    implementingUnit: '示例甲县公路段',
    attribute: '延续性项目',
    duration: '3年',
    whole: {
      ...empty,
      total: money('1,800,000.50', 701, 2),
      central: money('1,800,000.50', 701, 4),
    },
    yearMoney: { ...empty, total: money('600000', 702, 2), local: money('600000', 702, 6) },
    documents,
    indicators: [
      exampleIndicator({ span: 'whole', name: '零工市场建设个数', place: 'L710C3' }),
      exampleIndicator({ name: '零工市场建设个数', place: 'L710C6' }),
      exampleIndicator({
        level2: '时效指标',
        name: '=cmd|示例',
        printed: '及时, "按期"',
        comparator: null,
        number: null,
        unit: null,
        place: 'L711C6',
      }),
      exampleIndicator({
        level1: null,
        level2: null,
        name: null,
        printed: '-5℃',
        comparator: null,
        number: '-5',
        unit: '℃',
        place: 'L712C6',
      }),
    ],
    filledAt: '20240115093000',
    place: 'L700',
  });
  return {
    ...base,
    supervisingDepartment: { code: '088', name: '示例甲县交通局' },
    projects: base.projects.map((item) =>
      item.n === 1 ? { ...item, formName: form.name, form: 1, link: 'similar-name' } : item,
    ),
    forms: [form],
    keyFacts: statedRevenue,
    dropped: { handlers: 1, telephones: 1, idNumbers: 0 },
  };
}

function library2024(): Disclosure {
  const base = record('990200-tushuguan', {
    ...library,
    unitName: hostileName,
    year: 2024,
    basic: '30.00',
    project: '20.00',
    current: '50.00',
    carryover: '0.00',
    total: '50.00',
    currentProjects: [project('@示例,"引号"<script>alert(1)</script>', '20.00')],
    carryoverProjects: [],
  });
  const tables = base.tables.map((table) =>
    table.id !== 'three-public-expenses'
      ? table
      : {
          ...table,
          rows: table.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) =>
              row.kind === 'total' && cell.column === 'total'
                ? { ...cell, printed: '2. oo', read: '2.00', correction: 'c1' }
                : cell,
            ),
          })),
        },
  );
  const form = exampleForm({
    kind: 'self-evaluation',
    title: '项目支出绩效自评表',
    name: '示例自评项目',
    selfEvaluation: [
      {
        name: '年度资金总额',
        initialBudget: money('100000', 901, 3),
        fullYearBudget: money('100000', 901, 4),
        executed: money('99,999.99', 901, 5),
        weight: '10',
        rate: '100%',
        score: '10',
      },
    ],
    totalScore: '98',
    indicators: [
      exampleIndicator({
        printed: '=12次',
        comparator: '=',
        number: '12',
        unit: '次',
        weight: '50',
        actual: '12次',
        score: '50',
        place: 'L905C4',
      }),
    ],
    place: 'L900',
  });
  const corrected = tables.find(({ id }) => id === 'three-public-expenses')?.rows.at(-1)?.cells[0];
  return {
    ...base,
    tables: tables.filter(({ id }) => id !== 'agency-operating-expenses'),
    missingTables: ['agency-operating-expenses'],
    projects: [
      ...base.projects,
      {
        n: 2,
        slug: 'shili-ziping',
        name: '示例自评项目',
        formName: '示例自评项目',
        phase: null,
        tableId: null,
        row: null,
        form: 1,
        link: null,
        subjectCode: null,
      },
    ],
    forms: [form],
    corrections: [
      {
        id: 'c1',
        scope: 'cell',
        place: corrected?.place ?? 'L1',
        tableId: 'three-public-expenses',
        printed: '2. oo',
        replacement: '2.00',
        reason: '识别把数字零认作字母 o（示例）',
        kind: 'ocr',
        evidence: '同行一般公共预算栏为 2.00',
        on: '2024-06-01',
      },
    ],
    gaps: [
      { place: 'L800', what: '示例：一页文字缺失', kind: 'lost', tableId: null, projectN: null },
    ],
  };
}

/** The records of the example archive. */
export function exampleRecords(): Disclosure[] {
  return [
    record('990101-jiaotongju', {
      ...road,
      unitName: '示例甲县交通运输局',
      year: 2023,
      basic: '90.00',
      project: '110.00',
      current: '200.00',
      carryover: '0.00',
      total: '200.00',
      currentProjects: [project('零工市场示例项目', '110.00')],
      carryoverProjects: [],
    }),
    transport2024(),
    record('990101-gongluduan', {
      ...road,
      subject: ['2140106', '公路养护（示例别名）'],
      unitName: '示例甲县公路段',
      year: 2024,
      basic: '10.00',
      project: '5.00',
      current: '15.00',
      carryover: '0.00',
      total: '15.00',
      currentProjects: [project('示例公路段养护项目', '5.00')],
      carryoverProjects: [],
    }),
    ...[2022, 2024].map((year) =>
      record('990100-wenhuaguan', {
        // The total of 表10 differs from its parts in 2022, which a check finds.
        vehicles: year === 2022 ? '3.00' : '2.00',
        ...culture,
        unitName: '示例一市文化馆',
        year,
        basic: '40.00',
        project: '10.00',
        current: '50.00',
        carryover: '0.00',
        total: '50.00',
        currentProjects: [project('示例文化活动项目', '10.00')],
        carryoverProjects: [],
      }),
    ),
    library2024(),
  ];
}
