import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import type { Finding } from '../schema/finding.ts';
import type { KeyFact } from '../schema/key-fact.ts';
import { compareSides, judge, notApplicable } from './compare.ts';
import { exampleDisclosure, exampleFact } from './example-disclosure.ts';
import { sumSides } from './side.ts';
import { statedAmounts, statedSide } from './stated-sides.ts';

const id = 'stated-parts';

/** A whole and the parts that divide it within one section of the explanations. */
interface Division {
  readonly whole: string;
  readonly parts: readonly string[];
  /** Whether the text may leave parts out (“主要用于”), so that a smaller sum says nothing. */
  readonly open?: true;
  /** Parts that are used only when another is not stated. */
  readonly instead?: Readonly<Record<string, string>>;
}

const funds = ['general', 'fund', 'state-capital', 'special-account', 'unit-funds'];

const divisions: readonly Division[] = [
  { whole: 'revenue-total', parts: ['revenue-current', 'carryover'] },
  { whole: 'expenditure-total', parts: ['expenditure-current', 'expenditure-carryover'] },
  { whole: 'revenue-total', parts: [...funds.map((fund) => `revenue-${fund}`), 'carryover'] },
  { whole: 'expenditure-total', parts: ['basic', 'project'] },
  { whole: 'appropriation-total', parts: funds.slice(0, 3).map((fund) => `appropriation-${fund}`) },
  { whole: 'appropriation-total', parts: ['appropriation-current', 'appropriation-carryover'] },
  { whole: 'appropriation-total', parts: ['appropriation-class'], open: true },
  { whole: 'general-current', parts: ['general-class'], open: true },
  { whole: 'general-basic', parts: ['personnel', 'public'] },
  {
    whole: 'three-public',
    parts: [
      'three-public-abroad',
      'three-public-reception',
      'three-public-vehicle',
      'three-public-vehicle-purchase',
      'three-public-vehicle-operation',
    ],
    instead: {
      'three-public-vehicle-purchase': 'three-public-vehicle',
      'three-public-vehicle-operation': 'three-public-vehicle',
    },
  },
  {
    whole: 'three-public-vehicle',
    parts: ['three-public-vehicle-purchase', 'three-public-vehicle-operation'],
  },
  {
    whole: 'procurement-total',
    parts: ['procurement-goods', 'procurement-works', 'procurement-services'],
  },
  {
    whole: 'performance-overall',
    parts: ['performance-overall-basic', 'performance-overall-project'],
  },
  {
    whole: 'performance-projects',
    parts: ['performance-projects-other-operation', 'performance-projects-specific-goal'],
  },
  {
    whole: 'performance-published',
    parts: ['performance-published-other-operation', 'performance-published-specific-goal'],
  },
  { whole: 'performance-listed-total', parts: ['performance-listed-project'] },
];

/** Facts of a whole's parts: the first of each topic, all of topics that list (classes, projects). */
function partsOf(facts: readonly KeyFact[], division: Division): KeyFact[] {
  const stated = (topic: string): boolean => facts.some((fact) => fact.topic === topic);
  return division.parts
    .filter((topic) => !stated(division.instead?.[topic] ?? ''))
    .flatMap((topic) => {
      const all = facts.filter((fact) => fact.topic === topic);
      const lists = /-(?:class|listed-project)$/u.test(topic);
      return lists ? all : all.slice(0, 1);
    });
}

function findingsOf(
  disclosure: Disclosure,
  facts: readonly KeyFact[],
  division: Division,
): Finding[] {
  const whole = facts.find((fact) => fact.topic === division.whole);
  const parts = partsOf(facts, division);
  const complete =
    division.open === true ||
    division.parts.length === 1 ||
    parts.length >= Math.min(2, division.parts.length);
  if (whole === undefined || parts.length === 0 || !complete) return [];
  const left = statedSide(whole);
  const right = sumSides(`所述${parts.length}项相加`, parts.map(statedSide));
  if (
    division.open === true &&
    (right.fen ?? 0) < (left.fen ?? 0) &&
    judge(left, right) === 'difference'
  ) {
    return [notApplicable(id, disclosure, `${left.label}只列举主要部分，未必列全`, left.at)];
  }
  return [compareSides(id, disclosure, left, right)];
}

const example = (services: string): Disclosure =>
  exampleDisclosure({
    keyFacts: [
      exampleFact(1, {
        section: '九、',
        topic: 'procurement-total',
        label: '政府采购',
        printed: '12.5万元',
      }),
      exampleFact(2, {
        section: '九、',
        topic: 'procurement-goods',
        label: '政府采购货物',
        printed: '2.5万元',
      }),
      exampleFact(3, {
        section: '九、',
        topic: 'procurement-works',
        label: '政府采购工程',
        printed: '0万元',
      }),
      exampleFact(4, {
        section: '九、',
        topic: 'procurement-services',
        label: '政府采购服务',
        printed: services,
      }),
    ],
  });

/** The parts the explanations give of an amount add up to it. */
export const statedPartsAddUp: Check = {
  id,
  title: '情况说明的“其中”各项相加等于总额',
  family: 'text',
  attention: 2,
  explanation:
    '情况说明每段的总额与其“其中”各项相加核对：收入、支出、财政拨款、人员和公用经费、“三公”经费、政府采购、绩效管理项目、所列项目。',
  basis: '本项目惯例：“其中”所列各项之和等于总额。',
  condition: '同一段写明总额和各项；写“主要用于”“等”的列举，少于总额时不作差异。',
  tolerance: printedTolerance,
  check: (disclosure) => {
    const sections = Map.groupBy(statedAmounts(disclosure), (fact) => fact.section);
    return [...sections.values()].flatMap((facts) =>
      divisions.flatMap((division) => findingsOf(disclosure, facts, division)),
    );
  },
  examples: [
    {
      title: '货物、工程、服务相加等于采购总额',
      disclosure: example('10万元'),
      expected: [
        { result: 'pass', message: '情况说明九、政府采购 12.50，所述3项相加 12.50 万元，一致' },
      ],
    },
    {
      title: '服务少写 2 万元',
      disclosure: example('8万元'),
      expected: [
        {
          result: 'difference',
          message: '情况说明九、政府采购 12.50，所述3项相加 10.50，相差 2.00 万元',
        },
      ],
    },
    {
      title: '“主要用于”没有列全，不适用',
      disclosure: exampleDisclosure({
        keyFacts: [
          exampleFact(1, {
            topic: 'general-current',
            label: '一般公共预算当年支出',
            printed: '80.00万元',
          }),
          exampleFact(2, { topic: 'general-class', label: '住房保障支出', printed: '6.00万元' }),
        ],
      }),
      expected: [
        {
          result: 'not-applicable',
          message: '不适用：情况说明一、一般公共预算当年支出只列举主要部分，未必列全',
        },
      ],
    },
  ],
};
