import { formatFen } from '../money/fen.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { Finding } from '../schema/finding.ts';
import { nowhere } from './side.ts';
import type { Location, Side } from './side.ts';

/** The amount in 万元 for messages. */
export const inWan = (fen: number): string => formatFen(fen, '万元');

/** What a finding says beyond the check and disclosure it belongs to. */
export interface FindingParts {
  readonly result: Finding['result'];
  readonly at?: Location;
  readonly left?: Side;
  readonly right?: Side;
  readonly message: string;
  /** Left out: the difference of two amounts is computed. */
  readonly differenceFen?: number | null;
}

/** A complete finding. */
export function makeFinding(checkId: string, disclosure: Disclosure, parts: FindingParts): Finding {
  const { left, right } = parts;
  const at = parts.at ?? left?.at ?? nowhere;
  const both = left?.fen != null && right?.fen != null ? left.fen - right.fen : null;
  return {
    disclosureId: disclosure.id,
    checkId,
    result: parts.result,
    tableId: at.tableId,
    row: at.row,
    column: at.column,
    place: at.place,
    leftLabel: left?.label.slice(0, 200) ?? '',
    leftFen: left?.fen ?? null,
    rightLabel: right?.label.slice(0, 200) ?? '',
    rightFen: right?.fen ?? null,
    differenceFen: parts.differenceFen === undefined ? both : parts.differenceFen,
    message: parts.message.slice(0, 600),
    projectN: at.projectN,
  };
}

/** Whether one amount is the other with 元 and 万元 mistaken for each other. */
const isUnitSlip = (left: number, right: number): boolean =>
  left !== 0 && right !== 0 && (left === right * 10_000 || right === left * 10_000);

/** Two amounts as text: `甲 1.00，乙 2.00`. */
const bothSides = (left: Side, right: Side): string =>
  `${left.label} ${inWan(left.fen ?? 0)}，${right.label} ${inWan(right.fen ?? 0)}`;

/** How two sides with amounts stand to each other. */
export function judge(left: Side, right: Side): 'pass' | 'rounding' | 'difference' {
  const apart = Math.abs((left.fen ?? 0) - (right.fen ?? 0));
  if (apart === 0) return 'pass';
  return apart <= left.boundFen + right.boundFen ? 'rounding' : 'difference';
}

/** Whether lost text can explain the difference: it can only have made the side it is lost from smaller. */
function mayBeLoss(left: Side, right: Side): boolean {
  const leftIsSmaller = (left.fen ?? 0) < (right.fen ?? 0);
  return leftIsSmaller ? left.lossy : right.lossy;
}

function undecided(left: Side, right: Side): Pick<FindingParts, 'result' | 'message'> {
  const missing = left.fen === null ? left : right;
  const other = left.fen === null ? right : left;
  const known = other.fen === null ? '' : `，${other.label} ${inWan(other.fen)} 万元`;
  return { result: 'undecidable', message: `${missing.label}未印出数字${known}，无法核对` };
}

function judged(left: Side, right: Side): Pick<FindingParts, 'result' | 'message'> {
  const result = judge(left, right);
  const said = bothSides(left, right);
  if (result === 'pass') return { result, message: `${said} 万元，一致` };
  const apart = inWan(Math.abs((left.fen ?? 0) - (right.fen ?? 0)));
  if (result === 'rounding') {
    const bound = inWan(left.boundFen + right.boundFen);
    const count = left.parts + right.parts;
    return {
      result,
      message: `${said}，相差 ${apart} 万元，属四舍五入（${count} 个印出的数，界限 ${bound} 万元）`,
    };
  }
  const blanks = left.blanks + right.blanks;
  const blankNote = blanks === 0 ? '' : `（${blanks} 项未印出数字，未计入）`;
  if (mayBeLoss(left, right)) {
    return { result: 'undecidable', message: `${said}，相差 ${apart} 万元；原文有缺损，无法核对` };
  }
  const slip = isUnitSlip(left.fen ?? 0, right.fen ?? 0) ? '，恰为一万倍，元与万元可能混用' : '';
  return { result, message: `${said}，相差 ${apart} 万元${blankNote}${slip}` };
}

/** The finding of two sides that should be equal; undecidable when a side is missing. */
export function compareSides(
  checkId: string,
  disclosure: Disclosure,
  left: Side,
  right: Side,
  at?: Location,
): Finding {
  const verdict =
    left.fen === null || right.fen === null ? undecided(left, right) : judged(left, right);
  return makeFinding(checkId, disclosure, {
    ...verdict,
    left,
    right,
    ...(at === undefined ? {} : { at }),
  });
}

/** The finding of a check that does not apply, with the reason. */
export function notApplicable(
  checkId: string,
  disclosure: Disclosure,
  reason: string,
  at: Location = nowhere,
): Finding {
  return makeFinding(checkId, disclosure, {
    result: 'not-applicable',
    at,
    message: `不适用：${reason}`,
  });
}

/** A pair of sides that should be equal. */
export interface Pair {
  readonly left: Side;
  readonly right: Side;
}

/**
 * Findings of many pairs of one table: each pair that does not agree, and one finding that counts
 * those that do. Pairs with nothing printed on both sides, or a zero beside blanks, are left out.
 */
export function comparePairs(
  checkId: string,
  disclosure: Disclosure,
  what: string,
  pairs: readonly Pair[],
): Finding[] {
  const told = pairs.filter(({ left, right }) => (left.fen ?? 0) !== 0 || (right.fen ?? 0) !== 0);
  const agrees = ({ left, right }: Pair): boolean => left.fen === right.fen;
  const compare = ({ left, right }: Pair): Finding =>
    compareSides(checkId, disclosure, left, right);
  const agreeing = told.filter(agrees);
  const rest = told.filter((pair) => !agrees(pair)).map(compare);
  const [first] = agreeing;
  if (first === undefined) return rest;
  const passed = compare(first);
  if (agreeing.length === 1) return [passed, ...rest];
  const message = `${what}：核对 ${agreeing.length} 处，均一致；其一：${passed.message}`;
  return [{ ...passed, message }, ...rest];
}
