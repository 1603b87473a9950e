import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import { compareSides } from './compare.ts';
import {
  exampleDisclosure,
  exampleForm,
  exampleMoney,
  exampleProject,
  exampleTable,
} from './example-disclosure.ts';
import { yearTotal } from './form-sides.ts';
import { cellSide, filledTable } from './side.ts';

const id = 'form-equals-row';

const example = (form: string, row: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        12,
        'projects-current',
        ['total'],
        [{ kind: 'line', name: '示例项目', cells: [row] }],
      ),
    ],
    projects: [exampleProject(1, { form: 1, formName: '示例项目', link: 'same-name' })],
    forms: [exampleForm(1, form === '' ? {} : { yearMoney: exampleMoney(2110, { total: form }) })],
  });

/** The year's money of a form (元) equals the row of the project (万元). */
export const formEqualsRow: Check = {
  id,
  title: '绩效表年度资金等于项目支出表',
  family: 'forms',
  attention: 2,
  explanation: '项目绩效表的年度资金总额（元）应等于项目支出预算表中同一项目的合计（万元）。',
  basis: '绩效目标与项目预算同步编报、同步公开；《预算法》第三十二条。',
  condition: '绩效表与表中的项目已经对应起来。',
  tolerance: printedTolerance,
  check: (disclosure) =>
    disclosure.projects.flatMap((project) => {
      const form = disclosure.forms.find((one) => one.n === project.form);
      const table = project.tableId === null ? undefined : filledTable(disclosure, project.tableId);
      const row = table?.rows.find((one) => one.row === project.row);
      if (form === undefined || table === undefined || row === undefined) return [];
      const left = cellSide(disclosure, table, row, 'total');
      return [compareSides(id, disclosure, left, yearTotal(disclosure, form))];
    }),
  examples: [
    {
      title: '元折合万元后相等',
      disclosure: example('95,000', '9.50'),
      expected: [
        {
          result: 'pass',
          message: '表12 示例项目 9.50，第1张绩效表“示例项目”年度资金总额 9.50 万元，一致',
        },
      ],
    },
    {
      title: '表中四舍五入到百元',
      disclosure: example('95,040', '9.50'),
      expected: [
        {
          result: 'rounding',
          message:
            '表12 示例项目 9.50，第1张绩效表“示例项目”年度资金总额 9.504，相差 0.004 万元，属四舍五入（2 个印出的数，界限 0.00505 万元）',
        },
      ],
    },
    {
      title: '两处相差 0.5 万元',
      disclosure: example('100,000', '9.50'),
      expected: [
        {
          result: 'difference',
          message: '表12 示例项目 9.50，第1张绩效表“示例项目”年度资金总额 10.00，相差 0.50 万元',
        },
      ],
    },
    {
      title: '绩效表的资金已经缺失',
      disclosure: example('', '9.50'),
      expected: [
        {
          result: 'undecidable',
          message: '第1张绩效表“示例项目”年度资金总额未印出数字，表12 示例项目 9.50 万元，无法核对',
        },
      ],
    },
  ],
};
