import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import type { Finding } from '../schema/finding.ts';
import type { Project } from '../schema/project.ts';
import { makeFinding } from './compare.ts';
import { exampleDisclosure, exampleForm, exampleProject } from './example-disclosure.ts';
import { quotable } from './form-sides.ts';
import { evenName, looksDamaged } from './printed-names.ts';
import { nowhere } from './side.ts';
import { tableLabel } from './table-label.ts';

const id = 'project-names';

function findingOf(disclosure: Disclosure, project: Project): Finding | undefined {
  const form = disclosure.forms.find((one) => one.n === project.form);
  if (project.formName === null || project.tableId === null || form === undefined) return undefined;
  const at = {
    ...nowhere,
    tableId: project.tableId,
    row: project.row,
    place: form.place,
    projectN: project.n,
  };
  const names = `${tableLabel(disclosure, project.tableId)}作“${quotable(project.name)}”，绩效表作“${quotable(project.formName)}”`;
  if (evenName(project.name) === evenName(project.formName)) {
    return makeFinding(id, disclosure, { result: 'pass', at, message: `同一项目，${names}，一致` });
  }
  if (
    looksDamaged(project.formName, project.name) ||
    looksDamaged(project.name, project.formName)
  ) {
    return makeFinding(id, disclosure, {
      result: 'undecidable',
      at,
      message: `同一项目，${names}；文字识别有误，无法核对`,
    });
  }
  return makeFinding(id, disclosure, { result: 'difference', at, message: `同一项目，${names}` });
}

const example = (formName: string): Disclosure =>
  exampleDisclosure({
    projects: [
      exampleProject(1, { name: '“库房”维护费', formName, form: 1, link: 'similar-name' }),
    ],
    forms: [exampleForm(1, { name: formName })],
  });

/** A project bears one name in its table and in its form; blanks, widths and quotation marks do not count. */
export const projectNamesAgree: Check = {
  id,
  title: '同一项目的名称一致',
  family: 'names-and-dates',
  attention: 4,
  explanation:
    '项目支出预算表与绩效表已经对应起来的同一项目，名称应当相同；全角半角、空格和引号不计。',
  basis: '本项目惯例：同一项目用同一名称，读者才能对上。',
  condition: '绩效表与表中的项目已经对应起来，两处名称都印出。',
  tolerance: '不涉及数值。',
  check: (disclosure) => {
    const findings = disclosure.projects.flatMap((project) => findingOf(disclosure, project) ?? []);
    const passed = findings.filter((finding) => finding.result === 'pass');
    const [first] = passed;
    const rest = findings.filter((finding) => finding.result !== 'pass');
    if (first === undefined || passed.length === 1) return [...passed, ...rest];
    return [
      { ...first, message: `核对 ${passed.length} 个项目的名称，均一致；其一：${first.message}` },
      ...rest,
    ];
  },
  examples: [
    {
      title: '引号和空格不同，仍是同一名称',
      disclosure: example('"库房" 维护费'),
      expected: [
        {
          result: 'pass',
          message: '同一项目，表12作“‘库房’维护费”，绩效表作“"库房" 维护费”，一致',
        },
      ],
    },
    {
      title: '一处多一个字',
      disclosure: example('库房维护费用'),
      expected: [
        { result: 'difference', message: '同一项目，表12作“‘库房’维护费”，绩效表作“库房维护费用”' },
      ],
    },
    {
      title: '绩效表的名称识别受损',
      disclosure: example('WAR库房维护费'),
      expected: [
        {
          result: 'undecidable',
          message:
            '同一项目，表12作“‘库房’维护费”，绩效表作“WAR库房维护费”；文字识别有误，无法核对',
        },
      ],
    },
  ],
};
