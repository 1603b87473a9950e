import { noFact } from '../../../src/assemble/key-fact-state.ts';
import { formatFenPlain } from '../../../src/money/fen.ts';
import type { KeyFact } from '../../../src/schema/key-fact.ts';
import { classesOf, groupSum, lineSum, totalsOf, type BudgetDraft } from './budget-draft.ts';
import type { Hundredths, LineCounter } from './table-writer.ts';

/** A fact before it has its number, section and place. */
type Draft = Omit<KeyFact, 'n' | 'section' | 'place'>;

const money = (hundredths: Hundredths): Pick<Draft, 'moneyUnit' | 'fen' | 'number'> => {
  const fen = hundredths * 10_000;
  return { moneyUnit: '万元', fen, number: formatFenPlain(fen, '万元', 2) };
};

const percent = (part: number, whole: number): string =>
  (whole === 0 ? 0 : (part * 100) / whole).toFixed(2);

function amount(topic: string, label: string, hundredths: Hundredths): Draft {
  const value = money(hundredths);
  return { ...noFact, topic, measure: 'amount', label, printed: `${value.number}万元`, ...value };
}

function share(topic: string, label: string, part: Hundredths, whole: Hundredths): Draft {
  const number = percent(part, whole);
  return { ...noFact, topic, measure: 'share', label, printed: `${number}%`, number, unit: '%' };
}

function count(topic: string, label: string, number: number, unit: string): Draft {
  return {
    ...noFact,
    topic,
    measure: 'count',
    label,
    printed: `${number}${unit}`,
    number: String(number),
    unit,
  };
}

/** By how much an amount changed; nothing is stated without a year before, or when it is the same. */
function change(
  topic: string,
  label: string,
  now: Hundredths,
  before: Hundredths | undefined,
): Draft[] {
  if (before === undefined || before === now) return [];
  const value = money(Math.abs(now - before));
  const number = percent(Math.abs(now - before), before);
  const direction = now > before ? 'increase' : 'decrease';
  const rest = { ...noFact, topic, label, direction, base: '上年' } as const;
  const word = now > before ? (['增加', '增长'] as const) : (['减少', '下降'] as const);
  return [
    {
      ...rest,
      ...value,
      measure: 'change-amount',
      printed: `${value.number}万元`,
      directionPrinted: word[0],
    },
    {
      ...rest,
      measure: 'change-percent',
      printed: `${number}%`,
      number,
      unit: '%',
      directionPrinted: word[1],
    },
  ];
}

/** What the sections of the explanations state, by section. */
function statements(
  draft: BudgetDraft,
  before: BudgetDraft | null,
): readonly (readonly [string, Draft[]])[] {
  const { basic, project, current, carryover, total } = totalsOf(draft);
  const earlier = before === null ? undefined : totalsOf(before);
  const operating = groupSum(draft, '商品和服务支出');
  const vehicle = lineSum(draft, '公务用车运行维护费');
  const earlierOperating = before === null ? undefined : groupSum(before, '商品和服务支出');
  const classes = [...classesOf(draft)];
  const projects = draft.current.length + draft.carryover.length;
  return [
    [
      '一、',
      [
        amount('revenue-total', '收入总计', total),
        amount('revenue-current', '本年收入', current),
        amount('carryover', '上年结转', carryover),
        ...change('revenue-total', '收入总计', total, earlier?.total),
        amount('expenditure-total', '支出总计', total),
        amount('expenditure-current', '本年预算安排', current),
        amount('expenditure-carryover', '支出中的上年结转', carryover),
        ...change('expenditure-total', '支出总计', total, earlier?.total),
      ],
    ],
    [
      '二、',
      [
        amount('revenue-total', '收入总计', total),
        amount('revenue-general', '一般公共预算收入', current),
        share('revenue-general', '一般公共预算收入', current, total),
        amount('revenue-fund', '政府性基金预算收入', 0),
        share('revenue-fund', '政府性基金预算收入', 0, total),
        amount('revenue-state-capital', '国有资本经营预算收入', 0),
        share('revenue-state-capital', '国有资本经营预算收入', 0, total),
        amount('carryover', '上年结转', carryover),
        share('carryover', '上年结转', carryover, total),
      ],
    ],
    [
      '三、',
      [
        amount('expenditure-total', '支出总计', total),
        amount('basic', '基本支出', basic),
        share('basic', '基本支出', basic, total),
        amount('project', '项目支出', project + carryover),
        share('project', '项目支出', project + carryover, total),
      ],
    ],
    [
      '四、',
      [
        amount('appropriation-total', '财政拨款收支总计', total),
        amount('appropriation-general', '一般公共预算拨款', total),
        amount('appropriation-fund', '政府性基金预算拨款', 0),
        amount('appropriation-state-capital', '国有资本经营预算拨款', 0),
        amount('appropriation-current', '当年财政拨款', current),
        amount('appropriation-carryover', '财政拨款上年结转', carryover),
        ...classes.map(([name, of]) =>
          amount('appropriation-class', name, of.basic + of.project + of.carried),
        ),
      ],
    ],
    [
      '五、（一）',
      [
        amount('general-current', '一般公共预算当年支出', current),
        ...change('general-current', '一般公共预算当年支出', current, earlier?.current),
      ],
    ],
    [
      '五、（二）',
      [
        amount('general-current', '一般公共预算当年支出', current),
        ...classes.flatMap(([name, of]) => [
          amount('general-class', name, of.basic + of.project),
          share('general-class', name, of.basic + of.project, current),
        ]),
      ],
    ],
    [
      '六、',
      [
        amount('general-basic', '一般公共预算基本支出', basic),
        amount('personnel', '人员经费', basic - operating),
        amount('public', '公用经费', operating),
      ],
    ],
    [
      '七、',
      [
        amount('three-public', '“三公”经费', vehicle),
        amount('three-public-abroad', '因公出国（境）费', 0),
        amount('three-public-reception', '公务接待费', 0),
        amount('three-public-vehicle-operation', '公务用车运行维护费', vehicle),
        amount('three-public-vehicle-purchase', '公务用车购置费', 0),
      ],
    ],
    [
      '八、',
      [
        amount('agency-operating', '机关运行经费', operating),
        ...change('agency-operating', '机关运行经费', operating, earlierOperating),
      ],
    ],
    [
      '十、2',
      [
        count('performance-projects', '绩效管理的项目', projects, '个'),
        amount('performance-projects', '绩效管理的项目', project + carryover),
      ],
    ],
  ];
}

/**
 * The numbers that the explanations of an example state; they agree with its tables, and changes with the
 * budget of the year before, where there is one.
 */
export function synthKeyFacts(
  draft: BudgetDraft,
  before: BudgetDraft | null,
  counter: LineCounter,
): KeyFact[] {
  const facts = statements(draft, before).flatMap(([section, stated]) => {
    const place = counter.next();
    return stated.map((fact) => ({ ...fact, section, place }));
  });
  return facts.map((fact, i) => ({ n: i + 1, ...fact }));
}
