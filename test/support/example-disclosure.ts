import { parseFen } from '../../src/money/fen.ts';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import type { Form } from '../../src/schema/form.ts';
import type { Indicator } from '../../src/schema/indicator.ts';
import type { MoneyColumn } from '../../src/schema/table-set.ts';
import type { Row, Table } from '../../src/schema/table.ts';

/** A row in short: printed amounts by column; everything else has a default. */
export interface ExampleRow extends Partial<Omit<Row, 'row' | 'cells' | 'place'>> {
  readonly amounts?: Partial<Record<MoneyColumn, string>>;
}

/** A table of our own making: amounts are read from their printed texts, places count up from `line`. */
export function exampleTable(
  id: string,
  columns: readonly MoneyColumn[],
  rows: readonly ExampleRow[],
  options: Partial<Table> & { readonly line?: number } = {},
): Table {
  const { line = 10, ...rest } = options;
  const moneyUnit = rest.moneyUnit ?? '万元';
  const table: Table = {
    id,
    title: `2024年示例表 ${id}`,
    moneyUnit,
    moneyUnitFrom: 'printed',
    status: rows.some((row) => Object.keys(row.amounts ?? {}).length > 0)
      ? 'filled'
      : 'printed-empty',
    note: null,
    columns: [...columns],
    rows: rows.map(({ amounts = {}, ...row }, i) => ({
      row: i + 1,
      side: null,
      kind: 'line',
      code: null,
      name: '示例行',
      name2: null,
      ...row,
      cells: columns.flatMap((column, c) => {
        const printed = amounts[column];
        return printed === undefined
          ? []
          : [
              {
                column,
                printed,
                fen: parseFen(printed, moneyUnit),
                place: `L${line + 1 + i}C${c + 2}`,
              },
            ];
      }),
      place: `L${line + 1 + i}`,
    })),
    place: `L${line}`,
    ...rest,
  };
  return table;
}

/** An indicator of our own making. */
export function exampleIndicator(indicator: Partial<Indicator> = {}): Indicator {
  return {
    span: 'year',
    level1: '产出指标',
    level2: '数量指标',
    name: '示例指标',
    printed: '≥10个',
    comparator: '≥',
    number: '10',
    unit: '个',
    weight: null,
    actual: null,
    score: null,
    place: 'L300C4',
    ...indicator,
  };
}

/** A goal form of our own making, with nothing printed but its name. */
export function exampleForm(form: Partial<Form> = {}): Form {
  return {
    n: 1,
    kind: 'goal',
    title: '项目支出绩效目标表',
    year: 2024,
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
    place: 'L290',
    lost: [],
    ...form,
  };
}

/** A record of our own making: valid, without tables or projects unless they are given. */
export function exampleDisclosure(disclosure: Partial<Disclosure> = {}): Disclosure {
  const unitId = disclosure.unitId ?? '990101-shilidanwei';
  const year = disclosure.year ?? 2024;
  const kind = disclosure.kind ?? 'budget';
  return {
    schemaVersion: 1,
    id: `${unitId}-${year}-${kind}`,
    unitId,
    unitName: '示例甲县示例单位',
    regionCode: unitId.slice(0, 6),
    year,
    kind,
    tableSet: 'shanxi-13',
    supervisingDepartment: null,
    source: {
      file: `${unitId}-${year}.txt`,
      title: `示例单位${year}年预算公开`,
      mediaType: 'text/plain',
      sha256: '0'.repeat(64),
      bytes: 1000,
      lines: 500,
      publisher: null,
      url: null,
      fetchedOn: null,
      note: '示例：本项目自拟，不是任何单位的文件',
    },
    tables: [],
    missingTables: [],
    projects: [],
    forms: [],
    keyFacts: [],
    corrections: [],
    gaps: [],
    dropped: { handlers: 0, telephones: 0, idNumbers: 0 },
    ...disclosure,
  };
}
