import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  benchHeading,
  putSection,
  reportSection,
  reportText,
} from '../../../../scripts/lib/bench-build/bench-report.ts';
import {
  addEfforts,
  extendEffort,
  extendOutput,
  timesEffort,
  timesOutput,
  type ContestantName,
  type Measured,
  type Result,
} from '../../../../scripts/lib/bench-build/measurement.ts';
import { listFiles } from '../../../../scripts/lib/bench-build/output-size.ts';
import { judgeTargets } from '../../../../scripts/lib/bench-build/targets.ts';
import {
  shareOf,
  writeNaiveSite,
  writeUsualSite,
} from '../../../../scripts/lib/bench-build/write-sites.ts';

const gibibyte = 2 ** 30;

function measured(
  contestant: ContestantName,
  size: number,
  wallSeconds: number,
  more: Partial<Measured> = {},
): Measured {
  const effort = { wallSeconds, cpuSeconds: wallSeconds * 2, peakBytes: gibibyte };
  return {
    outcome: 'measured',
    contestant,
    size,
    ...effort,
    stages: [],
    work: {},
    output: { files: 12, pages: 10, pageBytes: 2e6, searchBytes: 1e6, dataBytes: 5e5 },
    differing: null,
    share: 1,
    ...more,
  };
}

const pagesStage = (wallSeconds: number) => [
  { name: 'pages', wallSeconds, cpuSeconds: null, peakBytes: null },
];

const everything: Result[] = [
  measured('ours', 10_000, 100, { stages: pagesStage(40) }),
  measured('changed', 10_000, 4, { output: null, differing: [] }),
  measured('pages', 10_000, 40),
  measured('floor', 10_000, 40),
  measured('naive', 10_000, 300, {
    output: { files: 9, pages: 9, pageBytes: 9, searchBytes: 4e6, dataBytes: 9 },
  }),
  measured('usual', 10_000, 400),
  measured('hugo', 10_000, 41),
  measured('ours', 50_000, 550, { peakBytes: 3 * gibibyte }),
];

const outcomes = (results: readonly Result[]): string[] =>
  judgeTargets(results).map(
    ({ target, value, outcome }) =>
      `${target.name.en}: ${value === null ? '' : target.format(value)} ${outcome}`,
  );

describe('judgeTargets', () => {
  test('a value at its limit meets a target', () => {
    expect(outcomes(everything)).toEqual([
      '10,000: peak memory of ours: 1.00 GiB met',
      '10,000: time of ours to naive: 0.33 × met',
      '10,000: time of ours to the usual way with the same pages: 0.25 × met',
      "10,000: bytes of our search index to naive's: 25.0 % met",
      "10,000: time of our pages to the floor, on the floor's template: 1.00 × met",
      '10,000: time of our pages to Hugo, on the same template: 0.98 × met',
      '10,000: time after one change to a full build: 4.0 % met',
      'one change: files unlike a full build: 0 met',
      '50,000 to 10,000: time of ours: 5.50 × met',
      '50,000: peak memory of ours: 3.00 GiB met',
    ]);
  });

  test('a value beyond its limit misses it, and so does one at a limit it must stay below', () => {
    const worse = everything.map((one): Result => {
      if (one.outcome !== 'measured') return one;
      if (one.contestant === 'pages') return one;
      if (one.contestant === 'hugo') return { ...one, wallSeconds: 40 };
      if (one.contestant === 'floor') return { ...one, wallSeconds: 30 };
      if (one.contestant === 'naive') return { ...one, wallSeconds: 299, output: null };
      if (one.contestant === 'usual') return { ...one, wallSeconds: 250 };
      if (one.contestant === 'changed') return { ...one, wallSeconds: 5, differing: ['a', 'b'] };
      return { ...one, peakBytes: 3.5 * gibibyte, wallSeconds: one.size === 50_000 ? 551 : 100 };
    });
    expect(outcomes(worse)).toEqual([
      '10,000: peak memory of ours: 3.50 GiB missed',
      '10,000: time of ours to naive: 0.33 × missed',
      '10,000: time of ours to the usual way with the same pages: 0.40 × missed',
      "10,000: bytes of our search index to naive's:  not measured",
      "10,000: time of our pages to the floor, on the floor's template: 1.33 × missed",
      '10,000: time of our pages to Hugo, on the same template: 1.00 × missed',
      '10,000: time after one change to a full build: 5.0 % missed',
      'one change: files unlike a full build: 2 missed',
      '50,000 to 10,000: time of ours: 5.51 × missed',
      '50,000: peak memory of ours: 3.50 GiB missed',
    ]);
  });

  test('what was not run or failed is not measured, neither met nor missed', () => {
    const failed: Result[] = [
      { outcome: 'failed', contestant: 'naive', size: 10_000, reason: 'no memory' },
      measured('ours', 1000, 9, { stages: pagesStage(4) }),
    ];
    expect(new Set(judgeTargets(failed).map(({ outcome }) => outcome))).toEqual(
      new Set(['not measured']),
    );
  });
});

describe('a share of the records', () => {
  const output = { files: 3, pages: 2, pageBytes: 10, searchBytes: 20, dataBytes: 30 };

  test('is told in a straight line, but for memory', () => {
    const effort = { name: 'pages', wallSeconds: 2, cpuSeconds: 3, peakBytes: 4 };
    expect(timesEffort(effort, 2)).toEqual({ ...effort, wallSeconds: 4, cpuSeconds: 6 });
    expect(timesEffort({ ...effort, cpuSeconds: null }, 3).cpuSeconds).toBeNull();
    expect(timesOutput(output, 2)).toEqual({
      files: 6,
      pages: 4,
      pageBytes: 20,
      searchBytes: 40,
      dataBytes: 60,
    });
  });

  test('is told in the line through fewer and more records, but for memory', () => {
    const low = { name: 'pages', wallSeconds: 10, cpuSeconds: 12, peakBytes: 3 };
    const high = { name: 'pages', wallSeconds: 30, cpuSeconds: 42, peakBytes: 4 };
    expect(extendEffort([10, low], [20, high], 100)).toEqual({
      ...high,
      wallSeconds: 190,
      cpuSeconds: 282,
    });
    expect(extendEffort([10, { ...low, cpuSeconds: null }], [20, high], 100).cpuSeconds).toBeNull();
    const more = { files: 4, pages: 3, pageBytes: 20, searchBytes: 20, dataBytes: 30 };
    expect(extendOutput([10, output], [20, more], 40)).toEqual({
      files: 6,
      pages: 5,
      pageBytes: 40,
      searchBytes: 20,
      dataBytes: 30,
    });
  });

  test('stands beside the name of the contestant', () => {
    const results: Result[] = [measured('naive', 10_000, 300, { share: 0.5 })];
    const machine = { cores: 2, memory: '23.54 GiB', versions: 'Node 24' };
    const report = { results, machine, command: 'npm run bench:build' };
    expect(reportText(report)).toContain('| naive: glob() and Pagefind (from 5,000) | 300.0 |');
    expect(reportSection(report)).toContain('（由 5,000 条推算）');
  });

  test('is one of one, one of two, one of three', () => {
    const sizes = [1000, 5000, 5001, 10_000, 11_000];
    expect(sizes.map((size) => shareOf('naive', size))).toEqual([1, 1, 1 / 2, 1 / 2, 1 / 3]);
    expect(sizes.map((size) => shareOf('usual', size))).toEqual([1, 1 / 5, 1 / 6, 1 / 10, 1 / 11]);
    expect(sizes.map((size) => shareOf('floor', size))).toEqual([1, 1, 1, 1, 1]);
  });

  test('is taken evenly of the records', () => {
    const folder = mkdtempSync(join(tmpdir(), 'naive-'));
    try {
      const records = join(folder, 'all');
      for (const name of ['a/1.json', 'a/2.json', 'b/1.json', 'b/2.json', 'b/3.json']) {
        mkdirSync(dirname(join(records, name)), { recursive: true });
        writeFileSync(join(records, name), '{}');
      }
      writeNaiveSite(join(folder, 'site'), records, 1 / 2);
      expect(listFiles(join(folder, 'site/records')).sort()).toEqual([
        'a/1.json',
        'b/1.json',
        'b/3.json',
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('goes with the other content of the archive into the site that Astro builds alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'usual-'));
    try {
      const archive = { root: folder, records: join(folder, 'content/disclosures') };
      for (const name of ['disclosures/a/1.json', 'disclosures/a/2.json', 'units.json']) {
        mkdirSync(dirname(join(folder, 'content', name)), { recursive: true });
        writeFileSync(join(folder, 'content', name), '{}');
      }
      writeUsualSite(join(folder, 'site'), '/generator', archive, 2);
      expect(listFiles(join(folder, 'site')).sort()).toEqual([
        'astro.config.mjs',
        'content/disclosures/a/1.json',
        'content/units.json',
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('addEfforts', () => {
  test('adds times, takes the largest process, and knows no sum of what is not known', () => {
    const one = { wallSeconds: 1, cpuSeconds: 2, peakBytes: 30 };
    const two = { wallSeconds: 3, cpuSeconds: 4, peakBytes: 20 };
    expect(addEfforts([one, two])).toEqual({ wallSeconds: 4, cpuSeconds: 6, peakBytes: 30 });
    expect(addEfforts([one, { ...two, cpuSeconds: null, peakBytes: null }])).toEqual({
      wallSeconds: 4,
      cpuSeconds: null,
      peakBytes: null,
    });
  });
});

describe('report', () => {
  const machine = { cores: 2, memory: '23.54 GiB', versions: 'linux x64 · Node 24' };
  const results: Result[] = [
    measured('ours', 1000, 20, { stages: pagesStage(5), work: { read: 1.25, data: 2 } }),
    measured('pages', 1000, 5),
    measured('floor', 1000, 5, { peakBytes: null, cpuSeconds: null }),
    { outcome: 'left out', contestant: 'hugo', size: 1000, reason: 'hugo is not installed' },
    measured('ours', 2000, 38),
  ];
  const report = { results, machine, command: 'npm run bench:build -- --sizes 1000,2000' };

  test('shows each size with stages, work and comparisons, then growth, targets and machine', () => {
    const text = reportText(report);
    expect(text.slice(0, text.indexOf('| target |'))).toBe(`
1,000 unit-years

| contestant | wall s | CPU s | peak MiB | pages | pages/s | files | pages MB | search MB | data MB |
| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |
| ours | 20.0 | 40.0 | 1024 | 10 | 2.0 | 12 | 2.0 | 1.0 | 0.5 |
| ours · pages | 5.0 | — | — | — | — | — | — | — | — |
| ours, pages alone with the floor's template | 5.0 | 10.0 | 1024 | 10 | 2.0 | 12 | 2.0 | 1.0 | 0.5 |
| floor: bare Astro | 5.0 | — | — | 10 | 2.0 | 12 | 2.0 | 1.0 | 0.5 |
| Hugo | left out | — | — | — | — | — | — | — | — |

Ours, seconds of work on records, over all processes: read 1.3 · data 2.0

Compared: time of our pages to the floor, on the floor's template 1.00 ×

2,000 unit-years

| contestant | wall s | CPU s | peak MiB | pages | pages/s | files | pages MB | search MB | data MB |
| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |
| ours | 38.0 | 76.0 | 1024 | 10 | 0.3 | 12 | 2.0 | 1.0 | 0.5 |

| ours, from – to | size | wall | peak |
| --- | --: | --: | --: |
| 1,000 – 2,000 | 2.00 × | 1.90 × | 1.00 × |

`);
    expect(text.endsWith('\n\n2 cores · 23.54 GiB · linux x64 · Node 24')).toBe(true);
  });

  test('the section for readers names command and machine, and has the same numbers', () => {
    const section = reportSection(report);
    expect(
      section.split('\n').filter((line) => /^(?:#|命令|机器|\| 本站|相比)/u.test(line)),
    ).toEqual([
      '## 规模',
      '命令：`npm run bench:build -- --sizes 1000,2000`',
      '机器：2 个处理器核心，内存 23.54 GiB；linux x64 · Node 24。',
      '### 示例档案 1,000 条',
      '| 本站 | 20.0 | 40.0 | 1024 | 10 | 2.0 | 12 | 2.0 | 1.0 | 0.5 |',
      '| 本站 · 网页 | 5.0 | — | — | — | — | — | — | — | — |',
      '| 本站，只用最简站点的模板出网页 | 5.0 | 10.0 | 1024 | 10 | 2.0 | 12 | 2.0 | 1.0 | 0.5 |',
      '相比：同一模板下，本站出网页用时与最简站点之比 1.00 ×',
      '### 示例档案 2,000 条',
      '| 本站 | 38.0 | 76.0 | 1024 | 10 | 0.3 | 12 | 2.0 | 1.0 | 0.5 |',
      '| 本站，从—到 | 规模 | 用时 | 内存峰值 |',
    ]);
  });

  const section = `${benchHeading}\n\n### 新\n`;

  test.each([
    ['no page', null, section],
    ['an empty page', '\n', section],
    ['a page without it', '# 页\n\n## 甲\n', `# 页\n\n## 甲\n\n${section}`],
    ['a page that ends with it', `# 页\n\n${benchHeading}\n\n旧\n\n### 旧\n`, `# 页\n\n${section}`],
    [
      'a page that goes on after it',
      `# 页\n\n${benchHeading}\n旧\n\n## 乙\n\n文\n`,
      `# 页\n\n${section}\n## 乙\n\n文\n`,
    ],
  ])('the section is put into %s', (_, page, expected) => {
    expect(putSection(page, section)).toBe(expected);
  });
});
