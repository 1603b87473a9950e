import { readFormAmount } from './form-amount.ts';
import type { FormRow, FormToken } from './form-rows.ts';
import { compact } from './form-rows.ts';
import type { FormStage } from './form-stages.ts';
import { recogniseMoneyLabel } from './form-stages.ts';
import type { MoneyUnit } from '../money/fen.ts';
import type { Amount } from '../schema/amount.ts';
import type { FormMoney } from '../schema/form.ts';
import type { Place } from '../schema/place.ts';

/** The money block of a goal form; null = the form has no such block. */
export interface FormMoneyReading {
  readonly whole: FormMoney | null;
  readonly year: FormMoney | null;
  /** Places of pieces that stand where an amount is expected and are none. */
  readonly unread: readonly Place[];
  /** Whether a money measure is printed with the block; 元 is assumed where not. */
  readonly unitPrinted: boolean;
  /** Labels of lines that a block with several lines should have and does not print. */
  readonly missingLines: readonly string[];
}

type Source = keyof FormMoney;
type Side = 'whole' | 'year';

const sourceOfStage: Partial<Record<FormStage, Source>> = {
  'money-total': 'total',
  'money-central': 'central',
  'money-provincial': 'provincial',
  'money-local': 'local',
  'money-own': 'own',
  'money-other': 'other',
};

/** One label of the block and the amount beside it. */
interface Slot {
  readonly side: Side;
  readonly source: Source;
  amount: Amount | undefined;
}

interface Reading {
  readonly slots: Slot[];
  readonly unread: Place[];
  readonly unit: MoneyUnit;
  /** Label at the end of the rows so far that still waits for its amount. */
  waiting: Slot | undefined;
  yearColumn: number | null;
}

const taken = (reading: Reading, side: Side, source: Source): Slot | undefined =>
  reading.slots.find((slot) => slot.side === side && slot.source === source);

function openSlot(reading: Reading, side: Side, source: Source): Slot {
  const slot = { side, source, amount: undefined };
  reading.slots.push(slot);
  return slot;
}

/** The side a label of a row belongs to: the first of its kind is the whole period's, unless it stands in the right half. */
function sideOf(reading: Reading, row: FormRow, token: FormToken, source: Source): Side {
  if (taken(reading, 'whole', source) !== undefined) return 'year';
  const { yearColumn } = reading;
  const labels = row.tokens.filter((other) => recogniseMoneyLabel(other.text) !== undefined);
  const inRightHalf = yearColumn !== null && token.column !== null && token.column >= yearColumn;
  return labels.length === 1 && inRightHalf ? 'year' : 'whole';
}

/** An amount whose own label is lost but which stands left of `source`: the left half of the same line. */
function placeOrphan(reading: Reading, orphan: Amount | undefined, source: Source): void {
  if (orphan === undefined || source === 'total' || taken(reading, 'whole', source) !== undefined)
    return;
  openSlot(reading, 'whole', source).amount = orphan;
}

function readMoneyRow(reading: Reading, row: FormRow): void {
  let slot = reading.waiting;
  let orphan: Amount | undefined;
  for (const token of row.tokens) {
    const label = recogniseMoneyLabel(token.text);
    if (label === undefined) {
      const amount = readFormAmount(token, token.text, reading.unit);
      if (amount === undefined) {
        if (/\d/u.test(token.text)) reading.unread.push(token.place);
      } else if (slot !== undefined && slot.amount === undefined) slot.amount = amount;
      else if (token !== row.tokens[0]) orphan = amount;
      continue;
    }
    const source = sourceOfStage[label.stage] ?? 'other';
    placeOrphan(reading, orphan, source);
    orphan = undefined;
    const isTotal = source === 'total';
    if (isTotal && !label.whole) reading.yearColumn = token.column;
    const side = isTotal ? (label.whole ? 'whole' : 'year') : sideOf(reading, row, token, source);
    slot = taken(reading, side, source) ?? openSlot(reading, side, source);
    if (label.rest === '') continue;
    slot.amount ??= readFormAmount(token, label.rest, reading.unit);
    if (slot.amount === undefined) reading.unread.push(token.place);
  }
  reading.waiting = slot?.amount === undefined && row.width === 1 ? slot : undefined;
}

/** The money measure printed with the block (项目资金（元）); undefined where none is. */
export function printedMoneyUnit(rows: readonly FormRow[]): MoneyUnit | undefined {
  const text = compact(rows.map((row) => row.text).join(''));
  return /\((?:单位:?)?(亿元|万元|元)\)/u.exec(text)?.[1] as MoneyUnit | undefined;
}

const lineLabels: readonly (readonly [Source, string])[] = [
  ['total', '资金总额'],
  ['central', '中央财政资金'],
  ['provincial', '省级财政资金'],
  ['local', '市县财政资金'],
  ['own', '单位自筹'],
  ['other', '其他资金'],
];

/** A block with one line only has no lines by source; any other has all of them. */
function missingLines(slots: readonly Slot[]): string[] {
  const printed = new Set(slots.map((slot) => slot.source));
  if (printed.size < 2) return [];
  return lineLabels.filter(([source]) => !printed.has(source)).map(([, label]) => label);
}

function moneyOf(slots: readonly Slot[], side: Side): FormMoney | null {
  const own = slots.filter((slot) => slot.side === side);
  if (own.length === 0) return null;
  const of = (source: Source): Amount | null =>
    own.find((slot) => slot.source === source)?.amount ?? null;
  return {
    total: of('total'),
    central: of('central'),
    provincial: of('provincial'),
    local: of('local'),
    own: of('own'),
    other: of('other'),
  };
}

/**
 * The money of both spans of a goal form, in 元 unless its header or a cell prints another measure.
 * An amount is null where the cell prints nothing. `rows` are the rows of the money block only.
 */
export function readFormMoney(rows: readonly FormRow[]): FormMoneyReading {
  const unit = printedMoneyUnit(rows);
  const reading: Reading = {
    slots: [],
    unread: [],
    unit: unit ?? '元',
    waiting: undefined,
    yearColumn: null,
  };
  for (const row of rows) readMoneyRow(reading, row);
  return {
    whole: moneyOf(reading.slots, 'whole'),
    year: moneyOf(reading.slots, 'year'),
    unread: reading.unread,
    unitPrinted: unit !== undefined,
    missingLines: missingLines(reading.slots),
  };
}
