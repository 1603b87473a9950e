import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import type { Form } from '../schema/form.ts';
import { compareSides } from './compare.ts';
import { exampleDisclosure, exampleForm, exampleMoney } from './example-disclosure.ts';
import { formLabel, lostMoney, moneySide, sourceNames } from './form-sides.ts';
import { amountSide, sumSides } from './side.ts';
import type { Side } from './side.ts';

const id = 'form-sources-add-up';

interface Sources {
  readonly total: Side;
  readonly sum: Side;
}

function spanOf(disclosure: Disclosure, form: Form, span: 'whole' | 'year'): Sources {
  const parts = sourceNames.map(([source, name]) =>
    moneySide(disclosure, form, span, source, name),
  );
  return {
    total: moneySide(disclosure, form, span, 'total', '资金总额'),
    sum: sumSides('各资金来源相加', parts),
  };
}

function selfEvaluationOf(form: Form): Sources[] {
  const lines = form.selfEvaluation ?? [];
  const [total, ...parts] = lines;
  if (total === undefined || !total.name.includes('总额') || parts.length === 0) return [];
  const side = (line: typeof total): Side => ({
    ...amountSide(`${formLabel(form)}全年预算数`, line.fullYearBudget, null),
    lossy: lostMoney(form),
  });
  return [{ total: side(total), sum: sumSides('各资金来源相加', parts.map(side)) }];
}

const example = (local: string): Disclosure =>
  exampleDisclosure({
    forms: [
      exampleForm(1, {
        yearMoney: exampleMoney(2110, {
          total: '50,000',
          central: '0',
          provincial: '20,000',
          local,
        }),
      }),
    ],
  });

/** The sources of a form add up to its total, for the whole period and for the year. */
export const formSourcesAddUp: Check = {
  id,
  title: '绩效表各资金来源之和等于资金总额',
  family: 'forms',
  attention: 2,
  explanation:
    '项目绩效表的资金总额应等于中央、省级、市县（区）财政资金、单位自筹和其他资金之和，实施期和年度分别核对。',
  basis: '绩效目标表格式规定的“其中”关系。',
  condition: '总额和至少一个来源印有数字；没有印数字的来源不计入，也不当作零。',
  tolerance: printedTolerance,
  check: (disclosure) =>
    disclosure.forms
      .flatMap((form) => [
        spanOf(disclosure, form, 'whole'),
        spanOf(disclosure, form, 'year'),
        ...selfEvaluationOf(form),
      ])
      .filter(({ sum }) => sum.fen !== null)
      .map(({ total, sum }) => compareSides(id, disclosure, total, sum)),
  examples: [
    {
      title: '两级财政资金相加等于总额',
      disclosure: example('30,000'),
      expected: [
        {
          result: 'pass',
          message: '第1张绩效表“示例项目”年度资金总额 5.00，各资金来源相加 5.00 万元，一致',
        },
      ],
    },
    {
      title: '来源之和少 1 万元',
      disclosure: example('20,000'),
      expected: [
        {
          result: 'difference',
          message:
            '第1张绩效表“示例项目”年度资金总额 5.00，各资金来源相加 4.00，相差 1.00 万元（2 项未印出数字，未计入）',
        },
      ],
    },
    {
      title: '总额已经缺失，无法核对',
      disclosure: exampleDisclosure({
        forms: [
          exampleForm(1, {
            yearMoney: exampleMoney(2110, { local: '20,000' }),
            lost: ['资金栏“资金总额”一行缺失'],
          }),
        ],
      }),
      expected: [
        {
          result: 'undecidable',
          message:
            '第1张绩效表“示例项目”年度资金总额未印出数字，各资金来源相加 2.00 万元，无法核对',
        },
      ],
    },
  ],
};
