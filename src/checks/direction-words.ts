import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import type { Finding } from '../schema/finding.ts';
import type { KeyFact } from '../schema/key-fact.ts';
import { inWan, makeFinding } from './compare.ts';
import { exampleDisclosure, exampleFact } from './example-disclosure.ts';
import { sectionLabel, factBefore, signedFen, statedSide } from './stated-sides.ts';
import { nowhere } from './side.ts';

const id = 'direction-words';

const said = (fact: KeyFact): string => `${fact.directionPrinted ?? ''}${fact.printed}`;

function wordFinding(disclosure: Disclosure, percent: KeyFact): Finding | undefined {
  const change = factBefore(
    disclosure,
    percent,
    (one) => one.topic === percent.topic && one.measure === 'change-amount',
  );
  if (change === undefined || change.direction === null || percent.direction === null)
    return undefined;
  const agrees = change.direction === percent.direction || change.fen === 0;
  const both = `${sectionLabel(percent)}${percent.label}“${said(change)}”与“${said(percent)}”`;
  return makeFinding(id, disclosure, {
    result: agrees ? 'pass' : 'difference',
    left: { ...statedSide(change), label: said(change) },
    right: { ...statedSide(percent), label: said(percent) },
    message: `${both}，增减方向${agrees ? '一致' : '相反'}`,
    differenceFen: null,
  });
}

/** A stated increase greater than the amount itself would make last year negative. */
function lastYearFinding(disclosure: Disclosure, change: KeyFact): Finding | undefined {
  const amount = factBefore(
    disclosure,
    change,
    (one) => one.topic === change.topic && one.measure === 'amount' && one.base === null,
  );
  const signed = signedFen(change);
  if (amount?.fen == null || signed === null || amount.fen - signed >= 0) return undefined;
  return makeFinding(id, disclosure, {
    result: 'difference',
    left: statedSide(amount),
    right: statedSide(change),
    at: { ...nowhere, place: change.place },
    message: `${sectionLabel(change)}${change.label}本年 ${inWan(amount.fen)}，“${said(change)}”，推算上年为负数`,
  });
}

const example = (word: string, direction: 'increase' | 'decrease'): Disclosure =>
  exampleDisclosure({
    keyFacts: [
      exampleFact(1, { printed: '92.00万元' }),
      exampleFact(2, {
        printed: '0.40万元',
        measure: 'change-amount',
        direction: 'decrease',
        directionPrinted: '减少',
        base: '上年',
      }),
      exampleFact(3, {
        printed: '0.43%',
        measure: 'change-percent',
        direction,
        directionPrinted: word,
        base: '上年',
      }),
    ],
  });

/** The direction words of an amount and of its percentage agree, and last year cannot be negative. */
export const directionWordsAgree: Check = {
  id,
  title: '增减方向的用词一致',
  family: 'text',
  attention: 3,
  explanation:
    '同一项变动的金额和百分比，“增加、增长”与“减少、下降”不应同时出现；增加额不应大于本年数。',
  basis: '本项目惯例：同一变动只有一个方向。',
  condition: '同一段写明变动额和百分比，并各有增减用词。',
  tolerance: '不涉及数值；变动为 0 时不比较用词。',
  check: (disclosure) =>
    disclosure.keyFacts
      .map((fact) => {
        if (fact.measure === 'change-percent') return wordFinding(disclosure, fact);
        return fact.measure === 'change-amount' ? lastYearFinding(disclosure, fact) : undefined;
      })
      .filter((finding) => finding !== undefined),
  examples: [
    {
      title: '金额减少，百分比下降',
      disclosure: example('下降', 'decrease'),
      expected: [
        {
          result: 'pass',
          message: '情况说明一、收入总计“减少0.40万元”与“下降0.43%”，增减方向一致',
        },
      ],
    },
    {
      title: '金额减少，百分比增加',
      disclosure: example('增加', 'increase'),
      expected: [
        {
          result: 'difference',
          message: '情况说明一、收入总计“减少0.40万元”与“增加0.43%”，增减方向相反',
        },
      ],
    },
    {
      title: '增加额大于本年数',
      disclosure: exampleDisclosure({
        keyFacts: [
          exampleFact(1, { printed: '5.00万元' }),
          exampleFact(2, {
            printed: '6.00万元',
            measure: 'change-amount',
            direction: 'increase',
            directionPrinted: '增加',
            base: '上年',
          }),
        ],
      }),
      expected: [
        {
          result: 'difference',
          message: '情况说明一、收入总计本年 5.00，“增加6.00万元”，推算上年为负数',
        },
      ],
    },
  ],
};
