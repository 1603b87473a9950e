import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import type { Finding } from '../schema/finding.ts';
import type { KeyFact } from '../schema/key-fact.ts';
import { inWan, makeFinding, notApplicable } from './compare.ts';
import { exampleDisclosure, exampleFact } from './example-disclosure.ts';
import { decimalsOf, judgePercent, percentOf } from './percent.ts';
import { sectionLabel, factBefore, signedFen, statedSide } from './stated-sides.ts';

const id = 'stated-changes';

function findingOf(disclosure: Disclosure, fact: KeyFact): Finding | undefined {
  const change = factBefore(
    disclosure,
    fact,
    (one) => one.topic === fact.topic && one.measure === 'change-amount',
  );
  const amount = factBefore(
    disclosure,
    fact,
    (one) => one.topic === fact.topic && one.measure === 'amount' && one.base === null,
  );
  const signed = change === undefined ? null : signedFen(change);
  if (change === undefined || amount?.fen == null || signed === null) return undefined;
  const now = statedSide(amount);
  const part = statedSide(change);
  const lastFen = amount.fen - signed;
  const at = { ...now.at, place: fact.place };
  if (lastFen <= 0)
    return notApplicable(
      id,
      disclosure,
      `${fact.label}推算的上年数为 ${inWan(lastFen)}，不能计算变动幅度`,
      at,
    );
  const last = { ...now, fen: lastFen, boundFen: now.boundFen + part.boundFen };
  const printed = fact.number ?? '';
  const result = judgePercent(printed, part, last);
  const places = Math.max(2, decimalsOf(printed));
  const said = `${sectionLabel(fact)}${fact.label}本年 ${inWan(amount.fen)}，${change.directionPrinted ?? ''} ${inWan(change.fen ?? 0)}，推算${change.base ?? '上年'} ${inWan(lastFen)}`;
  const sum = `变动幅度 ${percentOf(signed, lastFen, places)}%`;
  const words = { pass: '一致', rounding: '属四舍五入', difference: '不一致' }[result];
  const byNow = amount.fen !== 0 && percentOf(signed, amount.fen, decimalsOf(printed)) === printed;
  const hint = result === 'difference' && byNow ? `（${printed}% 是除以本年数的结果）` : '';
  return makeFinding(id, disclosure, {
    result,
    left: { ...part, label: `${fact.label}变动幅度 ${printed}%`, at },
    right: {
      ...last,
      label: `${inWan(Math.abs(signed))} ÷ ${inWan(lastFen)} = ${percentOf(signed, lastFen, places)}%`,
    },
    message: `${said}，${sum}，情况说明为 ${printed}%，${words}${hint}`,
    differenceFen: null,
  });
}

const example = (percent: string): Disclosure =>
  exampleDisclosure({
    keyFacts: [
      exampleFact(1, { printed: '92.00万元' }),
      exampleFact(2, {
        printed: '12.00万元',
        measure: 'change-amount',
        direction: 'increase',
        directionPrinted: '增加',
        base: '上年',
      }),
      exampleFact(3, {
        printed: percent,
        measure: 'change-percent',
        direction: 'increase',
        directionPrinted: '增长',
        base: '上年',
      }),
    ],
  });

/** A stated percentage of change is the stated change over last year, which is this year less the change. */
export const statedChangesAgree: Check = {
  id,
  title: '比上年变动的百分比可以重算',
  family: 'text',
  attention: 3,
  explanation:
    '上年数等于本年数减去变动额；变动百分比等于变动额除以上年数。用情况说明自己的三个数重算。',
  basis: '本项目惯例：增减幅度以上年数为分母。',
  condition: '同一段写明本年数、变动额和百分比，推算的上年数大于 0。',
  tolerance: '按印出的百分比小数位数四舍五入；各数的印出位数足以解释的为“四舍五入”。',
  check: (disclosure) =>
    disclosure.keyFacts
      .filter((fact) => fact.measure === 'change-percent')
      .map((fact) => findingOf(disclosure, fact))
      .filter((finding) => finding !== undefined),
  examples: [
    {
      title: '12 ÷ 80 = 15%',
      disclosure: example('15%'),
      expected: [
        {
          result: 'pass',
          message:
            '情况说明一、收入总计本年 92.00，增加 12.00，推算上年 80.00，变动幅度 15.00%，情况说明为 15%，一致',
        },
      ],
    },
    {
      title: '以本年数为分母',
      disclosure: example('13.04%'),
      expected: [
        {
          result: 'difference',
          message:
            '情况说明一、收入总计本年 92.00，增加 12.00，推算上年 80.00，变动幅度 15.00%，情况说明为 13.04%，不一致（13.04% 是除以本年数的结果）',
        },
      ],
    },
    {
      title: '末位相差 0.01，属四舍五入',
      disclosure: example('15.01%'),
      expected: [
        {
          result: 'rounding',
          message:
            '情况说明一、收入总计本年 92.00，增加 12.00，推算上年 80.00，变动幅度 15.00%，情况说明为 15.01%，属四舍五入',
        },
      ],
    },
  ],
};
