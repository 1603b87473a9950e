import { embeddedAmounts } from './embed-view.ts';
import { markup, type Html } from './html.ts';
import type { RowOfProject } from './project-parts.ts';
import { pairIndicators, type IndicatorRow } from '../format/indicator-rows.ts';
import { phaseLabels } from '../format/labels.ts';
import type { Form } from '../schema/form.ts';
import type { Project } from '../schema/project.ts';

/** A project as a frame shows it. */
export interface EmbeddedProject {
  readonly project: Project;
  /** Its row with the table it stands in; undefined = only a form tells of it. */
  readonly row: RowOfProject | undefined;
  readonly form: Form | undefined;
  /** Whether something of it is known to be lost besides what its form says. */
  readonly isIncomplete: boolean;
}

function indicatorTable(projectN: number, form: Form, rows: readonly IndicatorRow[]): Html {
  const isEvaluation = form.kind === 'self-evaluation';
  const hasWhole = rows.some(({ whole }) => whole !== null);
  const hasYear = rows.some(({ year }) => year !== null);
  const captionId = `project-${projectN}-indicators`;
  const indicatorRow = ({ name, whole, year }: IndicatorRow): Html => {
    const last = (year ?? whole)?.indicator;
    return markup`
      <tr>
        <th scope="row">${name ?? '（名称缺失）'}</th>
        ${hasWhole && markup`<td>${whole?.indicator.printed}</td>`}
        ${hasYear && markup`<td>${year?.indicator.printed}</td>`}
        ${isEvaluation && markup`<td>${last?.actual}</td>`}
        ${isEvaluation && markup`<td class="num">${last?.score}</td>`}
      </tr>`;
  };
  return markup`
    <div class="table-scroll" role="group" tabindex="0" aria-labelledby="${captionId}">
      <table class="data">
        <caption id="${captionId}">绩效指标（${form.indicators.length}）</caption>
        <thead>
          <tr>
            <th scope="col">指标</th>
            ${hasWhole && markup`<th scope="col">实施期目标</th>`}
            ${hasYear && markup`<th scope="col">年度目标</th>`}
            ${isEvaluation && markup`<th scope="col">实际完成</th>`}
            ${isEvaluation && markup`<th scope="col" class="num">得分</th>`}
          </tr>
        </thead>
        <tbody>${rows.map(indicatorRow)}</tbody>
      </table>
    </div>`;
}

/** A project in a frame: its money and its indicators as printed, as light as can be. */
export function embedProject({ project, row, form, isIncomplete }: EmbeddedProject): Html {
  const amounts = embeddedAmounts(row, form);
  const indicators = pairIndicators(form?.indicators ?? []);
  const phase = project.phase === null ? '仅见于绩效表' : phaseLabels[project.phase];
  const notes = [
    ...(amounts.length === 0 ? ['原文没有印金额'] : []),
    ...(form === undefined ? ['没有绩效表'] : []),
    ...(isIncomplete || (form?.lost.length ?? 0) > 0 ? ['原文有缺损，见出处'] : []),
  ];
  const fact = (label: string, value: Html): Html => markup`
    <div><dt>${label}</dt><dd class="num">${value}</dd></div>`;
  return markup`
    <dl class="embed-facts">
      <div><dt>阶段</dt><dd>${phase}</dd></div>
      ${amounts.map(({ label, text, moneyUnit }) =>
        fact(label, markup`${text} <span class="money-unit">${moneyUnit}</span>`),
      )}
    </dl>
    ${form && indicators.length > 0 && indicatorTable(project.n, form, indicators)}
    ${notes.length > 0 && markup`<p class="note">${notes.join('；')}。</p>`}`;
}
