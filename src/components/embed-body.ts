import { embedProject } from './embed-project.ts';
import { embedTable } from './embed-table.ts';
import { href } from './href.ts';
import { markup, type Html } from './html.ts';
import { formOfProject, rowOfProject } from './project-parts.ts';
import { tableLabel, tablesInOrder } from './table-text.ts';
import { formatPlace } from '../format/place.ts';
import { disclosurePath, projectAnchor, tableAnchor } from '../format/url.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { Place } from '../schema/place.ts';
import type { TableSet } from '../schema/table-set.ts';

/** A part under its anchor, with its permanent page, which opens in a window of its own. */
interface EmbeddedPart {
  readonly anchor: string;
  readonly title: string;
  readonly content: Html;
  /** Where the part stands in the source; undefined = nowhere in particular. */
  readonly place: Place | undefined;
}

const embeddedSection =
  (disclosure: Disclosure, archiveTitle: string) =>
  ({ anchor, title, content, place }: EmbeddedPart): Html => markup`
    <section id="${anchor}">
      <h2>${title}</h2>
      ${content}
      <p class="source-note">
        出处：<a href="${href(disclosurePath(disclosure, anchor))}" target="_blank" rel="noopener">
          ${archiveTitle}<span class="visually-hidden">（在新窗口打开）</span>
        </a>
        ${place !== undefined && `，原文${formatPlace(place)}`}
      </p>
    </section>`;

/** Every table and project of a disclosure under its anchor, for frames of other sites. */
export function embedBody(disclosure: Disclosure, tableSet: TableSet, archiveTitle: string): Html {
  const definitionOf = (id: string) => tableSet.tables.find((definition) => definition.id === id);
  const tables = tablesInOrder(disclosure.tables, definitionOf).map((table): EmbeddedPart => ({
    anchor: tableAnchor(table.id),
    title: tableLabel(table, definitionOf(table.id)),
    content: embedTable(table, definitionOf(table.id)),
    place: table.place,
  }));
  const projects = disclosure.projects.map((project): EmbeddedPart => {
    const row = rowOfProject(disclosure, project);
    const form = formOfProject(disclosure, project);
    const isIncomplete = disclosure.gaps.some(({ projectN }) => projectN === project.n);
    return {
      anchor: projectAnchor(project.n, project.slug),
      title: project.name,
      content: embedProject({ project, row, form, isIncomplete }),
      place: row?.row.place ?? form?.place,
    };
  });
  return markup`${[...tables, ...projects].map(embeddedSection(disclosure, archiveTitle))}`;
}
