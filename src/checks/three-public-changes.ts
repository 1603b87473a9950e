import type { Disclosure } from '../schema/disclosure.ts';
import type { Finding } from '../schema/finding.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import { compareSides } from './compare.ts';
import { exampleDisclosure, exampleFact } from './example-disclosure.ts';
import { sumSides } from './side.ts';
import type { Side } from './side.ts';
import { signedFen, statedSide } from './stated-sides.ts';

const id = 'three-public-changes';

const otherParts = ['three-public-abroad', 'three-public-reception'];
const vehicleParts = ['three-public-vehicle-purchase', 'three-public-vehicle-operation'];

/** The change stated for a topic: signed, zero where it is stated to be unchanged. */
function changeOf(disclosure: Disclosure, topic: string): Side | undefined {
  const fact = disclosure.keyFacts.find(
    (one) =>
      one.topic === topic && (one.measure === 'change-amount' || one.measure === 'unchanged'),
  );
  if (fact === undefined) return undefined;
  const side = statedSide(fact);
  return { ...side, label: `${side.label}的变动`, fen: signedFen(fact), parts: 1 };
}

function findingsOf(disclosure: Disclosure, whole: string, parts: readonly Side[]): Finding[] {
  const change = changeOf(disclosure, whole);
  if (change === undefined || parts.length < 2) return [];
  const sum = sumSides(`各项变动相加（${parts.length} 项）`, parts);
  return [compareSides(id, disclosure, change, sum)];
}

const example = (reception: string): Disclosure =>
  exampleDisclosure({
    keyFacts: [
      exampleFact(1, {
        section: '七、',
        topic: 'three-public',
        label: '“三公”经费',
        printed: '0.20万元',
        measure: 'change-amount',
        direction: 'decrease',
        directionPrinted: '减少',
      }),
      exampleFact(2, {
        section: '七、',
        topic: 'three-public-abroad',
        label: '因公出国（境）费',
        printed: '与上年预算数相同',
        measure: 'unchanged',
        direction: 'unchanged',
        directionPrinted: '相同',
        number: null,
        unit: null,
      }),
      exampleFact(3, {
        section: '七、',
        topic: 'three-public-reception',
        label: '公务接待费',
        printed: reception,
        measure: 'change-amount',
        direction: 'decrease',
        directionPrinted: '减少',
      }),
    ],
  });

/** The stated change of the three public expenses is the sum of the changes of its parts. */
export const threePublicChanges: Check = {
  id,
  title: '“三公”经费的变动等于各项变动之和',
  family: 'text',
  attention: 3,
  explanation:
    '“三公”经费比上年的变动额，应等于出国、接待、用车各项变动额之和；“与上年相同”按变动 0 计。',
  basis: '财预〔2016〕143号：“三公”经费分项说明增减变动原因。',
  condition: '总额和各项都写明与上年的比较。',
  tolerance: printedTolerance,
  check: (disclosure) => {
    const changes = (topics: readonly string[]): Side[] =>
      topics.flatMap((topic) => changeOf(disclosure, topic) ?? []);
    const [vehicle] = changes(['three-public-vehicle']);
    const main = vehicle === undefined ? vehicleParts : ['three-public-vehicle'];
    return [
      ...findingsOf(disclosure, 'three-public', changes([...otherParts, ...main])),
      ...findingsOf(disclosure, 'three-public-vehicle', changes(vehicleParts)),
    ];
  },
  examples: [
    {
      title: '只有公务接待费减少',
      disclosure: example('0.20万元'),
      expected: [
        {
          result: 'pass',
          message: '情况说明七、“三公”经费的变动 -0.20，各项变动相加（2 项） -0.20 万元，一致',
        },
      ],
    },
    {
      title: '各项变动相加少 0.05 万元',
      disclosure: example('0.15万元'),
      expected: [
        {
          result: 'difference',
          message: '情况说明七、“三公”经费的变动 -0.20，各项变动相加（2 项） -0.15，相差 0.05 万元',
        },
      ],
    },
  ],
};
