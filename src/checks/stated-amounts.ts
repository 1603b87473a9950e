import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import type { Finding } from '../schema/finding.ts';
import type { KeyFact } from '../schema/key-fact.ts';
import { compareSides, judge, notApplicable } from './compare.ts';
import { exampleDisclosure, exampleFact, exampleTable } from './example-disclosure.ts';
import type { Side } from './side.ts';
import { statedAmounts, statedSide } from './stated-sides.ts';
import { statedTargets } from './stated-targets.ts';

const id = 'stated-amounts';

/** The side a stated amount agrees with best: equal, within rounding, or the likeliest with an amount. */
function bestOf(stated: Side, targets: readonly Side[]): Side | undefined {
  const known = targets.filter((side) => side.fen !== null);
  return (
    known.find((side) => judge(stated, side) === 'pass') ??
    known.find((side) => judge(stated, side) === 'rounding') ??
    known[0]
  );
}

function findingOf(disclosure: Disclosure, fact: KeyFact): Finding | 'zero' | undefined {
  const targets = statedTargets[fact.topic]?.(disclosure, fact);
  if (targets === undefined) return undefined;
  const stated = statedSide(fact);
  const target = bestOf(stated, targets);
  if (target !== undefined) return compareSides(id, disclosure, stated, target);
  if (fact.fen === 0) return 'zero';
  return targets[0] === undefined ? undefined : compareSides(id, disclosure, stated, targets[0]);
}

function zeroFinding(disclosure: Disclosure, zeros: number): Finding[] {
  if (zeros === 0) return [];
  const reason = `情况说明有 ${zeros} 处为 0，表中相应格没有印数字，不作比较`;
  return [notApplicable(id, disclosure, reason)];
}

const example = (printed: string, cell: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        1,
        'revenue-expenditure-summary',
        ['revenue'],
        [
          { kind: 'total', side: 'revenue', name: '收入总计', cells: [cell] },
          { kind: 'total', side: 'revenue', name: '本年收入合计', cells: ['80.00'] },
        ],
      ),
    ],
    keyFacts: [exampleFact(1, { printed })],
  });

/** Every amount the explanations quote equals the cell of the table it is quoted from. */
export const statedAmountsAgree: Check = {
  id,
  title: '情况说明的金额与报表一致',
  family: 'text',
  attention: 2,
  explanation:
    '情况说明中写明的收入、支出、拨款、基本支出、“三公”经费、机关运行经费、绩效管理项目等金额，逐一与报表相应的格核对。',
  basis: '财预〔2016〕143号：情况说明应当说明报表的内容；两者出自同一预算。',
  condition:
    '该句已读懂，报表印有相应数字。绩效管理项目的范围各单位不同，与当年、结转或两年合计之一相等即为一致。',
  tolerance: printedTolerance,
  check: (disclosure) => {
    const results = statedAmounts(disclosure).map((fact) => findingOf(disclosure, fact));
    const findings = results.filter((result) => typeof result === 'object');
    const zeros = results.filter((result) => result === 'zero').length;
    return [...findings, ...zeroFinding(disclosure, zeros)];
  },
  examples: [
    {
      title: '收入总计与收支总表相等',
      disclosure: example('92.00万元', '92.00'),
      expected: [
        { result: 'pass', message: '情况说明一、收入总计 92.00，表1 收入总计 92.00 万元，一致' },
      ],
    },
    {
      title: '情况说明只写到整数',
      disclosure: example('92万元', '92.40'),
      expected: [
        {
          result: 'rounding',
          message:
            '情况说明一、收入总计 92.00，表1 收入总计 92.40，相差 0.40 万元，属四舍五入（2 个印出的数，界限 0.505 万元）',
        },
      ],
    },
    {
      title: '情况说明为 0，报表有数',
      disclosure: example('0万元', '92.00'),
      expected: [
        {
          result: 'difference',
          message: '情况说明一、收入总计 0.00，表1 收入总计 92.00，相差 92.00 万元',
        },
      ],
    },
    {
      title: '情况说明为 0，表中没有印数字',
      disclosure: example('0万元', ''),
      expected: [
        {
          result: 'not-applicable',
          message: '不适用：情况说明有 1 处为 0，表中相应格没有印数字，不作比较',
        },
      ],
    },
    {
      title: '报表没有印收入总计',
      disclosure: example('92.00万元', ''),
      expected: [
        {
          result: 'undecidable',
          message: '表1 收入总计未印出数字，情况说明一、收入总计 92.00 万元，无法核对',
        },
      ],
    },
  ],
};
