import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import type { Finding } from '../schema/finding.ts';
import type { Form } from '../schema/form.ts';
import type { KeyFact } from '../schema/key-fact.ts';
import { makeFinding } from './compare.ts';
import { exampleDisclosure, exampleFact, exampleForm } from './example-disclosure.ts';
import { formLabel, projectOfForm } from './form-sides.ts';
import { nowhere } from './side.ts';
import { sectionLabel } from './stated-sides.ts';

const id = 'plausible-dates';

interface PlainDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The date of a text such as 2030年12月31日 or 2030年底; missing month and day count as the last of the year. */
function parseDate(printed: string): PlainDate | undefined {
  const match = /^(\d{1,4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?/u.exec(printed.normalize('NFKC'));
  if (match === null) return undefined;
  return { year: Number(match[1]), month: Number(match[2] ?? 12), day: Number(match[3] ?? 28) };
}

const isCalendarDate = ({ year, month, day }: PlainDate): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1949 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** Continuing projects may keep the form of the year in which they began. */
const isContinuing = (form: Form): boolean => /延续|经常|长期/u.test(form.attribute ?? '');

/** Budgets are drawn up from the summer of the year before and published early in their year. */
const windowOf = (year: number): readonly [number, number] => [
  (year - 1) * 10_000 + 601,
  year * 10_000 + 930,
];

function asOfFinding(disclosure: Disclosure, fact: KeyFact): Finding {
  const at = { ...nowhere, place: fact.place };
  const date = parseDate(fact.printed);
  const said = `${sectionLabel(fact)}“截至${fact.printed}”`;
  if (date === undefined || !isCalendarDate(date)) {
    return makeFinding(id, disclosure, {
      result: 'difference',
      at,
      message: `${said}，不是一个日期`,
    });
  }
  const late = date.year >= disclosure.year && date.month === 12;
  return makeFinding(id, disclosure, {
    result: late ? 'difference' : 'pass',
    at,
    message: late
      ? `${said}，晚于 ${disclosure.year} 年度预算编制的时间`
      : `${said}，早于预算年度结束`,
  });
}

function filledFinding(disclosure: Disclosure, form: Form): Finding[] {
  if (form.filledAt === null) return [];
  const at = { ...nowhere, place: form.place, projectN: projectOfForm(disclosure, form) };
  const [year, month, day] = [
    form.filledAt.slice(0, 4),
    form.filledAt.slice(4, 6),
    form.filledAt.slice(6, 8),
  ];
  const said = `${formLabel(form)}填报日期 ${year}-${month}-${day}`;
  if (!isCalendarDate({ year: Number(year), month: Number(month), day: Number(day) })) {
    return [
      makeFinding(id, disclosure, { result: 'difference', at, message: `${said}，不是一个日期` }),
    ];
  }
  const [from, to] = windowOf(disclosure.year);
  const on = Number(`${year}${month}${day}`);
  if ((on >= from || isContinuing(form)) && on <= to)
    return [
      makeFinding(id, disclosure, {
        result: 'pass',
        at,
        message: `${said}，${on < from ? '延续性项目，可沿用以前的绩效表' : '在预算编制和公开期间'}`,
      }),
    ];
  const where =
    on < from ? `早于 ${disclosure.year - 1} 年 6 月` : `晚于 ${disclosure.year} 年 9 月`;
  return [
    makeFinding(id, disclosure, {
      result: 'difference',
      at,
      message: `${said}，${where}，不在 ${disclosure.year} 年度预算编制和公开期间`,
    }),
  ];
}

function yearFinding(disclosure: Disclosure, form: Form): Finding[] {
  if (form.year === null || form.year === disclosure.year) return [];
  const at = { ...nowhere, place: form.place, projectN: projectOfForm(disclosure, form) };
  const message = `${formLabel(form)}表题年度为 ${form.year}，本文件为 ${disclosure.year} 年度`;
  return [makeFinding(id, disclosure, { result: 'difference', at, message })];
}

function titleFindings(disclosure: Disclosure): Finding[] {
  return disclosure.tables.flatMap((table) => {
    const year = /(\d{4})年/u.exec(table.title.normalize('NFKC'))?.[1];
    if (year === undefined || Number(year) === disclosure.year) return [];
    const at = { ...nowhere, tableId: table.id, place: table.place };
    const message = `${table.title}：表题年度为 ${year}，本文件为 ${disclosure.year} 年度`;
    return [makeFinding(id, disclosure, { result: 'difference', at, message })];
  });
}

const example = (printed: string): Disclosure =>
  exampleDisclosure({
    keyFacts: [
      exampleFact(1, {
        section: '十一、1',
        topic: 'as-of-date',
        label: '截至日期',
        printed,
        measure: 'date',
        number: null,
        unit: null,
      }),
    ],
  });

/** Dates are calendar dates and lie where a budget of the year can have them. */
export const plausibleDates: Check = {
  id,
  title: '日期和年度合理',
  family: 'names-and-dates',
  attention: 4,
  explanation:
    '资产情况的截至日期应是一个日期，且不晚于预算编制；绩效表的填报日期应在上年 6 月至本年 9 月之间（延续性、经常性项目可以更早）；表题的年度应是本文件的年度。',
  basis: '《预算法》第十四条（批准后二十日内公开）；预算编制自上年年中开始。',
  condition: '印有日期或年度。',
  tolerance: '不涉及数值。',
  check: (disclosure) => [
    ...titleFindings(disclosure),
    ...disclosure.forms.flatMap((form) => [
      ...yearFinding(disclosure, form),
      ...filledFinding(disclosure, form),
    ]),
    ...disclosure.keyFacts
      .filter((fact) => fact.measure === 'date')
      .map((fact) => asOfFinding(disclosure, fact)),
  ],
  examples: [
    {
      title: '截至上年年底',
      disclosure: example('2030年12月31日'),
      expected: [
        { result: 'pass', message: '情况说明十一、1 “截至2030年12月31日”，早于预算年度结束' },
      ],
    },
    {
      title: '留有空白的占位日期',
      disclosure: example('0年0月0日'),
      expected: [
        { result: 'difference', message: '情况说明十一、1 “截至0年0月0日”，不是一个日期' },
      ],
    },
    {
      title: '截至预算年度的年底',
      disclosure: example('2031年12月31日'),
      expected: [
        {
          result: 'difference',
          message: '情况说明十一、1 “截至2031年12月31日”，晚于 2031 年度预算编制的时间',
        },
      ],
    },
    {
      title: '延续性项目沿用以前的绩效表',
      disclosure: exampleDisclosure({
        forms: [exampleForm(1, { attribute: '延续性项目', filledAt: '20290115101010' })],
      }),
      expected: [
        {
          result: 'pass',
          message: '第1张绩效表“示例项目”填报日期 2029-01-15，延续性项目，可沿用以前的绩效表',
        },
      ],
    },
    {
      title: '填报日期和表题年度都不合',
      disclosure: exampleDisclosure({
        forms: [exampleForm(1, { year: 2030, filledAt: '20311201101010' })],
      }),
      expected: [
        {
          result: 'difference',
          message: '第1张绩效表“示例项目”表题年度为 2030，本文件为 2031 年度',
        },
        {
          result: 'difference',
          message:
            '第1张绩效表“示例项目”填报日期 2031-12-01，晚于 2031 年 9 月，不在 2031 年度预算编制和公开期间',
        },
      ],
    },
  ],
};
