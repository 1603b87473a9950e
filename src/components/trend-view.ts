import { kindLabels } from '../format/labels.ts';
import { formatFen } from '../money/fen.ts';
import type { UnitYear, UnitYearTotals } from '../archive/model.ts';
import type { TrendYear } from '../archive/trend.ts';
import type { BarGroup, BarRow } from './bar-layout.ts';
import type { Fill } from './flow-layout.ts';
import { fenCell, textCell, type BarPictureView } from './picture.ts';

/** Anchors of the tables of totals by year, from which the pictures are drawn. */
export const trendTableIds: Readonly<Record<UnitYear['kind'], string>> = {
  budget: 'unit-years',
  'final-accounts': 'unit-years-final-accounts',
};

/** What the totals of each kind are called. */
export const trendTitles: Readonly<Record<UnitYear['kind'], string>> = {
  budget: '历年总数',
  'final-accounts': '历年决算总数',
};

interface Measure {
  readonly id: keyof UnitYearTotals;
  readonly label: string;
  /** Measures of one scale can be compared by length. */
  readonly scale: 'expenditure' | 'three-public' | 'operating';
  readonly tone: Fill['tone'];
}

const measures: readonly Measure[] = [
  { id: 'expenditureFen', label: '支出总计', scale: 'expenditure', tone: 1 },
  { id: 'basicFen', label: '基本支出', scale: 'expenditure', tone: 1 },
  { id: 'projectFen', label: '项目支出', scale: 'expenditure', tone: 1 },
  { id: 'threePublicFen', label: '三公经费', scale: 'three-public', tone: 3 },
  { id: 'agencyOperatingFen', label: '机关运行经费', scale: 'operating', tone: 3 },
];

const fenOf = ({ unitYear }: TrendYear, { id }: Measure): number | null =>
  unitYear?.totals[id] ?? null;

/**
 * The totals of a unit over the years as bars, a group for each measure; a year without a document and a blank
 * have words in place of a bar, never a bar of no length. undefined = fewer than two years to compare.
 */
export function trendView(
  trend: readonly TrendYear[],
  kind: UnitYear['kind'] = 'budget',
): BarPictureView | undefined {
  const drawn = measures.filter((measure) => hasTwo(trend, measure));
  if (drawn.length === 0) return undefined;
  const most = (scale: Measure['scale']): number => {
    const own = drawn.filter((measure) => measure.scale === scale);
    return Math.max(...own.flatMap((measure) => trend.map((year) => fenOf(year, measure) ?? 0)));
  };
  const held = trend.filter(({ unitYear }) => unitYear !== null);
  const gaps = trend.filter(({ unitYear }) => unitYear === null).map(({ year }) => year);
  return {
    id: kind === 'budget' ? 'trend' : `trend-${kind}`,
    title: kind === 'budget' ? '支出与三公经费、机关运行经费' : '决算：支出与三公经费',
    summary: [
      `${trend[0]?.year} 至 ${trend.at(-1)?.year} 年，档案有 ${held.length} 年的文件`,
      gaps.length > 0 ? `，${gaps.join('、')} 年未收录，图中留空` : '',
      `。${drawn.map((measure) => sentence(trend, measure)).join('；')}。`,
    ].join(''),
    moneyUnit: '万元',
    tables: [{ id: trendTableIds[kind], title: trendTitles[kind] }],
    source: null,
    notes: [
      '支出总计、基本支出、项目支出用同一把尺，可以比长短；三公经费和机关运行经费各用各的尺。',
      kind === 'budget'
        ? '项目支出含上年结转；各年口径、人员和职责可能不同。'
        : '支出总计含年末结转和结余；各年口径、人员和职责可能不同。',
    ],
    groups: drawn.map((measure): BarGroup => {
      const mostFen = most(measure.scale);
      return {
        heading: measure.label,
        value: null,
        rows: trend.map((year) => trendRow(year, measure, mostFen)),
      };
    }),
    table: {
      columns: [
        { label: '年度', isNumber: false },
        ...drawn.map(({ label }) => ({ label, isNumber: true })),
      ],
      rows: trend.map((year) => [
        textCell(year.unitYear === null ? `${year.year}（未收录）` : String(year.year)),
        ...drawn.map((measure) => fenCell(fenOf(year, measure))),
      ]),
    },
  };
}

/** Whether at least two years print the measure, and one of them more than zero. */
function hasTwo(trend: readonly TrendYear[], measure: Measure): boolean {
  const fens = trend.flatMap((year) => fenOf(year, measure) ?? []);
  return fens.length > 1 && Math.max(...fens) > 0;
}

function trendRow(year: TrendYear, measure: Measure, mostFen: number): BarRow {
  const { unitYear } = year;
  const fen = fenOf(year, measure);
  const missing = unitYear === null ? '未收录' : '原文无此数';
  return {
    label: unitYear === null ? String(year.year) : `${year.year} ${kindLabels[unitYear.kind]}`,
    bars: [
      {
        caption: null,
        value: fen === null ? { fen: null, text: missing } : { fen, text: '' },
        share: fen === null ? null : Math.max(0, fen) / mostFen,
        mark: null,
        fill: { tone: measure.tone, isHatched: measure.scale !== 'expenditure' },
      },
    ],
  };
}

function sentence(trend: readonly TrendYear[], measure: Measure): string {
  const known = trend.filter((year) => fenOf(year, measure) !== null);
  const words = [known[0], known.at(-1)].map(
    (year) =>
      `${year?.year} 年 ${formatFen(year === undefined ? 0 : (fenOf(year, measure) ?? 0), '万元')} 万元`,
  );
  return `${measure.label} ${words.join('，')}`;
}
