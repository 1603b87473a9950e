import type { CitedDocument } from '../schema/cited-document.ts';
import { sha256 } from './record-file.ts';
import { comparableName } from './find-economic-class.ts';

/**
 * Permanent slug of a cited document: the digits of its number and the start of a digest of the
 * whole number, or a digest of the title where no number is cited. Depends on nothing but the text.
 * @example citedDocumentSlug({ number: '示财〔2019〕87号', title: null }) // '2019-87-1f0c5d2a'
 */
export function citedDocumentSlug(document: {
  number: string | null;
  title: string | null;
}): string {
  if (document.number === null)
    return `t-${sha256(comparableName(document.title ?? '')).slice(0, 12)}`;
  const number = comparableName(document.number);
  const digits = number.match(/[0-9]+/gu) ?? [];
  return [...digits, sha256(number).slice(0, 8)].join('-');
}

/** The number by which documents are merged: normalised, else as printed; null = title only. */
export function citedNumber(
  document: Pick<CitedDocument, 'number' | 'normalisedNumber'>,
): string | null {
  return document.normalisedNumber ?? document.number;
}
