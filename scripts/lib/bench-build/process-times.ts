/**
 * The shell command that runs its arguments, and then tells the processor time of all of them on the
 * file descriptor 3.
 */
export const timedShell = '"$@" 3>&-; code=$?; times >&3; exit $code';

/**
 * Seconds of processor time, user and system, of a shell and all it waited for, from what its command
 * `times` prints; null = it printed nothing of the kind.
 * @example parseTimes('0m0.01s 0m0.00s\n1m2.5s 0m0.25s\n') // 62.76
 */
export function parseTimes(text: string): number | null {
  const times = [...text.matchAll(/(\d+)m(\d+(?:[.,]\d+)?)s/gu)];
  if (times.length !== 4) return null;
  const seconds = times.map(
    ([, minutes = '', rest = '']) => Number(minutes) * 60 + Number(rest.replace(',', '.')),
  );
  return Math.round(seconds.reduce((sum, value) => sum + value, 0) * 1000) / 1000;
}
