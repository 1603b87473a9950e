import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import type { Form } from '../schema/form.ts';
import { inWan, judge, makeFinding } from './compare.ts';
import { exampleDisclosure, exampleForm, exampleMoney } from './example-disclosure.ts';
import { formLabel, moneySide, sourceNames, wholeTotal, yearTotal } from './form-sides.ts';
import type { Side } from './side.ts';

const id = 'same-level-of-government';

/** The sources of one span that print an amount other than zero. */
const sourcesOf = (disclosure: Disclosure, form: Form, span: 'whole' | 'year'): Side[] =>
  sourceNames
    .map(([source, name]) => ({ ...moneySide(disclosure, form, span, source, name), label: name }))
    .filter((side) => (side.fen ?? 0) !== 0);

const told = (sides: readonly Side[]): string =>
  sides.map((side) => `${side.label} ${inWan(side.fen ?? 0)}`).join('、');

const example = (year: Parameters<typeof exampleMoney>[1]): Disclosure =>
  exampleDisclosure({
    forms: [
      exampleForm(1, {
        whole: exampleMoney(2110, { total: '50,000', central: '50,000', provincial: '0' }),
        yearMoney: exampleMoney(2111, year),
      }),
    ],
  });

/** Money that is the same for the whole period and the year comes from the same level of government in both. */
export const sameLevelOfGovernment: Check = {
  id,
  title: '同一笔资金列在同一级财政',
  family: 'forms',
  attention: 3,
  explanation:
    '实施期与年度资金总额相同（一年完成的项目）时，两处是同一笔资金，应列在同一级财政之下。',
  basis: '绩效目标表格式：实施期与年度并列同样的资金来源。',
  condition: '实施期与年度资金总额相等，两处都印有资金来源。',
  tolerance: '资金来源应完全相同，不涉及四舍五入。',
  check: (disclosure) =>
    disclosure.forms.flatMap((form) => {
      const total = wholeTotal(disclosure, form);
      const year = yearTotal(disclosure, form);
      const left = sourcesOf(disclosure, form, 'whole');
      const right = sourcesOf(disclosure, form, 'year');
      const same = total.fen !== null && year.fen !== null && judge(total, year) === 'pass';
      const [first] = left;
      if (!same || first === undefined || right.length === 0) return [];
      const agrees = told(left) === told(right);
      const both = `${formLabel(form)}同一笔资金，实施期列${told(left)}，年度列${told(right)}`;
      const message = `${both} 万元，${agrees ? '一致' : '不是同一级财政'}`;
      const sides = {
        left: { ...first, label: `实施期${told(left)}` },
        right: { ...(right[0] ?? first), label: `年度${told(right)}` },
      };
      return [
        makeFinding(id, disclosure, {
          result: agrees ? 'pass' : 'difference',
          ...sides,
          message,
          differenceFen: null,
        }),
      ];
    }),
  examples: [
    {
      title: '两处都列中央财政资金',
      disclosure: example({ total: '50,000', central: '50,000', provincial: '0' }),
      expected: [
        {
          result: 'pass',
          message:
            '第1张绩效表“示例项目”同一笔资金，实施期列中央财政资金 5.00，年度列中央财政资金 5.00 万元，一致',
        },
      ],
    },
    {
      title: '实施期列中央，年度列省级',
      disclosure: example({ total: '50,000', central: '0', provincial: '50,000' }),
      expected: [
        {
          result: 'difference',
          message:
            '第1张绩效表“示例项目”同一笔资金，实施期列中央财政资金 5.00，年度列省级财政资金 5.00 万元，不是同一级财政',
        },
      ],
    },
  ],
};
