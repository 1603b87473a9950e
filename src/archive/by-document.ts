import type { DocumentEntry, UnitYear } from './model.ts';
import { compareText } from './order.ts';

interface Cited {
  readonly number: string | null;
  readonly titles: Set<string>;
  /** Citations by project id, so that a project citing a document twice stands once. */
  readonly citations: Map<string, DocumentEntry['citations'][number]>;
}

/** Every cited policy document, in slug order, with every title it is cited by and every citing project. */
export function indexByDocument(unitYears: readonly UnitYear[]): DocumentEntry[] {
  const documents = new Map<string, Cited>();
  for (const unitYear of unitYears) {
    const projects = new Map(unitYear.projects.map((project) => [project.n, project]));
    for (const { slug, number, title, projectN } of unitYear.citations) {
      const document = documents.get(slug) ?? { number, titles: new Set(), citations: new Map() };
      documents.set(slug, document);
      if (title !== null) document.titles.add(title);
      const project = projects.get(projectN);
      if (project !== undefined) document.citations.set(project.id, { unitYear, project });
    }
  }
  return [...documents]
    .sort(([a], [b]) => compareText(a, b))
    .map(([slug, { number, titles, citations }]) => ({
      slug,
      number,
      titles: [...titles].sort(compareText),
      citations: [...citations.values()],
    }));
}
