import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import type { Finding } from '../schema/finding.ts';
import type { KeyFact } from '../schema/key-fact.ts';
import { compareSides, judge, notApplicable } from './compare.ts';
import {
  exampleDisclosure,
  exampleFact,
  exampleProject,
  exampleTable,
} from './example-disclosure.ts';
import { evenName, isSameEvenName } from './printed-names.ts';
import { projectSide } from './project-sums.ts';
import type { Side } from './side.ts';
import { statedAs, statedSide } from './stated-sides.ts';

const id = 'listed-projects';

/** A project with its names evened out and its money. */
interface Named {
  readonly names: readonly string[];
  readonly side: Side;
}

function namedProjects(disclosure: Disclosure): Named[] {
  return disclosure.projects.flatMap((project) => {
    const side = projectSide(disclosure, project);
    if (side?.fen == null) return [];
    return [{ names: [project.name, project.formName ?? project.name].map(evenName), side }];
  });
}

function findingOf(
  disclosure: Disclosure,
  fact: KeyFact,
  projects: readonly Named[],
): Finding | undefined {
  const wanted = evenName(fact.label);
  const stated = statedSide(fact);
  const sides = projects
    .filter(({ names }) => names.some((name) => isSameEvenName(name, wanted)))
    .map(({ side }) => side);
  const target = sides.find((side) => judge(stated, side) !== 'difference') ?? sides[0];
  return target === undefined
    ? undefined
    : compareSides(id, disclosure, stated, target, { ...stated.at, projectN: target.at.projectN });
}

const example = (label: string, printed: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        12,
        'projects-current',
        ['total'],
        [{ kind: 'line', name: '库房维护', cells: ['5.00'] }],
      ),
    ],
    projects: [exampleProject(1, { name: '库房维护' })],
    keyFacts: [
      exampleFact(1, { section: '十、2', topic: 'performance-listed-project', label, printed }),
    ],
  });

/** A project listed with its money in the explanations has the same money in its table or form. */
export const listedProjectsAgree: Check = {
  id,
  title: '情况说明所列项目的金额与报表一致',
  family: 'text',
  attention: 2,
  explanation:
    '情况说明逐个列出的项目，按名称找到项目支出预算表（没有则绩效表）中的同名项目，核对金额。',
  basis: '同一项目在同一份文件中只有一个年度金额。',
  condition: '名称相同（省去年份或文号的视为同名）；名称不同的不猜测是否同一项目。',
  tolerance: printedTolerance,
  check: (disclosure) => {
    const listed = statedAs(disclosure, 'performance-listed-project');
    const projects = listed.length === 0 ? [] : namedProjects(disclosure);
    const findings = listed.map((fact) => findingOf(disclosure, fact, projects));
    const unmatched = findings.filter((finding) => finding === undefined).length;
    const rest =
      unmatched === 0
        ? []
        : [
            notApplicable(
              id,
              disclosure,
              `情况说明所列 ${listed.length} 个项目中有 ${unmatched} 个在报表中没有同名项目，不作比较`,
            ),
          ];
    return [...findings.filter((finding) => finding !== undefined), ...rest];
  },
  examples: [
    {
      title: '同名项目金额相等',
      disclosure: example('库房维护', '5万元'),
      expected: [
        { result: 'pass', message: '情况说明十、2 库房维护 5.00，表12 库房维护 5.00 万元，一致' },
      ],
    },
    {
      title: '同名项目金额恰差一万倍',
      disclosure: example('库房维护', '5元'),
      expected: [
        {
          result: 'difference',
          message:
            '情况说明十、2 库房维护 0.0005，表12 库房维护 5.00，相差 4.9995 万元，恰为一万倍，元与万元可能混用',
        },
      ],
    },
    {
      title: '没有同名项目',
      disclosure: example('库房改造', '5万元'),
      expected: [
        {
          result: 'not-applicable',
          message: '不适用：情况说明所列 1 个项目中有 1 个在报表中没有同名项目，不作比较',
        },
      ],
    },
  ],
};
