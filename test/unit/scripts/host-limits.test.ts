import { expect, test } from 'vitest';
import { hostReport } from '../../../scripts/lib/host-limits.ts';

const file = (path: string, bytes: number) => ({ path, bytes, sha256: '0'.repeat(64) });

const limits = [
  { host: 'small', files: 2, siteBytes: 3_000_000, fileBytes: 1_500_000 },
  { host: 'large', files: null, siteBytes: null, fileBytes: null },
];

test.each([
  ['an empty site', [], ['0 files']],
  [
    'a site that every host takes',
    [file('index.html', 1_000_000)],
    ['1 file, 1.0 MB; the largest is index.html with 1.0 MB'],
  ],
  [
    'a site at every limit exactly',
    [file('a', 1_500_000), file('b', 1_500_000)],
    ['2 files, 3.0 MB; the largest is a with 1.5 MB'],
  ],
  [
    'a site past every limit',
    [file('a', 2_000_000), file('b', 2_500_000_000), file('c', 1)],
    [
      '3 files, 2.50 GB; the largest is b with 2.50 GB',
      'Too much for small: 3 files of at most 2; 2.50 GB of at most 3.0 MB; a and 1 more larger than 1.5 MB',
    ],
  ],
])('%s is reported with what no host takes', (_, files, lines) => {
  expect(hostReport(files, limits)).toEqual(lines);
});
