import { describe, expect, test } from 'vitest';
import { findTables } from '../../../src/assemble/find-tables.ts';
import { readTable } from '../../../src/assemble/read-table.ts';
import { extractText } from '../../../src/extract/text-document.ts';
import type { Row } from '../../../src/schema/table.ts';
import { tableSetSchema } from '../../../src/schema/table-set.ts';
import { tableSetText } from '../../lib/import-effects.ts';

const tableSet = tableSetSchema.parse(JSON.parse(tableSetText()));

/** The only table of a text, whether or not its bold text counts as doubled. */
function read(text: string, doubled = false, unitName = '示例局') {
  const document = extractText(new TextEncoder().encode(text));
  const { regions } = findTables(document, tableSet);
  expect(regions).toHaveLength(1);
  const [region] = regions;
  if (region === undefined) throw new Error('no table');
  return readTable(region, { unitName, doubled, keepsBlanks: false });
}

/** A row in short: `side kind code name/name2 column=printed@place …`. */
const short = (row: Row): string =>
  [
    row.side,
    row.kind,
    row.code,
    row.name2 === null ? row.name : `${row.name}/${row.name2}`,
    ...row.cells.map((cell) => `${cell.column}=${cell.printed}@${cell.place}`),
  ]
    .filter((part) => part !== null)
    .join(' ');

const rows = (text: string, doubled = false): string[] => read(text, doubled).table.rows.map(short);

const head = '科目编码\t科目名称\t合计\t基本支出\t项目支出';

describe('a table in cells', () => {
  test('columns are mapped by their headers, not by their order', () => {
    const moved = '科目名称\t科目编码\t项目支出\t合计\t基本支出';
    expect(rows(`2024年预算支出总表\n${moved}\n行政运行\t2080101\t1.00\t3.00\t2.00`)).toEqual([
      'line 2080101 行政运行 project=1.00@L3C3 total=3.00@L3C4 basic=2.00@L3C5',
    ]);
  });

  test('a blank is nothing, a dash is nothing, a printed zero is zero', () => {
    const { table } = read(`2024年预算支出总表\n${head}\n208\t示例\t0.00\t\t—`);
    expect(table.rows[0]?.cells).toEqual([
      { column: 'total', printed: '0.00', fen: 0, place: 'L3C3' },
    ]);
    expect(table.status).toBe('filled');
  });

  test('classes and sections with lines below them are groups, the rest are lines', () => {
    const body = [
      '合计\t\t3.00',
      '208\t甲\t2.00',
      '20801\t乙\t2.00',
      '2080101\t丙\t2.00',
      '221\t丁\t1.00',
    ];
    expect(rows(`2024年预算支出总表\n${head}\n${body.join('\n')}`)).toEqual([
      'total 合计 total=3.00@L3C3',
      'group 208 甲 total=2.00@L4C3',
      'group 20801 乙 total=2.00@L5C3',
      'line 2080101 丙 total=2.00@L6C3',
      'line 221 丁 total=1.00@L7C3',
    ]);
  });

  test('an economic class may occur twice, a group has no government class', () => {
    const text = [
      '2024年一般公共预算安排基本支出分经济科目表（不含上年结转）',
      '部门预算支出经济科目名称\t政府预算支出经济科目名称\t2024年预算数\t\t',
      '\t\t合计\t人员经费\t公用经费',
      '工资福利支出\t\t3.00\t3.00\t',
      '基本工资\t工资奖金津补贴\t1.00\t1.00\t',
      '基本工资\t工资福利支出\t2.00\t2.00\t',
    ].join('\n');
    expect(rows(text)).toEqual([
      'group 工资福利支出 total=3.00@L4C3 personnel=3.00@L4C4',
      'line 基本工资/工资奖金津补贴 total=1.00@L5C3 personnel=1.00@L5C4',
      'line 基本工资/工资福利支出 total=2.00@L6C3 personnel=2.00@L6C4',
    ]);
  });

  test('the subtotal of a unit is no project, whether named like the unit or adding up its rows', () => {
    const text = [
      '2024年项目支出预算表（上年结转）',
      '项目名称\t合计\t一般公共预算\t政府性基金预算\t国有资本经营预算',
      '1\t2\t3\t4\t5',
      '示例局\t9.00\t9.00\t\t',
      '乙中心\t5.00\t5.00\t\t',
      '甲项目\t2.00\t2.00\t\t',
      '建设中心\t3.00\t3.00\t\t',
      '丙项目\t4.00\t4.00\t\t',
    ].join('\n');
    expect(read(text).table.rows.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'unit 示例局',
      'line 乙中心',
      'line 甲项目',
      'line 建设中心',
      'line 丙项目',
    ]);
    const sums = text.replace('建设中心', '建设费用');
    expect(read(sums).table.rows[1]?.kind).toBe('line');
    expect(read(sums.replace('丙项目\t4.00\t4.00', '丁中心\t0.00\t0.00')).table.rows[1]?.kind).toBe(
      'unit',
    );
  });

  test('the money measure is the printed one, else that of the table set', () => {
    const yuan = read(`2024年预算支出总表\n单位：元\n${head}\n208\t示例\t1.50`).table;
    expect([yuan.moneyUnit, yuan.moneyUnitFrom, yuan.rows[0]?.cells[0]?.fen]).toEqual([
      '元',
      'printed',
      150,
    ]);
    const none = read(`2024年预算支出总表\n${head}\n208\t示例\t1.50`).table;
    expect([none.moneyUnit, none.moneyUnitFrom, none.rows[0]?.cells[0]?.fen]).toEqual([
      '万元',
      'table-set',
      1500000,
    ]);
  });

  test('a table without an amount is printed empty and keeps its rows and its note', () => {
    const { table } = read(`2024年预算支出总表\n${head}\n合计\t\t\t\t\n注：本表无数据`);
    expect([table.status, table.note, table.rows.map(short)]).toEqual([
      'printed-empty',
      '注：本表无数据',
      ['total 合计'],
    ]);
  });

  test('a destroyed header is settled by the number of columns, and that is told', () => {
    const text = '2024年政府性基金预算收入表\n收入科目编码\t科目名称\t以州奉金\n103\t示例\t1.00';
    const { table, damages } = read(text);
    expect(table.rows.map(short)).toEqual(['line 103 示例 total=1.00@L3C3']);
    expect(damages).toEqual([
      { place: 'L2', what: '表头“政府性基金收入预算”的文字残缺，按列数和次序认定该列' },
    ]);
  });

  test('a row name turned into a ruling line and a stray line of text are told', () => {
    const body = '208\t示例\t1.00\n\t——————\t\n一行文字\n221\t示例\t1.00';
    expect(read(`2024年预算支出总表\n${head}\n${body}`).damages).toEqual([
      { place: 'L4C2', what: '一个行名的文字残缺成横线，该行没有金额' },
      { place: 'L5', what: '表内夹有一行文字，不属于任何一栏，未读入' },
    ]);
  });

  test.each([
    ['a line of runs of blanks that prints every cell', '208  示例  3.00  2.00  1.00'],
    ['the same line in tabs', '208\t示例\t3.00\t2.00\t1.00'],
  ])('%s is a row', (_, line) => {
    expect(rows(`2024年预算支出总表\n${head}\n${line}\n221\t示例\t1.00`)[0]).toBe(
      'line 208 示例 total=3.00@L3C3 basic=2.00@L3C4 project=1.00@L3C5',
    );
  });

  test.each([
    ['an amount without a row name', '\t\t1.00', 'Unexpected row name ""'],
    [
      'a line of runs of blanks with cells missing',
      '208  示例  3.00  1.00',
      '4 cells separated by runs',
    ],
    ['words in a money column', '208\t示例\t约1.00', 'L3C3: Unexpected amount "约1.00"'],
  ])('%s is refused', (_, line, message) => {
    expect(() => rows(`2024年预算支出总表\n${head}\n${line}\n221\t示例\t1.00`)).toThrow(message);
  });
});

describe('a table in running lines', () => {
  const running = '2024年预算支出总表\n科目编码 科目名称 合计 基本支出 项目支出\n';

  test('blanks keep the columns, names may be broken over lines', () => {
    const body = '合计 3.00 2.00 1.00\n208 示例 1.00  1.00\n2080199\n其他示例支\n出\n\n2.00 2.00 ';
    expect(rows(running + body)).toEqual([
      'total 合计 total=3.00@L3C2 basic=2.00@L3C3 project=1.00@L3C4',
      'group 208 示例 total=1.00@L4C3 project=1.00@L4C5',
      'line 2080199 其他示例支出 total=2.00@L9C1 basic=2.00@L9C2',
    ]);
  });

  test('headers in another order move the columns', () => {
    const moved = running.replace('基本支出 项目支出', '项目支出 基本支出');
    expect(rows(`${moved}208 示例 3.00 2.00 1.00`)).toEqual([
      'line 208 示例 total=3.00@L3C3 project=2.00@L3C4 basic=1.00@L3C5',
    ]);
  });

  test.each([
    ['blanks of empty columns that are lost', '208 示例 3.00 2.00', 'parts that do not add up'],
    [
      'an amount too many',
      '208 示例 3.00 2.00 1.00 9.00',
      'amount "9.00" behind the last of 3 columns',
    ],
    ['an unreadable amount', '208 示例 3.0O 2.00 1.00', 'L3C3: Unexpected amount "3.0O"'],
  ])('%s: refused', (_, line, message) => {
    expect(() => rows(running + line)).toThrow(message);
  });

  test('a header that is not printed is refused', () => {
    expect(() => rows('2024年预算支出总表\n科目编码 科目名称 合计 示例\n208 示例 3.00')).toThrow(
      'without 合计, 基本支出, 项目支出',
    );
  });
});

describe('tables that are not there', () => {
  const document = (text: string) => extractText(new TextEncoder().encode(text));

  test('a title in a table of contents is no table', () => {
    const text = `2024年预算支出总表\n2024年预算收入总表\n第一部分\n2024年预算支出总表\n${head}\n208\t甲\t1.00`;
    const found = findTables(document(text), tableSet);
    expect(found.regions.map(({ titleRow }) => titleRow.place)).toEqual(['L4']);
  });

  test('a table that the set does not know is told, a performance form is not one', () => {
    const text = `2024年预算支出总表\n${head}\n208\t甲\t1.00\n2024年示例明细表\n甲\t乙\n2024年项目支出绩效目标表\n甲\t乙`;
    const found = findTables(document(text), tableSet);
    expect(found.unknownTitles.map(({ text: title }) => title)).toEqual(['2024年示例明细表']);
  });

  test('a title broken over two lines is one title', () => {
    const text = '2024年项目支出预算表\n（本年预算）\n项目名称\t合计\n甲\t1.00';
    expect(
      findTables(document(text), tableSet).regions.map(({ definition, title }) => [
        definition.id,
        title,
      ]),
    ).toEqual([['projects-current', '2024年项目支出预算表（本年预算）']]);
  });
});
