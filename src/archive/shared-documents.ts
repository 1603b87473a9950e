import type { DocumentEntry } from './model.ts';
import { compareText } from './order.ts';

const counted = new WeakMap<DocumentEntry, number>();

/** Number of the regions whose projects cite a document; counted once. */
export function citingRegions(document: DocumentEntry): number {
  const known = counted.get(document);
  if (known !== undefined) return known;
  const regions = new Set(document.citations.map(({ unitYear }) => unitYear.regionCode)).size;
  counted.set(document, regions);
  return regions;
}

/** The documents that projects of more than one region cite, those of most regions first. */
export const sharedDocuments = (documents: readonly DocumentEntry[]): DocumentEntry[] =>
  documents
    .filter((document) => citingRegions(document) > 1)
    .sort((a, b) => citingRegions(b) - citingRegions(a) || compareText(a.slug, b.slug));

/** What a list shows of a document, for the key of its page. */
export const shownDocument = (document: DocumentEntry): unknown[] => {
  const { slug, number, titles, citations } = document;
  return [slug, number, titles[0], citations.length, citingRegions(document)];
};
