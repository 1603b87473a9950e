import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import type { Finding } from '../schema/finding.ts';
import type { KeyFact } from '../schema/key-fact.ts';
import { compareSides, inWan, judge, notApplicable } from './compare.ts';
import { exampleDisclosure, exampleFact } from './example-disclosure.ts';
import { sumSides } from './side.ts';
import type { Side } from './side.ts';
import { signedFen, statedSide } from './stated-sides.ts';

const id = 'reasons-add-up';

const isReason = (fact: KeyFact): boolean => /(?:^|-)reason-|^reason-/u.test(fact.topic);

/** The reasons given after a change: facts up to the next one that is no reason. */
function reasonsAfter(facts: readonly KeyFact[], index: number): KeyFact[] {
  const rest = facts.slice(index + 1);
  const start = rest.findIndex((fact) => fact.measure !== 'change-percent');
  const from = start < 0 ? [] : rest.slice(start);
  const end = from.findIndex((fact) => !isReason(fact));
  return end < 0 ? from : from.slice(0, end);
}

const signedSide = (fact: KeyFact): Side => ({ ...statedSide(fact), fen: signedFen(fact) });

const words = (fen: number): string => (fen < 0 ? `减少 ${inWan(-fen)}` : `增加 ${inWan(fen)}`);

function compareReasons(
  disclosure: Disclosure,
  change: KeyFact,
  reasons: readonly KeyFact[],
  detail: boolean,
): Finding[] {
  const stated = reasons.filter((fact) => fact.measure === 'change-amount');
  const whole = signedSide(change);
  const sum = sumSides(`所列 ${stated.length} 项原因相加`, stated.map(signedSide));
  if (whole.fen === null || sum.fen === null) return [];
  const left = { ...whole, label: `${whole.label}${detail ? '（括号内说明）' : '的变动'}` };
  const isMain = stated.some((fact) => fact.topic.startsWith('main-'));
  if (isMain && judge(left, sum) === 'difference') {
    const reason = `${left.label}${words(whole.fen)} 万元，${sum.label}${words(sum.fen)} 万元，说明只列主要原因，未必列全`;
    return [notApplicable(id, disclosure, reason, left.at)];
  }
  return [compareSides(id, disclosure, left, sum)];
}

function findingsOf(disclosure: Disclosure, change: KeyFact, index: number): Finding[] {
  if (change.measure !== 'change-amount') return [];
  const following = reasonsAfter(disclosure.keyFacts, index);
  if (isReason(change)) {
    const details =
      change.topic === 'reason-detail' ? [] : detailsAfter(disclosure.keyFacts, index);
    return compareReasons(disclosure, change, details, true);
  }
  const reasons = following.filter((fact) => fact.topic.endsWith('reason-amount'));
  return compareReasons(disclosure, change, reasons, false);
}

function detailsAfter(facts: readonly KeyFact[], index: number): KeyFact[] {
  const rest = facts.slice(index + 1);
  const end = rest.findIndex(
    (fact) => fact.topic !== 'reason-detail' && fact.topic !== 'reason-count',
  );
  return (end < 0 ? rest : rest.slice(0, end)).filter((fact) => fact.topic === 'reason-detail');
}

const example = (topic: string, second: string): Disclosure =>
  exampleDisclosure({
    keyFacts: [
      exampleFact(1, {
        printed: '12.00万元',
        measure: 'change-amount',
        direction: 'increase',
        directionPrinted: '增加',
      }),
      exampleFact(2, {
        topic,
        label: '库房改造',
        printed: '15.00万元',
        measure: 'change-amount',
        direction: 'increase',
        directionPrinted: '增加',
      }),
      exampleFact(3, {
        topic,
        label: '印刷费',
        printed: second,
        measure: 'change-amount',
        direction: 'decrease',
        directionPrinted: '减少',
      }),
    ],
  });

/** The amounts of the reasons given for a change add up to it, where the reasons claim to be all. */
export const reasonsAddUp: Check = {
  id,
  title: '变动原因的金额相加等于变动额',
  family: 'text',
  attention: 3,
  explanation:
    '情况说明逐项写明金额的变动原因（增加为正，减少为负）相加，与变动额核对；括号内的细目与其所说明的一项核对。',
  basis: '财预〔2016〕143号：增减变动应说明原因。',
  condition: '每项原因都写有金额。写“主要原因”或有的原因没有金额时，相加不等不作差异。',
  tolerance: printedTolerance,
  check: (disclosure) =>
    disclosure.keyFacts.flatMap((fact, index) => findingsOf(disclosure, fact, index)),
  examples: [
    {
      title: '一增一减相加等于变动额',
      disclosure: example('reason-amount', '3.00万元'),
      expected: [
        {
          result: 'pass',
          message: '情况说明一、收入总计的变动 12.00，所列 2 项原因相加 12.00 万元，一致',
        },
      ],
    },
    {
      title: '两项原因相加比变动额多 1 万元',
      disclosure: example('reason-amount', '2.00万元'),
      expected: [
        {
          result: 'difference',
          message: '情况说明一、收入总计的变动 12.00，所列 2 项原因相加 13.00，相差 1.00 万元',
        },
      ],
    },
    {
      title: '只列主要原因，不作差异',
      disclosure: example('main-reason-amount', '2.00万元'),
      expected: [
        {
          result: 'not-applicable',
          message:
            '不适用：情况说明一、收入总计的变动增加 12.00 万元，所列 2 项原因相加增加 13.00 万元，说明只列主要原因，未必列全',
        },
      ],
    },
  ],
};
