import { parseFen } from '../../../src/money/fen.ts';
import type { Amount } from '../../../src/schema/amount.ts';
import type { Form, FormMoney } from '../../../src/schema/form.ts';
import type { Indicator } from '../../../src/schema/indicator.ts';
import type { Table } from '../../../src/schema/table.ts';

/** 示例: an amount in 元. */
export const amountOf = (printed: string): Amount => ({
  printed,
  moneyUnit: '元',
  fen: parseFen(printed, '元'),
  place: 'L1',
});

/** 示例: money of one span with a total only; null prints nothing. */
export const moneyOf = (total: string | null): FormMoney => ({
  total: total === null ? null : amountOf(total),
  central: null,
  provincial: null,
  local: null,
  own: null,
  other: null,
});

/** 示例: an indicator with the value 1件. */
export const indicatorNamed = (name: string, span: Indicator['span']): Indicator => ({
  span,
  level1: '产出指标',
  level2: '数量指标',
  name,
  printed: '1件',
  comparator: null,
  number: '1',
  unit: '件',
  weight: null,
  actual: null,
  score: null,
  place: 'L9',
});

/** 示例: a goal form of the year 2024. */
export const formOf = (part: Partial<Form>): Form => ({
  n: 1,
  kind: 'goal',
  title: '项目支出绩效目标表',
  year: 2024,
  name: '示例经费',
  supervisingDepartment: { code: '407', name: '示例县人社局' },
  implementingUnit: '示例县人社局',
  attribute: '一次性项目',
  duration: '1年',
  whole: moneyOf('20,000'),
  yearMoney: moneyOf('20,000'),
  selfEvaluation: null,
  totalScore: null,
  documents: [],
  indicators: [],
  filledAt: null,
  place: 'L1',
  lost: [],
  ...part,
});

/** 示例: a project table in 万元; each row is a name and its printed total, null prints nothing. */
export const projectTable = (
  id: 'projects-current' | 'projects-carryover',
  rows: readonly (readonly [string, string | null])[],
): Table => ({
  id,
  title: '项目支出预算表',
  moneyUnit: '万元',
  moneyUnitFrom: 'printed',
  status: 'filled',
  note: null,
  columns: ['total'],
  rows: rows.map(([name, printed], i) => ({
    row: i + 1,
    side: null,
    kind: name === '示例县人社局' ? 'unit' : 'line',
    code: null,
    name,
    name2: null,
    cells:
      printed === null
        ? []
        : [{ column: 'total', printed, fen: parseFen(printed, '万元'), place: `L${i + 1}C2` }],
    place: `L${i + 1}`,
  })),
  place: 'L1',
});
