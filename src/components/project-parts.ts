import type { Disclosure } from '../schema/disclosure.ts';
import type { Form } from '../schema/form.ts';
import type { Project } from '../schema/project.ts';
import type { Row, Table } from '../schema/table.ts';

/** The row of a project with the table it stands in. */
export interface RowOfProject {
  readonly table: Table;
  readonly row: Row;
}

/** The row of a project with the table it stands in; undefined = only a form tells of the project. */
export function rowOfProject(disclosure: Disclosure, project: Project): RowOfProject | undefined {
  const table = disclosure.tables.find(({ id }) => id === project.tableId);
  const row = table?.rows.find((candidate) => candidate.row === project.row);
  return table === undefined || row === undefined ? undefined : { table, row };
}

/** The form of a project; undefined = it has none. */
export const formOfProject = (disclosure: Disclosure, project: Project): Form | undefined =>
  disclosure.forms.find(({ n }) => n === project.form);
