import type { CitedWorks } from '../archive/cite-disclosure.ts';
import type { CitedWork } from '../format/cited-work.ts';
import { embedSnippet } from '../format/embed.ts';
import { disclosurePath, embedPath, projectAnchor, tableAnchor } from '../format/url.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { TableSet } from '../schema/table-set.ts';
import { formOfProject } from './project-parts.ts';
import { tableLabel, tablesInOrder } from './table-text.ts';

/** A table or project of a disclosure, ready to be cited and embedded. */
export interface CitePart {
  readonly label: string;
  readonly anchor: string;
  readonly work: CitedWork;
  /** HTML that shows it in a frame. */
  readonly snippet: string;
  /** Root-relative permanent path of it, and of its embed. */
  readonly path: string;
  readonly embedPath: string;
}

/**
 * The tables of a disclosure in the order of its page, and its projects in the order of the record.
 * `address` makes the full address of a root-relative path.
 */
export function citeParts(
  disclosure: Disclosure,
  cited: CitedWorks,
  tableSet: TableSet,
  address: (path: string) => string,
): { readonly tables: readonly CitePart[]; readonly projects: readonly CitePart[] } {
  const definitionOf = (id: string) => tableSet.tables.find((definition) => definition.id === id);
  const part = (
    label: string,
    anchor: string,
    work: CitedWork | undefined,
    lines: number,
  ): CitePart => {
    if (work === undefined) throw new Error(`Unexpected ${disclosure.id} without a work ${anchor}`);
    const embed = embedPath(disclosure, anchor);
    const title = `${work.author} ${work.title}`;
    return {
      label,
      anchor,
      work,
      snippet: embedSnippet({ address: address(embed), title, lines }),
      path: disclosurePath(disclosure, anchor),
      embedPath: embed,
    };
  };
  return {
    tables: tablesInOrder(disclosure.tables, definitionOf).map((table) => {
      const work = cited.tables[disclosure.tables.indexOf(table)];
      const label = tableLabel(table, definitionOf(table.id));
      const printed = table.rows.filter(({ cells }) => cells.length > 0).length;
      return part(label, tableAnchor(table.id), work, printed);
    }),
    projects: disclosure.projects.map((project, i) => {
      const lines = 2 + (formOfProject(disclosure, project)?.indicators.length ?? 0);
      const anchor = projectAnchor(project.n, project.slug);
      const label = project.phase === 'carryover' ? `${project.name}（上年结转）` : project.name;
      return part(label, anchor, cited.projects[i], lines);
    }),
  };
}
