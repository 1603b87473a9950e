import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { citeDisclosure } from '../../../src/archive/cite-disclosure.ts';
import { readRecord } from '../../../src/archive/read-record.ts';
import { readTableSet } from '../../../src/archive/read-table-set.ts';
import { citeParts } from '../../../src/components/cite-parts.ts';
import { exampleContent } from '../../support/example-content.ts';

const archive = readContent(exampleContent);
const unitYear = archive.unitYear('990101-jiaotongju-2024-budget');
if (unitYear === undefined) throw new Error('Unexpected archive without the department');
const disclosure = readRecord(unitYear);
const tableSet = readTableSet(resolve(exampleContent), disclosure.tableSet);
const cited = citeDisclosure(unitYear, disclosure, '/sub/', new URL('https://archive.example'));
const address = (path: string): string => `https://archive.example/sub${path}`;

describe('citeParts', () => {
  const { tables, projects } = citeParts(disclosure, cited, tableSet, address);

  test('lists tables by their number and projects in their order, each with its own work', () => {
    const numbers = tables.map(({ label }) => Number(/^表(\d+)/u.exec(label)?.[1]));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(tables.map(({ work, anchor }) => work.id === `${disclosure.id}-${anchor}`)).toEqual(
      disclosure.tables.map(() => true),
    );
    expect(projects.map(({ work }) => work.id)).toEqual(
      disclosure.projects.map(({ n }) => `${disclosure.id}-p${n}`),
    );
  });

  test('gives each part its permanent address and the embed of it', () => {
    const [project] = projects;
    expect(project?.path).toBe('/units/990101-jiaotongju/2024/#project-1-shili-1');
    expect(project?.snippet).toContain(
      'src="https://archive.example/sub/embed/990101-jiaotongju/2024/index.html#project-1-shili-1"',
    );
    expect(project?.snippet).toContain(`title="${project?.work.author} ${project?.work.title}"`);
  });

  test('tells a project carried over from one of the year by its label', () => {
    const [first, ...rest] = disclosure.projects;
    if (first === undefined) throw new Error('Unexpected record without projects');
    const carried = {
      ...disclosure,
      projects: [{ ...first, phase: 'carryover' } as const, ...rest],
    };
    const [label] = citeParts(carried, cited, tableSet, address).projects;
    expect(label?.label).toBe(`${first.name}（上年结转）`);
  });

  test('refuses works that are not those of the record', () => {
    expect(() => citeParts(disclosure, { ...cited, projects: [] }, tableSet, address)).toThrow(
      'without a work',
    );
  });
});
