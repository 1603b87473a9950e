import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import type { Finding } from '../schema/finding.ts';
import { compareSides, inWan, judge, notApplicable } from './compare.ts';
import { exampleDisclosure, exampleTable } from './example-disclosure.ts';
import { filledTable, rowName, sumRows } from './side.ts';
import type { Side } from './side.ts';
import { tableLabel } from './table-label.ts';
import { t } from './table-pairs.ts';

const id = 'three-public-in-basic';

const items: readonly (readonly [RegExp, string])[] = [
  [/^因公出国/u, '因公出国（境）费'],
  [/^公务接待/u, '公务接待费'],
  [/^公务用车购置(?!及|和|与)/u, '公务用车购置费'],
  [/^公务用车运行/u, '公务用车运行维护费'],
];

function itemSide(
  disclosure: Disclosure,
  tableId: string,
  words: RegExp,
  name: string,
  column: 'general' | 'total',
): Side | undefined {
  const table = filledTable(disclosure, tableId);
  if (table === undefined) return undefined;
  const rows = table.rows.filter((row) => row.kind === 'line' && words.test(rowName(row.name)));
  return sumRows(disclosure, table, rows, column, `${tableLabel(disclosure, tableId)} ${name}`);
}

function findingsOf(disclosure: Disclosure, words: RegExp, name: string): Finding[] {
  const stated = itemSide(disclosure, t.threePublic, words, name, 'general');
  const line = itemSide(disclosure, t.economic, words, name, 'total');
  if (stated?.fen == null || line === undefined) return [];
  if (line.fen === null || (stated.fen > line.fen && judge(stated, line) === 'difference')) {
    const basic = line.fen === null ? '没有此科目' : inWan(line.fen);
    const reason = `${stated.label} ${inWan(stated.fen)}，${line.label} ${basic}，其余可能由项目支出安排`;
    return stated.fen === 0 ? [] : [notApplicable(id, disclosure, reason, stated.at)];
  }
  return [compareSides(id, disclosure, stated, line)];
}

const example = (threePublic: string, line: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        6,
        t.economic,
        ['total', 'public'],
        [
          {
            kind: 'line',
            name: '公务用车运行维护费',
            name2: '公务用车运行维护费',
            cells: [line, line],
          },
        ],
      ),
      exampleTable(
        10,
        t.threePublic,
        ['total', 'general'],
        [{ kind: 'line', name: '②公务用车运行维护费', cells: [threePublic, threePublic] }],
      ),
    ],
  });

/** The lines of 表10 agree with the same lines of 表6; more in 表10 may come from projects. */
export const threePublicInBasic: Check = {
  id,
  title: '“三公”经费与基本支出科目一致',
  family: 'across-tables',
  attention: 2,
  explanation:
    '“三公”经费表的一般公共预算各项，与分经济科目表的同名科目核对；不应小于基本支出中的同名科目。',
  basis: '财预〔2016〕143号；同名经济科目反映同一支出。',
  condition: '“三公”经费表大于基本支出科目时，超出部分可能由项目支出安排，不作差异。',
  tolerance: printedTolerance,
  check: (disclosure) => items.flatMap(([words, name]) => findingsOf(disclosure, words, name)),
  examples: [
    {
      title: '两表的公务用车运行维护费相等',
      disclosure: example('4.00', '4.00'),
      expected: [
        {
          result: 'pass',
          message: '表10 公务用车运行维护费 4.00，表6 公务用车运行维护费 4.00 万元，一致',
        },
      ],
    },
    {
      title: '基本支出科目大于“三公”经费表',
      disclosure: example('3.00', '4.00'),
      expected: [
        {
          result: 'difference',
          message: '表10 公务用车运行维护费 3.00，表6 公务用车运行维护费 4.00，相差 1.00 万元',
        },
      ],
    },
    {
      title: '“三公”经费表较大，可能另有项目安排',
      disclosure: example('6.00', '4.00'),
      expected: [
        {
          result: 'not-applicable',
          message:
            '不适用：表10 公务用车运行维护费 6.00，表6 公务用车运行维护费 4.00，其余可能由项目支出安排',
        },
      ],
    },
  ],
};
