import { href } from './href.ts';
import { markup, type Html } from './html.ts';
import type { RowOfProject } from './project-parts.ts';
import { linkLabels } from '../format/labels.ts';
import { placeLine } from '../format/place.ts';
import { rowAnchor, subjectPath } from '../format/url.ts';
import type { Form } from '../schema/form.ts';
import type { Project } from '../schema/project.ts';

/** The form in words: its title, or its name for the project where that differs; why it is linked; where it stands. */
function formText(project: Project, { kind, title, place }: Form): string {
  const link = project.link === null ? '' : `（据${linkLabels[project.link]}对应）`;
  const name =
    project.formName !== null && project.formName !== project.name
      ? `表中名称为“${project.formName}”，与报表所印不同`
      : (title ?? (kind === 'goal' ? '绩效目标表' : '自评表'));
  return `${name}${link}，原文 ${placeLine(place)}`;
}

function formFacts(form: Form | undefined): [label: string, value: string | null | undefined][] {
  const department = form?.supervisingDepartment ?? null;
  return [
    ['属性', form?.attribute],
    ['项目期', form?.duration],
    ['主管部门', department && [department.code, department.name].filter(Boolean).join(' ')],
    ['实施单位', form?.implementingUnit],
    ['填报日期', form?.filledAt?.replace(/^(\d{4})(\d{2})(\d{2}).*$/u, '$1-$2-$3')],
    ['总分', form?.totalScore],
  ];
}

const fact = (label: string, value: Html | string): Html =>
  markup`<dt>${label}</dt><dd>${value}</dd>`;

/** What the row and the form say of a project besides money and indicators. */
export function projectFacts(
  project: Project,
  row: RowOfProject | undefined,
  form: Form | undefined,
): Html {
  const { subjectCode } = project;
  const rowLink =
    row && markup`<a href="#${rowAnchor(row.table.id, row.row.row)}">${row.table.title}</a>`;
  const subjectLink =
    subjectCode !== null && markup`<a href="${href(subjectPath(subjectCode))}">${subjectCode}</a>`;
  return markup`
    <dl class="facts">
      ${rowLink && fact('报表所在', rowLink)}
      ${form && fact('绩效表', formText(project, form))}
      ${subjectLink && fact('功能科目', subjectLink)}
      ${formFacts(form).map(([label, value]) => value && fact(label, value))}
    </dl>`;
}
