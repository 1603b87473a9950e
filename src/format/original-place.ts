import type { Place } from '../schema/place.ts';
import { originalPath } from './url.ts';

/** A page of a kept source. */
export interface OriginalPage {
  readonly page: number;
  /** Path and fragment that viewers of PDF open at the page. */
  readonly path: string;
}

/**
 * The page of a kept source that a place stands on; null = the source is not kept, or not as PDF, or
 * the place tells no page. Basis: RFC 8118, fragment `page`.
 * @example originalPage('….pdf', 'P7L12C3') // { page: 7, path: '/originals/….pdf#page=7' }
 */
export function originalPage(original: string | null, place: Place): OriginalPage | null {
  const page = /^P(\d+)L/u.exec(place)?.[1];
  if (page === undefined || original?.endsWith('.pdf') !== true) return null;
  return { page: Number(page), path: `${originalPath(original)}#page=${page}` };
}
