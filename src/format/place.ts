import type { Place } from '../schema/place.ts';

/**
 * A place in words for readers.
 * @example formatPlace('P7L12C3') // '第 7 页第 12 行第 3 格'
 * @example formatPlace('S2R5C3') // '第 2 个工作表第 5 行第 3 列'
 */
export function formatPlace(place: Place): string {
  const [, container, number, row, column] =
    /^(?:([PST])(\d+))?[LR](\d+)(?:C(\d+))?$/u.exec(place) ?? [];
  const within = { P: '页', S: '个工作表', T: '个表' }[container ?? ''];
  const cell = container === 'S' ? '列' : '格';
  const parts = [
    ...(within === undefined ? [] : [`第 ${number ?? '?'} ${within}`]),
    `第 ${row ?? '?'} 行`,
    ...(column === undefined ? [] : [`第 ${column} ${cell}`]),
  ];
  return parts.join('');
}

/**
 * The line of a place, without its cell.
 * @example placeLine('L120C3') // 'L120'
 */
export const placeLine = (place: Place): string => place.replace(/C\d+$/u, '');
