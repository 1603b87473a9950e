import { differenceMark, printedAmount } from './cell-marks.ts';
import type { FindingMarks } from './finding-marks.ts';
import { attribute, markup, type Html } from './html.ts';
import { tableFrame } from './table-frame.ts';
import { formMoneyLabels } from '../format/labels.ts';
import { formMoneyAnchor } from '../format/url.ts';
import type { Form, FormMoney } from '../schema/form.ts';

const sources = Object.keys(formMoneyLabels) as (keyof FormMoney)[];

/** Money of a goal form by source, for the whole period and for the year; null = it has none. */
export function formMoneyTable(projectN: number, form: Form, marks: FindingMarks): Html | null {
  const spans = (
    [
      { id: 'whole', label: '实施期', money: form.whole },
      { id: 'year', label: '年度', money: form.yearMoney },
    ] as const
  ).filter(({ money }) => money !== null);
  if (spans.length === 0) return null;
  const units = spans.flatMap(({ money }) =>
    sources.flatMap((source) => money?.[source]?.moneyUnit ?? []),
  );
  const captionId = `project-${projectN}-money`;
  const cell = (source: keyof FormMoney, { id, money }: (typeof spans)[number]): Html => {
    const anchor = formMoneyAnchor(projectN, id, source);
    return markup`
      <td class="num"${attribute('id', marks.targets.has(anchor) && anchor)}>
        ${differenceMark(marks, anchor)}${printedAmount(money?.[source] ?? null)}
      </td>`;
  };
  const row = (source: keyof FormMoney): Html => markup`
    <tr${attribute('class', source === 'total' && 'is-total')}>
      <th scope="row">${formMoneyLabels[source]}</th>
      ${spans.map((span) => cell(source, span))}
    </tr>`;
  return tableFrame(
    captionId,
    markup`
      <table class="data form-money">
        <caption id="${captionId}">绩效目标表所列资金${moneyUnitNote(units)}</caption>
        <thead>
          <tr>
            <th scope="col">来源</th>
            ${spans.map(({ label }) => markup`<th scope="col" class="num">${label}</th>`)}
          </tr>
        </thead>
        <tbody>${sources.map(row)}</tbody>
      </table>`,
    true,
  );
}

/** The money measures of a table, each once; null where there is none. */
const moneyUnitNote = (units: readonly string[]): Html | null =>
  units.length === 0
    ? null
    : markup`
        <span class="note">
          单位：<span data-money-unit-label>${[...new Set(units)].join('、')}</span>
        </span>`;
