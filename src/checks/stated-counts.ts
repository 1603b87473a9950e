import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import type { Finding } from '../schema/finding.ts';
import type { KeyFact } from '../schema/key-fact.ts';
import { makeFinding } from './compare.ts';
import { exampleDisclosure, exampleFact } from './example-disclosure.ts';
import { nowhere } from './side.ts';
import { sectionLabel } from './stated-sides.ts';

const id = 'stated-counts';

const divisions: readonly (readonly [string, RegExp])[] = [
  [
    'vehicles-held',
    /^vehicles-(?:leader|confidential|emergency|law-enforcement|special|institution|other)$/u,
  ],
  ['performance-projects', /^performance-projects-(?:other-operation|specific-goal)$/u],
  ['performance-published', /^performance-published-(?:other-operation|specific-goal)$/u],
];

function findingOf(disclosure: Disclosure, whole: KeyFact, words: RegExp): Finding | undefined {
  const parts = disclosure.keyFacts.filter(
    (fact) => fact.section === whole.section && fact.measure === 'count' && words.test(fact.topic),
  );
  if (parts.length < 2) return undefined;
  const sum = parts.reduce((total, fact) => total + Number(fact.number), 0);
  const agrees = sum === Number(whole.number);
  const said = `${sectionLabel(whole)}${whole.label} ${whole.printed}，其中各项相加 ${sum}${whole.unit ?? ''}`;
  return makeFinding(id, disclosure, {
    result: agrees ? 'pass' : 'difference',
    at: { ...nowhere, place: whole.place },
    message: `${said}，${agrees ? '一致' : `相差 ${Math.abs(sum - Number(whole.number))}${whole.unit ?? ''}`}`,
  });
}

const example = (other: string): Disclosure =>
  exampleDisclosure({
    keyFacts: [
      exampleFact(1, {
        section: '十一、1',
        topic: 'vehicles-held',
        label: '公务用车实有',
        printed: '2辆',
        measure: 'count',
      }),
      exampleFact(2, {
        section: '十一、1',
        topic: 'vehicles-leader',
        label: '领导用车',
        printed: '0辆',
        measure: 'count',
      }),
      exampleFact(3, {
        section: '十一、1',
        topic: 'vehicles-other',
        label: '其他公务用车',
        printed: other,
        measure: 'count',
      }),
    ],
  });

/** Counts of vehicles and projects equal the parts stated with them. */
export const statedCountsAddUp: Check = {
  id,
  title: '情况说明的个数相加',
  family: 'text',
  attention: 3,
  explanation:
    '公务用车实有数等于各类用车之和；绩效管理和公开绩效目标的项目个数等于其他运转类与特定目标类之和。',
  basis: '本项目惯例：“其中”所列个数之和等于总数。',
  condition: '同一段写明总数和两类以上的个数。',
  tolerance: '个数应完全相等。',
  check: (disclosure) =>
    disclosure.keyFacts
      .filter((fact) => fact.measure === 'count')
      .flatMap((fact) => {
        const words = divisions.find(([topic]) => topic === fact.topic)?.[1];
        const finding = words === undefined ? undefined : findingOf(disclosure, fact, words);
        return finding === undefined ? [] : [finding];
      }),
  examples: [
    {
      title: '各类车辆相加等于实有数',
      disclosure: example('2辆'),
      expected: [
        { result: 'pass', message: '情况说明十一、1 公务用车实有 2辆，其中各项相加 2辆，一致' },
      ],
    },
    {
      title: '各类车辆相加少一辆',
      disclosure: example('1辆'),
      expected: [
        {
          result: 'difference',
          message: '情况说明十一、1 公务用车实有 2辆，其中各项相加 1辆，相差 1辆',
        },
      ],
    },
  ],
};
