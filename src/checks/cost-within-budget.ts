import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import { parseFen } from '../money/fen.ts';
import type { Form } from '../schema/form.ts';
import type { Indicator } from '../schema/indicator.ts';
import { compareSides, inWan, judge, makeFinding } from './compare.ts';
import {
  exampleDisclosure,
  exampleForm,
  exampleIndicator,
  exampleMoney,
} from './example-disclosure.ts';
import { projectOfForm, wholeTotal, yearTotal } from './form-sides.ts';
import { halfStepFen, nowhere } from './side.ts';
import type { Side } from './side.ts';

const id = 'cost-within-budget';

/** Whether a cost is a price for each person, time or month and not a sum of money. */
const isPrice = (indicator: Indicator): boolean => indicator.unit?.includes('/') ?? false;

/** The money of a cost indicator, or undefined when it states none or only a lower limit. */
function costSide(disclosure: Disclosure, form: Form, indicator: Indicator): Side | undefined {
  const measure = indicator.unit?.split('/')[0];
  const isMoney = measure === '元' || measure === '万元' || measure === '亿元';
  const isCost = indicator.level2?.includes('成本') ?? false;
  const isLower = indicator.comparator === '≥' || indicator.comparator === '>';
  const isUpper = indicator.comparator === '≤' || indicator.comparator === '<';
  if (
    !isMoney ||
    !isCost ||
    isLower ||
    (isPrice(indicator) && isUpper) ||
    indicator.number === null
  )
    return undefined;
  const moneyUnit = measure;
  const span = indicator.span === 'whole' ? '实施期' : '年度';
  return {
    label: `${span}成本指标“${indicator.name ?? '未印名称'}”${isPrice(indicator) ? '（单价）' : ''}`,
    fen: parseFen(indicator.number, moneyUnit),
    boundFen: halfStepFen(indicator.number, moneyUnit),
    parts: 1,
    blanks: 0,
    lossy: false,
    at: { ...nowhere, place: indicator.place, projectN: projectOfForm(disclosure, form) },
  };
}

const example = (cost: string): Disclosure =>
  exampleDisclosure({
    forms: [
      exampleForm(1, {
        yearMoney: exampleMoney(2110, { total: '50,000' }),
        indicators: [
          exampleIndicator({
            name: '印刷费',
            printed: `≤${cost}元`,
            comparator: '≤',
            number: cost,
            unit: '元',
          }),
        ],
      }),
    ],
  });

/** A cost indicator in 元 or 万元 does not exceed the money of its span. */
export const costWithinBudget: Check = {
  id,
  title: '成本指标不超过项目资金',
  family: 'forms',
  attention: 3,
  explanation:
    '成本指标写明的金额（元、万元）是项目花费的一部分或全部，不应超过同一期间的资金总额。按人、按次、按月的单价（不含“不超过”的上限）只在一个单价就超过资金总额时列出。',
  basis:
    '财预〔2015〕88号《中央部门预算绩效目标管理办法》：成本指标反映预期提供公共产品和服务所需成本。',
  condition: '指标值是金额，没有“大于”，所在期间的资金总额印有数字。',
  tolerance: printedTolerance,
  check: (disclosure) =>
    disclosure.forms.flatMap((form) =>
      form.indicators.flatMap((indicator) => {
        const cost = costSide(disclosure, form, indicator);
        if (cost?.fen == null) return [];
        const budget =
          indicator.span === 'whole' ? wholeTotal(disclosure, form) : yearTotal(disclosure, form);
        if (budget.fen === null) return [];
        if (cost.fen > budget.fen && judge(cost, budget) === 'difference') {
          return [compareSides(id, disclosure, cost, budget)];
        }
        if (isPrice(indicator)) return [];
        const message = `${cost.label} ${inWan(cost.fen)}，${budget.label} ${inWan(budget.fen)} 万元，不超过`;
        return [
          makeFinding(id, disclosure, { result: 'pass', left: cost, right: budget, message }),
        ];
      }),
    ),
  examples: [
    {
      title: '成本 4.8 万元，资金 5 万元',
      disclosure: example('48000'),
      expected: [
        {
          result: 'pass',
          message: '年度成本指标“印刷费” 4.80，第1张绩效表“示例项目”年度资金总额 5.00 万元，不超过',
        },
      ],
    },
    {
      title: '成本 5.2 万元，超过资金 5 万元',
      disclosure: example('52000'),
      expected: [
        {
          result: 'difference',
          message:
            '年度成本指标“印刷费” 5.20，第1张绩效表“示例项目”年度资金总额 5.00，相差 0.20 万元',
        },
      ],
    },
  ],
};
