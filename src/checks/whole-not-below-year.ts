import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import { compareSides, inWan, judge, makeFinding } from './compare.ts';
import { exampleDisclosure, exampleForm, exampleMoney } from './example-disclosure.ts';
import { wholeTotal, yearTotal } from './form-sides.ts';

const id = 'whole-not-below-year';

const example = (whole: string): Disclosure =>
  exampleDisclosure({
    forms: [
      exampleForm(1, {
        whole: exampleMoney(2110, { total: whole }),
        yearMoney: exampleMoney(2111, { total: '20,000' }),
      }),
    ],
  });

/** The money of the whole period is not below that of the year. */
export const wholeNotBelowYear: Check = {
  id,
  title: '实施期资金不小于年度资金',
  family: 'forms',
  attention: 2,
  explanation: '项目绩效表的实施期资金总额包含本年度，不应小于年度资金总额。',
  basis: '绩效目标表格式：实施期为整个项目期，年度为其中一年。',
  condition: '两个总额都印有数字。',
  tolerance: printedTolerance,
  check: (disclosure) =>
    disclosure.forms.flatMap((form) => {
      const whole = wholeTotal(disclosure, form);
      const year = yearTotal(disclosure, form);
      if (whole.fen === null || year.fen === null) return [];
      const below = whole.fen < year.fen && judge(whole, year) === 'difference';
      if (below || whole.fen === year.fen) return [compareSides(id, disclosure, whole, year)];
      const message = `${whole.label} ${inWan(whole.fen)}，${year.label} ${inWan(year.fen)} 万元，实施期不小于年度`;
      return [makeFinding(id, disclosure, { result: 'pass', left: whole, right: year, message })];
    }),
  examples: [
    {
      title: '三年期项目，实施期大于年度',
      disclosure: example('60,000'),
      expected: [
        {
          result: 'pass',
          message:
            '第1张绩效表“示例项目”实施期资金总额 6.00，第1张绩效表“示例项目”年度资金总额 2.00 万元，实施期不小于年度',
        },
      ],
    },
    {
      title: '实施期反而小于年度',
      disclosure: example('10,000'),
      expected: [
        {
          result: 'difference',
          message:
            '第1张绩效表“示例项目”实施期资金总额 1.00，第1张绩效表“示例项目”年度资金总额 2.00，相差 1.00 万元',
        },
      ],
    },
  ],
};
