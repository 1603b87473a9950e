import type { Disclosure } from '../schema/disclosure.ts';
import type { Project } from '../schema/project.ts';
import type { Check } from './check.ts';
import type { Finding } from '../schema/finding.ts';
import type { KeyFact } from '../schema/key-fact.ts';
import { inWan, judge, makeFinding } from './compare.ts';
import {
  exampleDisclosure,
  exampleFact,
  exampleProject,
  exampleTable,
} from './example-disclosure.ts';
import { quotable } from './form-sides.ts';
import { isShortened, nameMatcher } from './printed-names.ts';
import { projectSide } from './project-sums.ts';
import { nowhere } from './side.ts';
import { sectionLabel, statedAs, statedSide } from './stated-sides.ts';

const id = 'listed-project-names';

interface Candidate {
  readonly n: number;
  readonly name: string;
  readonly fen: number;
}

const namesOf = (project: Project): string[] => [project.name, project.formName ?? project.name];

/** Projects with an amount that no listed project names. */
function unnamed(disclosure: Disclosure, listed: readonly KeyFact[]): Candidate[] {
  const isListed = nameMatcher(listed.map((fact) => fact.label));
  return disclosure.projects.flatMap((project) => {
    const side = namesOf(project).some(isListed) ? undefined : projectSide(disclosure, project);
    return side?.fen == null ? [] : [{ n: project.n, name: project.name, fen: side.fen }];
  });
}

function findingOf(
  disclosure: Disclosure,
  fact: KeyFact,
  candidates: readonly Candidate[],
): Finding[] {
  const stated = statedSide(fact);
  const twins = candidates.filter(({ name, fen }) => {
    return judge(stated, { ...stated, fen }) !== 'difference' && isShortened(fact.label, name);
  });
  const [twin] = twins;
  if (twin === undefined || twins.length > 1) return [];
  const names = `${sectionLabel(fact)}作“${quotable(fact.label)}”，报表作“${quotable(twin.name)}”`;
  const message = `金额同为 ${inWan(twin.fen)} 万元的项目，${names}`;
  const at = { ...nowhere, place: fact.place, projectN: twin.n };
  return [makeFinding(id, disclosure, { result: 'difference', at, message })];
}

function findingsOf(disclosure: Disclosure): Finding[] {
  const listed = statedAs(disclosure, 'performance-listed-project');
  if (listed.length === 0) return [];
  const isProject = nameMatcher(disclosure.projects.flatMap(namesOf));
  const same = listed.filter((fact) => isProject(fact.label));
  const others = listed.filter((fact) => !same.includes(fact));
  const candidates = unnamed(disclosure, listed);
  const differing = others.flatMap((fact) => findingOf(disclosure, fact, candidates));
  const [first] = same;
  if (first === undefined) return differing;
  const at = { ...nowhere, place: first.place };
  const message = `情况说明所列 ${listed.length} 个项目中有 ${same.length} 个与报表同名`;
  return [makeFinding(id, disclosure, { result: 'pass', at, message }), ...differing];
}

const example = (label: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        12,
        'projects-current',
        ['total'],
        [{ kind: 'line', name: '库房维护及改造', cells: ['5.00'] }],
      ),
    ],
    projects: [exampleProject(1, { name: '库房维护及改造' })],
    keyFacts: [
      exampleFact(1, {
        section: '十、2',
        topic: 'performance-listed-project',
        label,
        printed: '5万元',
      }),
    ],
  });

/** A project listed in the explanations bears the name it has in the tables. */
export const listedProjectNamesAgree: Check = {
  id,
  title: '情况说明所列项目与报表同名',
  family: 'names-and-dates',
  attention: 4,
  explanation:
    '情况说明逐个列出的项目，在报表中没有同名项目，但有金额相同、名称是其缩写或年份不同的唯一项目时，列出两种名称。只是省去年份或文号的，视为同名。',
  basis: '本项目惯例：同一项目用同一名称，读者才能对上。',
  condition: '情况说明逐个列出项目；金额相同而名称无关的不猜测。',
  tolerance: '名称不计全角半角、空格、引号；金额可有四舍五入。',
  check: findingsOf,
  examples: [
    {
      title: '两处同名',
      disclosure: example('库房维护及改造'),
      expected: [{ result: 'pass', message: '情况说明所列 1 个项目中有 1 个与报表同名' }],
    },
    {
      title: '情况说明用了缩写',
      disclosure: example('库房改造'),
      expected: [
        {
          result: 'difference',
          message: '金额同为 5.00 万元的项目，情况说明十、2 作“库房改造”，报表作“库房维护及改造”',
        },
      ],
    },
    {
      title: '只省去年份，视为同名',
      disclosure: example('2031年库房维护及改造'),
      expected: [{ result: 'pass', message: '情况说明所列 1 个项目中有 1 个与报表同名' }],
    },
    { title: '金额相同而名称无关', disclosure: example('会议费'), expected: [] },
  ],
};
