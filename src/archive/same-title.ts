import { comparableName } from './find-economic-class.ts';
import type { DocumentEntry } from './model.ts';
import { compareText, pushTo } from './order.ts';

const indexes = new WeakMap<readonly DocumentEntry[], ReadonlyMap<string, DocumentEntry[]>>();

/**
 * The other documents cited under a title of this one, in slug order: another number or none. They may
 * be the same document, a later edition, or another authority's of the same name.
 */
export function documentsOfSameTitle(
  documents: readonly DocumentEntry[],
  entry: DocumentEntry,
): DocumentEntry[] {
  const index = indexes.get(documents) ?? indexTitles(documents);
  indexes.set(documents, index);
  const found = entry.titles.flatMap((title) => index.get(comparableName(title)) ?? []);
  return [...new Set(found)]
    .filter(({ slug }) => slug !== entry.slug)
    .sort((a, b) => compareText(a.slug, b.slug));
}

function indexTitles(documents: readonly DocumentEntry[]): Map<string, DocumentEntry[]> {
  const index = new Map<string, DocumentEntry[]>();
  for (const document of documents) {
    for (const title of new Set(document.titles.map(comparableName))) {
      pushTo(index, title, document);
    }
  }
  return index;
}
