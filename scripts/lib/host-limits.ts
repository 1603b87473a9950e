import type { FileDigest } from './checksum-manifest.ts';

/** What a host takes; null = it names no limit. */
interface HostLimits {
  readonly host: string;
  readonly files: number | null;
  readonly siteBytes: number | null;
  readonly fileBytes: number | null;
}

const mebibyte = 1024 ** 2;

/**
 * What common hosts take.
 * Basis: what the hosts' own manuals and trackers said in 2026; they may say otherwise by now.
 */
export const hostLimits: readonly HostLimits[] = [
  {
    host: 'Cloudflare Pages (free)',
    files: 20_000,
    siteBytes: null,
    fileBytes: 25 * mebibyte,
  },
  {
    host: 'Cloudflare Pages (paid)',
    files: 100_000,
    siteBytes: null,
    fileBytes: 25 * mebibyte,
  },
  { host: 'GitHub Pages', files: null, siteBytes: 1000 ** 3, fileBytes: 100 * mebibyte },
  { host: 'GitLab Pages', files: 200_000, siteBytes: 1000 ** 3, fileBytes: null },
];

const size = (bytes: number): string =>
  bytes < 1000 ** 3
    ? `${(bytes / 1000 ** 2).toFixed(1)} MB`
    : `${(bytes / 1000 ** 3).toFixed(2)} GB`;

/**
 * Lines for the operator: how many files a site has, how large it is, its largest file, and which common
 * hosts do not take it, and why.
 * @example hostReport([{ path: 'index.html', sha256, bytes: 1_000_000 }])
 * // ['1 file, 1.0 MB; the largest is index.html with 1.0 MB']
 */
export function hostReport(files: readonly FileDigest[], limits = hostLimits): string[] {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const largest = files.reduce<FileDigest | undefined>(
    (found, file) => (found === undefined || file.bytes > found.bytes ? file : found),
    undefined,
  );
  if (largest === undefined) return ['0 files'];
  const count = files.length === 1 ? '1 file' : `${files.length} files`;
  const summary = `${count}, ${size(total)}; the largest is ${largest.path} with ${size(largest.bytes)}`;
  const refusals = limits.flatMap((limit) => {
    const reasons = reasonsOf(limit, files, total);
    return reasons.length === 0 ? [] : [`Too much for ${limit.host}: ${reasons.join('; ')}`];
  });
  return [summary, ...refusals];
}

function reasonsOf(limit: HostLimits, files: readonly FileDigest[], total: number): string[] {
  const reasons: string[] = [];
  if (limit.files !== null && files.length > limit.files)
    reasons.push(`${files.length} files of at most ${limit.files}`);
  if (limit.siteBytes !== null && total > limit.siteBytes)
    reasons.push(`${size(total)} of at most ${size(limit.siteBytes)}`);
  const most = limit.fileBytes;
  const large = most === null ? [] : files.filter(({ bytes }) => bytes > most);
  if (most !== null && large[0] !== undefined) {
    const others = large.length === 1 ? '' : ` and ${large.length - 1} more`;
    reasons.push(`${large[0].path}${others} larger than ${size(most)}`);
  }
  return reasons;
}
