import type { ContestantName } from './measurement.ts';
import type { Verdict } from './targets.ts';

/** The words of the tables, for operators (English) and for readers of the site (Chinese). */
export interface BenchWording {
  readonly language: 'en' | 'zh';
  readonly contestants: Readonly<Record<ContestantName, string>>;
  /** Names of stages; a stage without one keeps its own. */
  readonly stages: Readonly<Record<string, string>>;
  readonly columns: readonly string[];
  /** What stands before the seconds of the work on records. */
  readonly work: string;
  /** Names of kinds of such work; a kind without one keeps its own. */
  readonly kinds: Readonly<Record<string, string>>;
  /** What stands before the comparisons of a size. */
  readonly compared: string;
  readonly left: string;
  readonly failed: string;
  readonly growth: readonly string[];
  readonly targets: readonly string[];
  readonly outcomes: Readonly<Record<Verdict['outcome'], string>>;
  /** What the name of a contestant bears that was run with a share of the records. */
  readonly share: (records: string) => string;
  readonly size: (size: string) => string;
}

/** For operators. */
export const englishWording: BenchWording = {
  language: 'en',
  contestants: {
    ours: 'ours',
    changed: 'ours, one record changed',
    pages: "ours, pages alone with the floor's template",
    floor: 'floor: bare Astro',
    naive: 'naive: glob() and Pagefind',
    usual: 'our own pages by astro build, and Pagefind',
    hugo: 'Hugo',
  },
  stages: {},
  columns: [
    'contestant',
    'wall s',
    'CPU s',
    'peak MiB',
    'pages',
    'pages/s',
    'files',
    'pages MB',
    'search MB',
    'data MB',
  ],
  work: 'Ours, seconds of work on records, over all processes: ',
  kinds: {},
  compared: 'Compared: ',
  left: 'left out',
  failed: 'failed',
  growth: ['ours, from – to', 'size', 'wall', 'peak'],
  targets: ['target', 'limit', 'measured', 'verdict'],
  outcomes: { met: 'met', missed: 'MISSED', 'not measured': 'not measured' },
  share: (records) => ` (from ${records})`,
  size: (size) => `${size} unit-years`,
};

/** For readers of the site. */
export const chineseWording: BenchWording = {
  language: 'zh',
  contestants: {
    ours: '本站',
    changed: '本站，改动一条',
    pages: '本站，只用最简站点的模板出网页',
    floor: '最简站点（Astro）',
    naive: '通常做法（glob() 加 Pagefind）',
    usual: '通常做法，出本站的网页',
    hugo: 'Hugo',
  },
  stages: { parts: '逐部处理', pages: '网页', join: '汇总', search: '检索库' },
  columns: [
    '做法',
    '用时（秒）',
    '处理器（秒）',
    '内存峰值（MiB）',
    '网页数',
    '每秒网页',
    '文件数',
    '网页（MB）',
    '检索库（MB）',
    '数据（MB）',
  ],
  work: '本站处理记录的秒数，各进程相加：',
  kinds: { read: '读入', summaries: '核对与摘要', data: '数据文件', search: '检索库' },
  compared: '相比：',
  left: '未测',
  failed: '失败',
  growth: ['本站，从—到', '规模', '用时', '内存峰值'],
  targets: ['目标', '界限', '实测', '结果'],
  outcomes: { met: '达到', missed: '未达到', 'not measured': '未测' },
  share: (records) => `（由 ${records} 条推算）`,
  size: (size) => `示例档案 ${size} 条`,
};
