import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import type { Finding } from '../schema/finding.ts';
import { makeFinding } from './compare.ts';
import { exampleDisclosure, exampleTable } from './example-disclosure.ts';
import { rowName } from './side.ts';
import { tableLabel } from './table-label.ts';

const id = 'subject-names';

interface Named {
  readonly name: string;
  readonly tableId: string;
}

function findingsOf(disclosure: Disclosure): Finding[] {
  const first = new Map<string, Named>();
  const findings: Finding[] = [];
  for (const table of disclosure.tables) {
    for (const row of table.rows) {
      if (row.code === null) continue;
      const earlier = first.get(row.code);
      if (earlier === undefined) first.set(row.code, { name: row.name, tableId: table.id });
      if (earlier === undefined || rowName(earlier.name) === rowName(row.name)) continue;
      const at = {
        tableId: table.id,
        row: row.row,
        column: null,
        place: row.place,
        projectN: null,
      };
      const message = `科目 ${row.code}：${tableLabel(disclosure, earlier.tableId)}作“${earlier.name}”，${tableLabel(disclosure, table.id)}作“${row.name}”`;
      findings.push(makeFinding(id, disclosure, { result: 'difference', at, message }));
    }
  }
  if (findings.length > 0 || first.size === 0) return findings;
  return [
    makeFinding(id, disclosure, {
      result: 'pass',
      message: `核对 ${first.size} 个功能科目，编码与名称在各表中一致`,
    }),
  ];
}

const example = (name: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        2,
        'revenue-by-subject',
        ['total'],
        [{ kind: 'line', code: '2070109', name: '群众文化', cells: ['5.00'] }],
      ),
      exampleTable(
        3,
        'expenditure-by-subject',
        ['total'],
        [{ kind: 'line', code: '2070109', name, cells: ['5.00'] }],
      ),
    ],
  });

/** One functional subject code has one name in all tables of a document. */
export const subjectNamesAgree: Check = {
  id,
  title: '科目编码与名称一致',
  family: 'names-and-dates',
  attention: 4,
  explanation: '同一功能科目编码在各表中的名称应当相同。',
  basis: '《政府收支分类科目》：一个编码对应一个科目。',
  condition: '科目编码在两张以上的表中出现。',
  tolerance: '不涉及数值。',
  check: findingsOf,
  examples: [
    {
      title: '两表名称相同',
      disclosure: example('群众文化'),
      expected: [{ result: 'pass', message: '核对 1 个功能科目，编码与名称在各表中一致' }],
    },
    {
      title: '两表名称不同',
      disclosure: example('文化活动'),
      expected: [
        { result: 'difference', message: '科目 2070109：表2作“群众文化”，表3作“文化活动”' },
      ],
    },
  ],
};
