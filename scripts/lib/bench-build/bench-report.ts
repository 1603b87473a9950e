import { chineseWording, englishWording, type BenchWording } from './bench-wording.ts';
import type { Machine } from './describe-machine.ts';
import { formatCount } from './format-values.ts';
import type { Result } from './measurement.ts';
import { growthTable, sizeTable, targetTable } from './print-bench.ts';
import { judgeTargets } from './targets.ts';

/** Everything a run has to tell. */
export interface BenchReport {
  readonly results: readonly Result[];
  readonly machine: Machine;
  /** The command that measures the same again. */
  readonly command: string;
}

/** Heading of the section of a page that the tables stand in. */
export const benchHeading = '## 规模';

const blocks = ({ results }: BenchReport, words: BenchWording, mark: string): string[] => {
  const growth = growthTable(results, words);
  return [
    ...[...new Set(results.map(({ size }) => size))].flatMap((size) => [
      '',
      `${mark}${words.size(formatCount(size))}`,
      '',
      ...sizeTable(results, size, words),
    ]),
    ...(growth.length === 0 ? [] : ['', ...growth]),
    '',
    ...targetTable(judgeTargets(results), words),
  ];
};

/** The tables for the terminal. */
export const reportText = (report: BenchReport): string => {
  const { cores, memory, versions } = report.machine;
  return [
    ...blocks(report, englishWording, ''),
    '',
    `${cores} cores · ${memory} · ${versions}`,
  ].join('\n');
};

/** The section of a page with the tables, in Chinese, ending in a line feed. */
export function reportSection(report: BenchReport): string {
  const { cores, memory, versions } = report.machine;
  return `${[
    benchHeading,
    '',
    '下面是在示例档案上的实测。示例记录由程序按种子生成，不是任何单位的预算；各种做法用同一批记录，在同一台机器上先后运行。',
    '',
    '- **本站**：全部工序。逐部处理是读入、核对并写出各部分的数据与检索库，汇总是合成全站的数据与检索库。“改动一条”是改动一条记录以后再生成一次。',
    '- **本站，只用最简站点的模板出网页**：本站出网页的办法（打包一次，分进程逐条读入记录、出网页），换成最简站点的模板，可以逐项相比。',
    '- **最简站点**：只把同样的报表和项目写成网页，没有核对、索引、检索和数据文件。',
    '- **通常做法**：把记录整个放进 Astro 的内容集合，用最简站点的模板，再用 Pagefind 为全部网页建检索库。Astro 把集合存成一个字符串，记录再多就存不下，所以只取一部分记录来测，用时和大小按比例放大（实际增长更快，这样算对通常做法有利），内存不放大。',
    '- **通常做法，出本站的网页**：本站自己的全部网页和核对，由一个 `astro build` 生成，再用 Pagefind 为全部网页建检索库；没有数据文件。记录多时也只取一部分，按从少数记录到这一部分的直线推算。',
    '- **Hugo**：用同样的模板，记录作为各页的前置数据。',
    '',
    '内存峰值是占用最多的一个进程的峰值；“—”表示不适用或没有测得。',
    '',
    `命令：\`${report.command}\``,
    '',
    `机器：${cores} 个处理器核心，内存 ${memory}；${versions}。`,
    ...blocks(report, chineseWording, '### '),
  ].join('\n')}\n`;
}

/**
 * A Markdown page with its section of tables replaced, or added at the end where there is none; without a
 * page, the section alone. Headings below the section's own belong to it.
 */
export function putSection(page: string | null, section: string): string {
  if (page === null || page.trim() === '') return section;
  const lines = page.split('\n');
  const start = lines.indexOf(benchHeading);
  if (start === -1) return `${page.trimEnd()}\n\n${section}`;
  const next = lines.findIndex((line, i) => i > start && /^##? /u.test(line));
  const before = lines.slice(0, start).join('\n').trimEnd();
  const after = next === -1 ? '' : `\n${lines.slice(next).join('\n')}`;
  return `${before === '' ? '' : `${before}\n\n`}${section}${after}`;
}
