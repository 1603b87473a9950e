import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import type { Finding } from '../schema/finding.ts';
import type { Form } from '../schema/form.ts';
import { inWan, makeFinding } from './compare.ts';
import { exampleAmount, exampleDisclosure, exampleForm } from './example-disclosure.ts';
import { formLabel, projectOfForm } from './form-sides.ts';
import { amountSide, nowhere } from './side.ts';

const id = 'executed-in-budget';

function findingOf(disclosure: Disclosure, form: Form): Finding | undefined {
  const executed = form.selfEvaluation?.find((line) => line.executed !== null)?.executed;
  if (form.kind !== 'self-evaluation' || form.year === null || executed == null) return undefined;
  const side = amountSide(
    `${formLabel(form)}全年执行数`,
    executed,
    projectOfForm(disclosure, form),
  );
  const at = { ...nowhere, place: form.place, projectN: projectOfForm(disclosure, form) };
  const agrees = form.year < disclosure.year;
  const said = `${formLabel(form)}是 ${form.year} 年度自评表，印有全年执行数 ${inWan(executed.fen)} 万元`;
  const message = agrees
    ? `${said}，早于 ${disclosure.year} 预算年度`
    : `${said}；本文件为 ${disclosure.year} 年度预算，该年尚未执行完`;
  return makeFinding(id, disclosure, {
    result: agrees ? 'pass' : 'difference',
    at,
    left: side,
    message,
    differenceFen: null,
  });
}

const example = (year: number): Disclosure =>
  exampleDisclosure({
    forms: [
      exampleForm(1, {
        kind: 'self-evaluation',
        year,
        selfEvaluation: [
          {
            name: '年度资金总额',
            initialBudget: null,
            fullYearBudget: exampleAmount('50000', 2110),
            executed: exampleAmount('50000', 2110),
            weight: '10',
            rate: '100%',
            score: '10',
          },
        ],
      }),
    ],
  });

/** A budget has no executed amounts of its own year. */
export const executedInBudget: Check = {
  id,
  title: '预算文件不应有本年度的执行数',
  family: 'forms',
  attention: 3,
  explanation:
    '年度预算在年初公开，所附的自评表若标为同一年度又印有全年执行数，年度可能写错，或表式用错。',
  basis: '《预算法》第十四条：预算批准后二十日内公开，其时该年度尚未执行完。',
  condition: '预算文件附有自评表，印有年度和执行数。',
  tolerance: '不涉及数值。',
  check: (disclosure) =>
    disclosure.kind === 'budget'
      ? disclosure.forms.flatMap((form) => findingOf(disclosure, form) ?? [])
      : [],
  examples: [
    {
      title: '附上年度自评表',
      disclosure: example(2030),
      expected: [
        {
          result: 'pass',
          message:
            '第1张绩效表“示例项目”是 2030 年度自评表，印有全年执行数 5.00 万元，早于 2031 预算年度',
        },
      ],
    },
    {
      title: '自评表标为预算年度',
      disclosure: example(2031),
      expected: [
        {
          result: 'difference',
          message:
            '第1张绩效表“示例项目”是 2031 年度自评表，印有全年执行数 5.00 万元；本文件为 2031 年度预算，该年尚未执行完',
        },
      ],
    },
  ],
};
