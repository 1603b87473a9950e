import type { Measurement } from './bench-measure.ts';

const header = [
  'set-up',
  'queries',
  'recall',
  'precision',
  'cold KB',
  'p95',
  'further KB',
  'mean',
  'p95',
  'cold files',
  'further files',
  'p95',
  'ms',
  'p95',
  'index KB',
  'build s',
];

/** The measurements of one corpus as a Markdown table. */
export function printTable(rows: readonly Measurement[]): string {
  const cells = rows.map((row) => [
    row.name,
    String(row.queries),
    row.recall.toFixed(3),
    row.precision.toFixed(3),
    ...[row.coldMedian, row.coldP95, row.furtherMedian, row.furtherMean, row.furtherP95].map(
      kilobytes,
    ),
    ...[row.coldRequests, row.furtherRequests, row.furtherRequestsP95].map(String),
    row.msMedian.toFixed(1),
    row.msP95.toFixed(1),
    kilobytes(row.indexBytes),
    (row.buildMs / 1000).toFixed(1),
  ]);
  const line = (values: readonly string[]): string => `| ${values.join(' | ')} |`;
  return [
    line(header),
    line(header.map((_, i) => (i === 0 ? '---' : '--:'))),
    ...cells.map(line),
  ].join('\n');
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
