import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import type { Finding } from '../schema/finding.ts';
import type { KeyFact } from '../schema/key-fact.ts';
import { judge, makeFinding } from './compare.ts';
import { exampleDisclosure, exampleFact, exampleForm, exampleTable } from './example-disclosure.ts';
import { yearTotal } from './form-sides.ts';
import { filledTable, nowhere, sumSides } from './side.ts';
import { sectionLabel, statedAs, statedSide } from './stated-sides.ts';
import { t } from './table-pairs.ts';

const id = 'project-counts';

/** Rows of projects in a table; null = the table prints none. */
function rowCount(disclosure: Disclosure, tableId: string): number | null {
  const rows = filledTable(disclosure, tableId)?.rows.filter((row) => row.kind === 'line');
  return rows === undefined || rows.length === 0 ? null : rows.length;
}

/** Counts with which the stated number of projects may agree. */
function countsOf(disclosure: Disclosure, topic: string): (readonly [string, number])[] {
  const current = rowCount(disclosure, t.projects);
  const carryover = rowCount(disclosure, t.carryover);
  const forms: readonly (readonly [string, number | null])[] = [
    ['绩效表', disclosure.forms.length === 0 ? null : disclosure.forms.length],
  ];
  const rows: readonly (readonly [string, number | null])[] = [
    ['当年项目', current],
    ['两年项目', current === null && carryover === null ? null : (current ?? 0) + (carryover ?? 0)],
  ];
  const all = topic === 'performance-published' ? forms : [...rows, ...forms];
  return all.flatMap(([name, count]) => (count === null ? [] : [[name, count] as const]));
}

/** Whether the forms, however many, cover the money that is said to be published. */
function formsCoverMoney(disclosure: Disclosure): boolean {
  const stated = statedAs(disclosure, 'performance-published')[0];
  const sides = disclosure.forms.map((form) => {
    const year = yearTotal(disclosure, form);
    return year.fen === null ? { ...year, fen: form.whole?.total?.fen ?? null } : year;
  });
  const sum = sumSides('各张绩效表', sides);
  return (
    stated !== undefined && sum.fen !== null && judge(statedSide(stated), sum) !== 'difference'
  );
}

function findingOf(disclosure: Disclosure, fact: KeyFact): Finding {
  const counts = countsOf(disclosure, fact.topic);
  const stated = Number(fact.number);
  const equal = counts.find(([, count]) => count === stated);
  const said = `${sectionLabel(fact)}${fact.label} ${fact.printed}`;
  const found = counts.map(([name, count]) => `${name} ${count} 个`).join('、');
  const at = { ...nowhere, place: fact.place };
  if (counts.length === 0) {
    const agrees = stated === 0;
    const message = agrees
      ? `${said}，文件中也没有项目`
      : `${said}，文件中没有项目表和绩效表，无法核对`;
    return makeFinding(id, disclosure, { result: agrees ? 'pass' : 'undecidable', at, message });
  }
  if (equal !== undefined)
    return makeFinding(id, disclosure, {
      result: 'pass',
      at,
      message: `${said}，${equal[0]} ${equal[1]} 个，一致`,
    });
  if (stated > 0 && fact.topic === 'performance-published' && formsCoverMoney(disclosure)) {
    return makeFinding(id, disclosure, {
      result: 'not-applicable',
      at,
      message: `不适用：${said}，${found}，金额相符，一张表可以包含几个项目`,
    });
  }
  const lossy =
    disclosure.forms.some((form) => form.lost.length > 0) &&
    stated > Math.max(...counts.map(([, count]) => count));
  if (lossy)
    return makeFinding(id, disclosure, {
      result: 'undecidable',
      at,
      message: `${said}，${found}；原文有缺损，无法核对`,
    });
  return makeFinding(id, disclosure, {
    result: 'difference',
    at,
    message: `${said}，文件中${found}，不一致`,
  });
}

const example = (printed: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        12,
        t.projects,
        ['total'],
        [
          { kind: 'line', name: '示例项目一', cells: ['5.00'] },
          { kind: 'line', name: '示例项目二', cells: ['6.00'] },
        ],
      ),
    ],
    forms: [exampleForm(1)],
    keyFacts: [
      exampleFact(1, {
        section: '十、1',
        topic: 'performance-projects',
        label: '绩效管理的项目',
        printed,
        measure: 'count',
      }),
    ],
  });

/** The number of projects under performance management is that of the tables or of the forms. */
export const projectCountsAgree: Check = {
  id,
  title: '项目个数与报表、绩效表一致',
  family: 'text',
  attention: 3,
  explanation:
    '情况说明所述绩效管理的项目个数，与项目支出预算表（当年，或当年加结转）或绩效表的张数核对；所述公开绩效目标的个数，与绩效表的张数核对。',
  basis: '财预〔2021〕29号：绩效目标随预算公开。',
  condition: '与其中任一数相等即为一致；一张绩效表包含几个项目而金额相符的，不适用。',
  tolerance: '个数应完全相等。',
  check: (disclosure) =>
    disclosure.keyFacts
      .filter(
        (fact) =>
          fact.measure === 'count' && /^performance-(?:projects|published)$/u.test(fact.topic),
      )
      .map((fact) => findingOf(disclosure, fact)),
  examples: [
    {
      title: '个数等于当年项目数',
      disclosure: example('2个'),
      expected: [
        { result: 'pass', message: '情况说明十、1 绩效管理的项目 2个，当年项目 2 个，一致' },
      ],
    },
    {
      title: '个数与哪一处都不相等',
      disclosure: example('4个'),
      expected: [
        {
          result: 'difference',
          message:
            '情况说明十、1 绩效管理的项目 4个，文件中当年项目 2 个、两年项目 2 个、绩效表 1 个，不一致',
        },
      ],
    },
    {
      title: '文件中没有项目，无法核对',
      disclosure: exampleDisclosure({
        keyFacts: [
          exampleFact(1, {
            section: '十、1',
            topic: 'performance-projects',
            label: '绩效管理的项目',
            printed: '4个',
            measure: 'count',
          }),
        ],
      }),
      expected: [
        {
          result: 'undecidable',
          message: '情况说明十、1 绩效管理的项目 4个，文件中没有项目表和绩效表，无法核对',
        },
      ],
    },
  ],
};
