import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import type { Finding } from '../schema/finding.ts';
import type { KeyFact } from '../schema/key-fact.ts';
import { inWan, makeFinding, notApplicable } from './compare.ts';
import { exampleDisclosure, exampleFact } from './example-disclosure.ts';
import { decimalsOf, judgePercent, percentOf } from './percent.ts';
import type { Side } from './side.ts';
import { factBefore, statedSide } from './stated-sides.ts';
import { t, totalOf } from './table-pairs.ts';

const id = 'stated-shares';

/** The whole a share is a share of, by the topic of the part. */
const wholes: readonly (readonly [RegExp, string])[] = [
  [/^(?:revenue-|carryover$)/u, 'revenue-total'],
  [/^(?:basic|project)$/u, 'expenditure-total'],
  [/^general-class$/u, 'general-current'],
];

function wholesOf(disclosure: Disclosure, fact: KeyFact): Side[] {
  const topic = wholes.find(([part]) => part.test(fact.topic))?.[1];
  if (topic !== undefined) {
    const whole = factBefore(
      disclosure,
      fact,
      (one) => one.topic === topic && one.measure === 'amount',
    );
    return whole === undefined ? [] : [statedSide(whole)];
  }
  if (fact.topic !== 'performance-published') return [];
  const columns = [
    totalOf(disclosure, t.expenditure, 'project'),
    totalOf(disclosure, t.general, 'project'),
  ];
  return columns.filter((side) => side.fen !== null);
}

function findingOf(disclosure: Disclosure, fact: KeyFact): Finding | undefined {
  const amount = factBefore(
    disclosure,
    fact,
    (one) => one.topic === fact.topic && one.label === fact.label && one.measure === 'amount',
  );
  const [first, ...others] = wholesOf(disclosure, fact);
  if (amount === undefined || first === undefined) return undefined;
  const part = statedSide(amount);
  const printed = fact.number ?? '';
  const whole =
    [first, ...others].find(
      (side) => side.fen !== 0 && judgePercent(printed, part, side) === 'pass',
    ) ?? first;
  if (whole.fen === 0)
    return notApplicable(id, disclosure, `${whole.label}为 0，不能计算占比`, {
      ...part.at,
      place: fact.place,
    });
  const result = judgePercent(printed, part, whole);
  const share = percentOf(part.fen ?? 0, whole.fen ?? 0, Math.max(2, decimalsOf(printed)));
  const sum = `${part.label} ${inWan(part.fen ?? 0)} ÷ ${whole.label} ${inWan(whole.fen ?? 0)} = ${share}%`;
  const words = { pass: '一致', rounding: '属四舍五入', difference: '不一致' }[result];
  return makeFinding(id, disclosure, {
    result,
    left: {
      ...part,
      label: `${part.label}占比 ${printed}%`,
      at: { ...part.at, place: fact.place },
    },
    right: { ...whole, label: sum },
    message: `${sum}，情况说明为 ${printed}%，${words}`,
    differenceFen: null,
  });
}

const example = (share: string): Disclosure =>
  exampleDisclosure({
    keyFacts: [
      exampleFact(1, { topic: 'expenditure-total', label: '支出总计', printed: '92.00万元' }),
      exampleFact(2, { topic: 'basic', label: '基本支出', printed: '50.00万元' }),
      exampleFact(3, { topic: 'basic', label: '基本支出', printed: share, measure: 'share' }),
    ],
  });

/** Every share the explanations state is the part over the whole they state. */
export const statedSharesAgree: Check = {
  id,
  title: '情况说明的占比可以重算',
  family: 'text',
  attention: 3,
  explanation: '情况说明中每个“占 x%”，用同一段所述的部分除以整体重算。',
  basis: '本项目惯例：百分比按算术重算。',
  condition:
    '部分与整体在同一段中写明，整体不为 0。公开绩效目标占项目支出的比例，与全部或当年项目支出之一相符即为一致。',
  tolerance: '按印出的百分比小数位数四舍五入；部分与整体的印出位数足以解释的为“四舍五入”。',
  check: (disclosure) =>
    disclosure.keyFacts
      .filter((fact) => fact.measure === 'share')
      .map((fact) => findingOf(disclosure, fact))
      .filter((finding) => finding !== undefined),
  examples: [
    {
      title: '50 ÷ 92 = 54.35%',
      disclosure: example('54.35%'),
      expected: [
        {
          result: 'pass',
          message:
            '情况说明一、基本支出 50.00 ÷ 情况说明一、支出总计 92.00 = 54.35%，情况说明为 54.35%，一致',
        },
      ],
    },
    {
      title: '末位相差 0.01，属四舍五入',
      disclosure: example('54.36%'),
      expected: [
        {
          result: 'rounding',
          message:
            '情况说明一、基本支出 50.00 ÷ 情况说明一、支出总计 92.00 = 54.35%，情况说明为 54.36%，属四舍五入',
        },
      ],
    },
    {
      title: '占比写成 45.35%',
      disclosure: example('45.35%'),
      expected: [
        {
          result: 'difference',
          message:
            '情况说明一、基本支出 50.00 ÷ 情况说明一、支出总计 92.00 = 54.35%，情况说明为 45.35%，不一致',
        },
      ],
    },
  ],
};
