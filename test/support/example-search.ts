import type { Project } from '../../src/schema/project.ts';

/** A project of our own making, neither in a table nor with a form. */
export function exampleProject(project: Partial<Project> = {}): Project {
  return {
    n: 1,
    slug: 'shilixiangmu',
    name: '示例项目',
    formName: null,
    phase: null,
    tableId: null,
    row: null,
    form: null,
    link: null,
    subjectCode: null,
    ...project,
  };
}
