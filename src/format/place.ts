import type { Place } from '../schema/place.ts';

/**
 * A place in words for readers.
 * @example formatPlace('P7L12C3') // '第 7 页第 12 行第 3 格'
 */
export function formatPlace(place: Place): string {
  const [, page, line, cell] = /^(?:P(\d+))?L(\d+)(?:C(\d+))?$/u.exec(place) ?? [];
  const parts = [
    ...(page === undefined ? [] : [`第 ${page} 页`]),
    `第 ${line ?? '?'} 行`,
    ...(cell === undefined ? [] : [`第 ${cell} 格`]),
  ];
  return parts.join('');
}

/**
 * The line of a place, without its cell.
 * @example placeLine('L120C3') // 'L120'
 */
export const placeLine = (place: Place): string => place.replace(/C\d+$/u, '');
