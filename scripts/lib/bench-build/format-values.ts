/** What stands where nothing was measured. */
export const absent = '—';

/** Seconds with one decimal. */
export const formatSeconds = (seconds: number | null): string =>
  seconds === null ? absent : seconds.toFixed(1);

/** Bytes as MiB without decimals. */
export const formatMebibytes = (bytes: number | null): string =>
  bytes === null ? absent : (bytes / 2 ** 20).toFixed(0);

/** Bytes as MB with one decimal. */
export const formatMegabytes = (bytes: number | null): string =>
  bytes === null ? absent : (bytes / 1e6).toFixed(1);

/** Bytes as GiB with two decimals and their measure. */
export const formatGibibytes = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(2)} GiB`;

/** A number without decimals, its thousands apart. */
export const formatCount = (count: number): string =>
  String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/gu, ',');

/** A number of things a second, with a decimal below ten. */
export const formatRate = (rate: number): string =>
  rate < 10 ? rate.toFixed(1) : formatCount(rate);

/** How many times one is the other. */
export const formatRatio = (ratio: number): string => `${ratio.toFixed(2)} ×`;

/** A share in percent. */
export const formatPercent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Lines of a Markdown table; the first column is text, the others are numbers. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)];
}
