import type { Disclosure } from '../schema/disclosure.ts';
import type { Finding } from '../schema/finding.ts';
import type { KeyFact } from '../schema/key-fact.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import { compareSides, notApplicable } from './compare.ts';
import { exampleDisclosure, exampleFact, exampleTable } from './example-disclosure.ts';
import type { Side } from './side.ts';
import { factBefore, signedFen, statedAs, statedSide } from './stated-sides.ts';
import { statedTargets } from './stated-targets.ts';

const id = 'last-year-agrees';

/** Two years of one unit with what the check says about the later one. */
export interface CrossYearExample {
  readonly title: string;
  readonly earlier: Disclosure;
  readonly later: Disclosure;
  readonly expected: readonly Pick<Finding, 'result' | 'message'>[];
}

/** A check that compares two consecutive years of one unit. */
export interface CrossYearCheck extends Omit<Check, 'check' | 'examples'> {
  /** Whether a disclosure says anything that is compared with the year before. */
  readonly asksEarlier: (later: Disclosure) => boolean;
  /** Findings on the later disclosure. */
  readonly check: (earlier: Disclosure, later: Disclosure) => Finding[];
  readonly examples: readonly CrossYearExample[];
}

/** Amounts whose change against last year the explanations state. */
const topics = [
  'revenue-total',
  'expenditure-total',
  'general-current',
  'three-public',
  'three-public-reception',
  'three-public-vehicle-operation',
  'agency-operating',
];

/** What the later year says last year's amount was: this year's less the change. */
function impliedSide(later: Disclosure, change: KeyFact): Side | undefined {
  const amount = factBefore(
    later,
    change,
    (one) => one.topic === change.topic && one.measure === 'amount' && one.base === null,
  );
  const signed = signedFen(change);
  if (amount?.fen == null || signed === null) return undefined;
  const now = statedSide(amount);
  const moved = statedSide(change);
  return {
    ...now,
    label: `${later.year}年${now.label}减变动推算的上年数`,
    fen: amount.fen - signed,
    boundFen: now.boundFen + moved.boundFen,
    parts: now.parts + moved.parts,
    at: { ...now.at, place: change.place },
  };
}

function recordedSide(earlier: Disclosure, change: KeyFact): Side | undefined {
  const table = statedTargets[change.topic]?.(earlier, change).find((side) => side.fen !== null);
  const stated = statedAs(earlier, change.topic)[0];
  const side = table ?? (stated === undefined ? undefined : statedSide(stated));
  return side === undefined ? undefined : { ...side, label: `${earlier.year}年${side.label}` };
}

/** What a disclosure states of changes against last year. */
const changesOf = (later: Disclosure): KeyFact[] =>
  later.keyFacts.filter(
    (fact) =>
      topics.includes(fact.topic) &&
      (fact.measure === 'change-amount' || fact.measure === 'unchanged'),
  );

function findingsOf(earlier: Disclosure, later: Disclosure): Finding[] {
  if (
    earlier.unitId !== later.unitId ||
    earlier.year + 1 !== later.year ||
    earlier.kind !== later.kind
  ) {
    return [notApplicable(id, later, '不是同一单位相邻两年的同类文件')];
  }
  return changesOf(later).flatMap((change) => {
    const implied = impliedSide(later, change);
    const recorded = recordedSide(earlier, change);
    if (implied === undefined || recorded === undefined) return [];
    return [compareSides(id, later, implied, recorded)];
  });
}

const year = (number: number, printed: string, change: string): Disclosure =>
  exampleDisclosure({
    id: `990101-shili-${number}-budget`,
    year: number,
    tables: [
      exampleTable(
        1,
        'revenue-expenditure-summary',
        ['revenue'],
        [{ kind: 'total', side: 'revenue', name: '收入总计', cells: [printed] }],
      ),
    ],
    keyFacts: [
      exampleFact(1, { printed: `${printed}万元` }),
      exampleFact(2, {
        printed: change,
        measure: 'change-amount',
        direction: 'increase',
        directionPrinted: '增加',
        base: '上年',
      }),
    ],
  });

/** What this year says about last year is what last year's own document says. */
export const lastYearAgrees: CrossYearCheck = {
  id,
  title: '“比上年”与上年文件一致',
  family: 'years',
  attention: 2,
  explanation:
    '本年情况说明的数减去“比上年”的变动，应等于上年文件自己的数：收入总计、支出总计、一般公共预算、“三公”经费、机关运行经费。',
  basis: '财预〔2016〕143号：应说明与上年预算的增减变动。',
  condition:
    '本档案收有同一单位相邻两年的同类文件。上年数以上年报表为准，报表没有时以上年情况说明为准。',
  tolerance: printedTolerance,
  asksEarlier: (later) => changesOf(later).length > 0,
  check: findingsOf,
  examples: [
    {
      title: '推算的上年数与上年报表相等',
      earlier: year(2030, '80.00', '1.00万元'),
      later: year(2031, '92.00', '12.00万元'),
      expected: [
        {
          result: 'pass',
          message:
            '2031年情况说明一、收入总计减变动推算的上年数 80.00，2030年表1 收入总计 80.00 万元，一致',
        },
      ],
    },
    {
      title: '推算的上年数与上年报表相差 2 万元',
      earlier: year(2030, '80.00', '1.00万元'),
      later: year(2031, '92.00', '10.00万元'),
      expected: [
        {
          result: 'difference',
          message:
            '2031年情况说明一、收入总计减变动推算的上年数 82.00，2030年表1 收入总计 80.00，相差 2.00 万元',
        },
      ],
    },
    {
      title: '不相邻的两年',
      earlier: year(2029, '80.00', '1.00万元'),
      later: year(2031, '92.00', '12.00万元'),
      expected: [{ result: 'not-applicable', message: '不适用：不是同一单位相邻两年的同类文件' }],
    },
  ],
};

/** Every check of two years of one unit. */
export const crossYearChecks: readonly CrossYearCheck[] = [lastYearAgrees];

/** Whether a disclosure says anything that a check compares with the year before. */
export const comparesYears = (later: Disclosure): boolean =>
  crossYearChecks.some((check) => check.asksEarlier(later));

/** Findings of every cross-year check on the later of two disclosures. */
export const checkYears = (earlier: Disclosure, later: Disclosure): Finding[] =>
  crossYearChecks.flatMap((check) => check.check(earlier, later));
