import { embeddedAmounts } from './embed-view.ts';
import { goalColumns, goalHeads, type GoalColumns } from './goal-columns.ts';
import { markup, type Html } from './html.ts';
import type { RowOfProject } from './project-parts.ts';
import { tableFrame } from './table-frame.ts';
import type { IndicatorRow } from '../format/indicator-rows.ts';
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

function indicatorTable(projectN: number, columns: GoalColumns): Html {
  const { rows, isEvaluation, hasWhole, hasYear } = columns;
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
  return tableFrame(
    captionId,
    markup`
      <table class="data">
        <caption id="${captionId}">绩效指标（${columns.count}）</caption>
        <thead>
          <tr>
            ${goalHeads(columns)}
            ${isEvaluation && markup`<th scope="col" class="num">得分</th>`}
          </tr>
        </thead>
        <tbody>${rows.map(indicatorRow)}</tbody>
      </table>`,
  );
}

/** A project in a frame: its money and its indicators as printed, as light as can be. */
export function embedProject({ project, row, form, isIncomplete }: EmbeddedProject): Html {
  const amounts = embeddedAmounts(row, form);
  const columns = form && goalColumns(form);
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
    ${columns && columns.rows.length > 0 && indicatorTable(project.n, columns)}
    ${notes.length > 0 && markup`<p class="note">${notes.join('；')}。</p>`}`;
}
