import type { Disclosure } from '../../src/schema/disclosure.ts';
import type { Form, FormMoney } from '../../src/schema/form.ts';
import type { CorrectedLines } from './second-reader/corrected-lines.ts';
import { formNumbers } from './second-reader/form-amounts.ts';
import { splitPlace, withoutBlanks } from './second-reader/plain-text.ts';
import { isNumberLike } from './second-reader/printed-number.ts';
import { findRepeatedHeads } from './second-reader/repeated-heads.ts';
import type { SeenNumber } from './second-reader/table-amounts.ts';
import { joinResults, type PartResult } from './verify-difference.ts';
import { verifyLine, type RecordAmount } from './verify-line.ts';
import { linesInTables } from './verify-tables.ts';

type FormAmount = NonNullable<FormMoney['total']>;

function toRecordAmount(what: string, amount: FormAmount | null): RecordAmount[] {
  if (amount === null) return [];
  const { printed, read, moneyUnit, fen, place } = amount;
  return [{ what, place, printed, read: read ?? printed, moneyUnit, fen }];
}

/** Every amount of one form. */
function amountsOf(form: Form): RecordAmount[] {
  const spans = [
    ['whole', form.whole],
    ['year', form.yearMoney],
  ] as const;
  const goal = spans.flatMap(([span, money]) =>
    Object.entries(money ?? {}).flatMap(([source, amount]) =>
      toRecordAmount(`form ${form.n} ${span} ${source}`, amount),
    ),
  );
  const evaluation = (form.selfEvaluation ?? []).flatMap((line) =>
    [line.initialBudget, line.fullYearBudget, line.executed].flatMap((amount) =>
      toRecordAmount(`form ${form.n} ${line.name}`, amount),
    ),
  );
  return [...goal, ...evaluation];
}

/** The cells at which the record has an amount, as numbers of their own where a cell is one number. */
function numbersAtCells(line: string, n: number, amounts: readonly RecordAmount[]): SeenNumber[] {
  return amounts.flatMap(({ place }) => {
    const { cell } = splitPlace(place);
    const text = cell === null ? '' : withoutBlanks(line.split('\t')[cell - 1] ?? '');
    const number = text.replace(/(?:万元|元)$/u, '');
    return isNumberLike(number) ? [{ line: n, cell, text: number, moneyUnit: null }] : [];
  });
}

/** Compares the amounts of the forms with the numbers in the money blocks of the source, both ways. */
export function verifyForms(
  forms: Disclosure['forms'],
  source: readonly string[],
  corrected: CorrectedLines,
): PartResult {
  const inTables = linesInTables(corrected.lines);
  const amounts = Map.groupBy(forms.flatMap(amountsOf), ({ place }) => splitPlace(place).line);
  const repeats = findRepeatedHeads(corrected.lines).filter(
    ({ moneyLines }) => !moneyLines.some((n) => amounts.has(n)),
  );
  const repeated = new Set(repeats.flatMap(({ moneyLines }) => moneyLines));
  const notes = repeats.map(
    ({ line, original, moneyLines }) =>
      `L${line} prints the head of L${original} again: ${moneyLines.length} money lines counted once`,
  );
  const results = corrected.lines.flatMap((line, i) => {
    const n = i + 1;
    const here = amounts.get(n) ?? [];
    const read = (text: string): SeenNumber[] => {
      const numbers = inTables.has(n) ? [] : formNumbers(text, n);
      return numbers.length > 0 ? numbers : numbersAtCells(text, n, here);
    };
    const raw = source[i] ?? '';
    const numbers = read(line);
    if (repeated.has(n) || (here.length === 0 && numbers.length === 0)) return [];
    return [verifyLine('forms', here, { raw, corrected: line, rawNumbers: read(raw), numbers })];
  });
  return { ...joinResults('forms', results), notes };
}
