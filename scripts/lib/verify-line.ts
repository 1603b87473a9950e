import { splitPlace } from './second-reader/plain-text.ts';
import { isPrintedInCell } from './second-reader/printed-at.ts';
import { readFen, type MoneyUnit } from './second-reader/printed-number.ts';
import type { SeenNumber } from './second-reader/table-amounts.ts';
import type { Difference, PartResult, VerifiedPart } from './verify-difference.ts';

/** An amount of the record, with what it is. */
export interface RecordAmount {
  readonly what: string;
  readonly place: string;
  readonly printed: string;
  /** The repaired text; the printed text where nothing is repaired. */
  readonly read: string;
  readonly moneyUnit: MoneyUnit;
  readonly fen: number;
}

/** One line of the source, raw and as corrected, with the numbers seen on each. */
export interface SeenLine {
  readonly raw: string;
  readonly corrected: string;
  readonly rawNumbers: readonly SeenNumber[];
  readonly numbers: readonly SeenNumber[];
}

const placeOf = (number: SeenNumber): string =>
  `L${number.line}${number.cell === null ? '' : `C${number.cell}`}`;

/** Whether a number seen is the amount recorded: the same 分 and, where both tell it, the same cell. */
function isSame(amount: RecordAmount, number: SeenNumber): boolean {
  const { cell } = splitPlace(amount.place);
  const sameCell = cell === null || number.cell === null || cell === number.cell;
  return sameCell && readFen(number.text, number.moneyUnit ?? amount.moneyUnit) === amount.fen;
}

/** Pairs amounts with numbers, each number once; returns the pairs and what is left of both. */
function pair(amounts: readonly RecordAmount[], numbers: readonly SeenNumber[]) {
  const left = [...numbers];
  const pairs: { amount: RecordAmount; number: SeenNumber }[] = [];
  const alone: RecordAmount[] = [];
  for (const amount of amounts) {
    const at = left.findIndex((number) => isSame(amount, number));
    const [number] = at < 0 ? [] : left.splice(at, 1);
    if (number === undefined) alone.push(amount);
    else pairs.push({ amount, number });
  }
  return { pairs, alone, left };
}

/** Whether the printed text of an amount stands on its line as the source or a correction has it. */
function stands(amount: RecordAmount, line: SeenLine): boolean {
  const { cell } = splitPlace(amount.place);
  if (line.raw.includes(amount.printed) && isPrintedInCell(line.raw, cell, amount.printed))
    return true;
  return line.raw !== line.corrected && isPrintedInCell(line.corrected, cell, amount.read);
}

/** The differences of amounts and numbers that found no partner: paired by cell or, if single, by line. */
function unpaired(
  part: VerifiedPart,
  alone: readonly RecordAmount[],
  left: readonly SeenNumber[],
): Difference[] {
  const rest = [...left];
  const differences: Difference[] = alone.map((amount) => {
    const { cell } = splitPlace(amount.place);
    const single = alone.length === 1 && left.length === 1;
    const at = rest.findIndex((number) => single || (cell !== null && number.cell === cell));
    const [number] = at < 0 ? [] : rest.splice(at, 1);
    const kind = number === undefined ? 'missing-in-source' : 'different';
    const source = number === undefined ? null : `${number.text}${number.moneyUnit ?? ''}`;
    const record = `${amount.read}${amount.moneyUnit} (${amount.fen}分)`;
    return { part, kind, place: amount.place, what: amount.what, record, source };
  });
  for (const number of rest) {
    const source = `${number.text}${number.moneyUnit ?? ''}`;
    const what = 'a number of the source';
    differences.push({
      part,
      kind: 'missing-in-record',
      place: placeOf(number),
      what,
      record: null,
      source,
    });
  }
  return differences;
}

/** The difference of order: numbers of a line without cells that the record has the other way round. */
function misordered(
  part: VerifiedPart,
  amounts: readonly RecordAmount[],
  numbers: readonly SeenNumber[],
): Difference[] {
  const [first] = amounts;
  const cells = amounts.map((amount) => splitPlace(amount.place).cell);
  if (first === undefined || cells.includes(null) || amounts.length !== numbers.length) return [];
  const ordered = amounts.toSorted(
    (a, b) => Number(splitPlace(a.place).cell) - Number(splitPlace(b.place).cell),
  );
  const same = ordered.every(
    (amount, i) =>
      readFen(numbers[i]?.text ?? '', numbers[i]?.moneyUnit ?? amount.moneyUnit) === amount.fen,
  );
  if (same) return [];
  const record = ordered.map((amount) => amount.read).join(' ');
  const source = numbers.map((number) => number.text).join(' ');
  return [{ part, kind: 'order', place: first.place, what: first.what, record, source }];
}

/** Compares the amounts recorded at one line with the numbers seen on it, both ways. */
export function verifyLine(
  part: VerifiedPart,
  amounts: readonly RecordAmount[],
  line: SeenLine,
): PartResult {
  const { pairs, alone, left } = pair(amounts, line.numbers);
  const standing = pairs.filter(({ amount }) => stands(amount, line));
  const asPrinted = pair(
    standing.map(({ amount }) => amount),
    line.rawNumbers,
  ).pairs.length;
  const displaced = pairs.filter(({ amount }) => !stands(amount, line));
  const differences = [
    ...displaced.map(({ amount, number }): Difference => ({
      part,
      kind: 'not-at-place',
      place: amount.place,
      what: amount.what,
      record: amount.printed,
      source: number.text,
    })),
    ...unpaired(part, alone, left),
  ];
  if (differences.length === 0) differences.push(...misordered(part, amounts, line.numbers));
  return {
    part,
    compared: amounts.length,
    equal: asPrinted,
    explained: standing.length - asPrinted,
    differences,
  };
}
