import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import type { Finding } from '../schema/finding.ts';
import type { KeyFact } from '../schema/key-fact.ts';
import { compareSides, makeFinding } from './compare.ts';
import { exampleDisclosure, exampleFact } from './example-disclosure.ts';
import { nowhere } from './side.ts';
import { sectionLabel, statedSide } from './stated-sides.ts';

const id = 'stated-twice';

/** Topics that name different things each time they occur. */
const several =
  /reason|-class$|listed|^staff|^internal|^subordinate|^as-of-date|^service-purchase/u;

function repeated(
  disclosure: Disclosure,
  measure: 'amount' | 'count',
): (readonly [KeyFact, KeyFact])[] {
  const first = new Map<string, KeyFact>();
  const pairs: (readonly [KeyFact, KeyFact])[] = [];
  for (const fact of disclosure.keyFacts) {
    if (fact.measure !== measure || fact.base !== null || several.test(fact.topic)) continue;
    const earlier = first.get(fact.topic);
    if (earlier === undefined) first.set(fact.topic, fact);
    else pairs.push([earlier, fact]);
  }
  return pairs;
}

function countFinding(disclosure: Disclosure, earlier: KeyFact, later: KeyFact): Finding {
  const agrees = Number(earlier.number) === Number(later.number);
  const both = `${later.label}：${sectionLabel(earlier)}为 ${earlier.printed}，${sectionLabel(later)}为 ${later.printed}`;
  return makeFinding(id, disclosure, {
    result: agrees ? 'pass' : 'difference',
    at: { ...nowhere, place: later.place },
    left: {
      ...statedSide(earlier),
      label: `${sectionLabel(earlier)}${earlier.label} ${earlier.printed}`,
    },
    right: {
      ...statedSide(later),
      label: `${sectionLabel(later)}${later.label} ${later.printed}`,
    },
    message: `${both}，${agrees ? '一致' : '不一致'}`,
  });
}

const example = (second: string): Disclosure =>
  exampleDisclosure({
    keyFacts: [
      exampleFact(1, {
        section: '一、',
        topic: 'expenditure-total',
        label: '支出总计',
        printed: '92.00万元',
      }),
      exampleFact(2, {
        section: '三、',
        topic: 'expenditure-total',
        label: '支出总计',
        printed: second,
      }),
    ],
  });

/** One amount or count that the explanations state more than once is the same each time. */
export const statedTwiceAgrees: Check = {
  id,
  title: '情况说明前后所述一致',
  family: 'text',
  attention: 2,
  explanation:
    '同一事项（如支出总计、绩效管理项目个数、车辆数）在概况和情况说明中不止一次写明时，前后应当一致。',
  basis: '本项目惯例：同一事项只有一个数。',
  condition: '同一事项写明两次以上。',
  tolerance: printedTolerance,
  check: (disclosure) => [
    ...repeated(disclosure, 'amount').map(([earlier, later]) =>
      compareSides(id, disclosure, statedSide(earlier), statedSide(later), statedSide(later).at),
    ),
    ...repeated(disclosure, 'count').map(([earlier, later]) =>
      countFinding(disclosure, earlier, later),
    ),
  ],
  examples: [
    {
      title: '两段所述支出总计相同',
      disclosure: example('92万元'),
      expected: [
        {
          result: 'pass',
          message: '情况说明一、支出总计 92.00，情况说明三、支出总计 92.00 万元，一致',
        },
      ],
    },
    {
      title: '两段所述支出总计不同',
      disclosure: example('0万元'),
      expected: [
        {
          result: 'difference',
          message: '情况说明一、支出总计 92.00，情况说明三、支出总计 0.00，相差 92.00 万元',
        },
      ],
    },
    {
      title: '两段所述车辆数不同',
      disclosure: exampleDisclosure({
        keyFacts: [
          exampleFact(1, {
            section: '概况一、',
            topic: 'vehicles-held',
            label: '公务用车实有',
            printed: '3部',
            measure: 'count',
          }),
          exampleFact(2, {
            section: '十一、1',
            topic: 'vehicles-held',
            label: '公务用车实有',
            printed: '2辆',
            measure: 'count',
          }),
        ],
      }),
      expected: [
        {
          result: 'difference',
          message: '公务用车实有：概况一、为 3部，情况说明十一、1 为 2辆，不一致',
        },
      ],
    },
  ],
};
