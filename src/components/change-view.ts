import { formatFen, moneyUnits, type MoneyUnit } from '../money/fen.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { KeyFact } from '../schema/key-fact.ts';
import type { Bar, BarRow } from './bar-layout.ts';
import { fenCell, textCell, type BarPictureView, type PictureCell } from './picture.ts';

/** Amounts of the unit's document of the year before, where the archive has it; in 分, null = blank. */
export type LastYear = Readonly<Record<string, number | null>>;

/** One amount with the change the explanations state. */
interface Change {
  readonly fact: KeyFact;
  readonly thisFen: number;
  readonly change: KeyFact;
  /** Last year's amount that follows from the stated change, in 分. */
  readonly lastFen: number;
}

/** Topics that are parts of another topic shown, or reasons for a change. */
const partTopics = /^three-public-|reason/u;

/**
 * This year's amounts beside those of the year before, worked out from the change the explanations
 * state, and those of the archive's own record of that year where there is one. undefined = no
 * change can be worked out. A change whose amount and percentage point in opposite directions is
 * not worked out, and a note says so. Basis: our own practice.
 */
export function changeView(
  disclosure: Disclosure,
  lastYear: LastYear | null,
): BarPictureView | undefined {
  const { keyFacts, year } = disclosure;
  const stated = keyFacts.filter((fact) => isYearlyChange(fact, year));
  const changes = withoutTwins(stated.flatMap((change) => workOut(keyFacts, change) ?? []));
  if (changes.length === 0) return undefined;
  const contrary = stated.filter((change) => isContrary(keyFacts, change));
  const moneyUnit = changes[0]?.fact.moneyUnit ?? '万元';
  const hasOwn = changes.some(({ fact }) => ownFen(fact, lastYear) !== null);
  return {
    id: 'year-on-year',
    title: `同上年相比：${year} 年与 ${year - 1} 年`,
    summary: changes.map((change) => sentence(change)).join('；') + '。',
    moneyUnit,
    tables: [],
    source: '据本节“情况说明中的数字”绘制',
    notes: [
      `${year - 1} 年的数按原文所述变动推算，不是原文所印。`,
      ...(hasOwn ? [`另画出本站所收 ${year - 1} 年文件所印的数。`] : []),
      '每个事项的几条横条按其中最大的数画满，事项之间不能比长短。',
      ...contrary.map(({ label }) => `${label}：原文的金额与百分比一增一减，不推算。`),
    ],
    groups: [
      {
        heading: null,
        value: null,
        rows: changes.map((change) => changeRow(change, year, ownFen(change.fact, lastYear))),
      },
    ],
    table: {
      columns: [
        { label: '事项', isNumber: false },
        { label: `${year} 年`, isNumber: true },
        { label: '原文所述增减', isNumber: true },
        { label: `${year - 1} 年（推算）`, isNumber: true },
        ...(hasOwn ? [{ label: `${year - 1} 年（上年文件所印）`, isNumber: true }] : []),
      ],
      rows: changes.map((change) => tableRow(change, hasOwn, ownFen(change.fact, lastYear))),
    },
  };
}

function isYearlyChange(fact: KeyFact, year: number): boolean {
  const isChange = fact.measure === 'change-amount' || fact.measure === 'unchanged';
  const base = fact.base?.replace(/预算数?$/u, '');
  return (
    isChange &&
    !partTopics.test(fact.topic) &&
    (base === '上年' || base === '同比' || base === `${year - 1}年`)
  );
}

/** Facts of the same topic and section as a change. */
const besides = (facts: readonly KeyFact[], { topic, section }: KeyFact): KeyFact[] =>
  facts.filter((fact) => fact.topic === topic && fact.section === section);

function isContrary(facts: readonly KeyFact[], change: KeyFact): boolean {
  const percent = besides(facts, change).find(({ measure }) => measure === 'change-percent');
  return (
    change.measure === 'change-amount' &&
    percent !== undefined &&
    percent.direction !== null &&
    percent.direction !== change.direction
  );
}

/** undefined = an amount or a direction is missing, or the result would be below zero. */
function workOut(facts: readonly KeyFact[], change: KeyFact): Change | undefined {
  const fact = besides(facts, change).find(({ measure }) => measure === 'amount');
  const thisFen = fact?.fen ?? null;
  if (fact === undefined || thisFen === null || isContrary(facts, change)) return undefined;
  const lastFen = changedFen(thisFen, change);
  return lastFen === undefined || lastFen < 0 || (thisFen === 0 && lastFen === 0)
    ? undefined
    : { fact, thisFen, change, lastFen };
}

function changedFen(thisFen: number, { measure, direction, fen }: KeyFact): number | undefined {
  if (measure === 'unchanged') return thisFen;
  if (fen === null) return undefined;
  if (direction === 'increase') return thisFen - fen;
  return direction === 'decrease' ? thisFen + fen : undefined;
}

/** Revenue and expenditure totals are equal by law; where the text repeats the figures, once is enough. */
function withoutTwins(changes: readonly Change[]): Change[] {
  const revenue = changes.find(({ fact }) => fact.topic === 'revenue-total');
  return changes.filter(
    ({ fact, thisFen, lastFen }, i) =>
      changes.findIndex((other) => other.fact.topic === fact.topic) === i &&
      !(
        fact.topic === 'expenditure-total' &&
        thisFen === revenue?.thisFen &&
        lastFen === revenue.lastFen
      ),
  );
}

const ownFen = ({ topic }: KeyFact, lastYear: LastYear | null): number | null =>
  lastYear?.[topic] ?? null;

function changeRow({ fact, thisFen, lastFen }: Change, year: number, own: number | null): BarRow {
  const mostFen = Math.max(thisFen, lastFen, own ?? 0);
  const bar = (caption: string, fen: number, fill: Bar['fill']): Bar => ({
    caption,
    value: { fen, text: '' },
    share: fen / mostFen,
    mark: null,
    fill,
  });
  return {
    label: fact.label,
    bars: [
      bar(`${year} 年`, thisFen, { tone: 1, isHatched: false }),
      bar(`${year - 1} 年，按原文所述变动推算`, lastFen, { tone: 5, isHatched: true }),
      ...(own === null
        ? []
        : [bar(`${year - 1} 年，上年文件所印`, own, { tone: 5, isHatched: false })]),
    ],
  };
}

const anchorOf = ({ n }: KeyFact): string => `key-fact-${n}`;

function tableRow(
  { fact, thisFen, change, lastFen }: Change,
  hasOwn: boolean,
  own: number | null,
): PictureCell[] {
  const word = change.directionPrinted ?? '';
  return [
    textCell(fact.label, anchorOf(fact)),
    fenCell(thisFen),
    textCell(
      change.measure === 'unchanged' ? change.printed : `${word} ${change.printed}`.trim(),
      anchorOf(change),
    ),
    fenCell(lastFen),
    ...(hasOwn ? [fenCell(own)] : []),
  ];
}

function sentence({ fact, thisFen, lastFen }: Change): string {
  const moneyUnit: MoneyUnit = fact.moneyUnit ?? moneyUnits[1];
  const words = [thisFen, lastFen].map((fen) => `${formatFen(fen, moneyUnit)} ${moneyUnit}`);
  return `${fact.label} ${words[0]}，推算上年 ${words[1]}`;
}
