import type { DocumentEntry } from './model.ts';
import { compareText } from './order.ts';

/** The documents that projects of more than one region cite, those of most regions first. */
export function sharedDocuments(documents: readonly DocumentEntry[]): DocumentEntry[] {
  const regionsOf = ({ citations }: DocumentEntry): number =>
    new Set(citations.map(({ unitYear }) => unitYear.regionCode)).size;
  return documents
    .filter((document) => regionsOf(document) > 1)
    .sort((a, b) => regionsOf(b) - regionsOf(a) || compareText(a.slug, b.slug));
}

/** What a list shows of a document, for the key of its page. */
export const shownDocument = ({ slug, number, titles, citations }: DocumentEntry): unknown[] => [
  slug,
  number,
  titles[0],
  citations.length,
  new Set(citations.map(({ unitYear }) => unitYear.regionCode)).size,
];
