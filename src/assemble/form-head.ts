import type { FormRow } from './form-rows.ts';
import { compact, joinPrinted } from './form-rows.ts';
import { isNameLabel } from './form-stages.ts';
import type { Form } from '../schema/form.ts';
import type { Place } from '../schema/place.ts';

/** The head of a form; null = not printed or lost. */
export interface FormHead {
  readonly name: string | null;
  readonly namePlace: Place | null;
  readonly supervisingDepartment: Form['supervisingDepartment'];
  readonly implementingUnit: string | null;
  readonly attribute: string | null;
  readonly duration: string | null;
  /** Whether the label 项目名称 is printed; false where the name was taken from the first row without it. */
  readonly nameLabelled: boolean;
}

type Field = 'name' | 'department' | 'unit' | 'attribute' | 'duration';

const labels: readonly (readonly [RegExp, Field])[] = [
  [/^主?管部门/u, 'department'],
  [/^实施单位$/u, 'unit'],
  [/^项目(?:属性|类别|性质|概述)$/u, 'attribute'],
  [/^项目日?期限?$/u, 'duration'],
];
const codedName = /^(\d{2,6})[-—–](.+)$/u;
const attributeText = /^(?:一次性|延续性|经常性|阶段性|新增|常年性)/u;

function labelOf(text: string): Field | undefined {
  const label = compact(text).replace(/:$/u, '');
  if (isNameLabel(label)) return 'name';
  if (label.length > 12) return undefined;
  return labels.find(([pattern]) => pattern.test(label))?.[1];
}

/** A piece without label whose text alone tells the field. */
function fieldByText(text: string): Field | undefined {
  const value = compact(text);
  if (codedName.test(value)) return 'department';
  return attributeText.test(value) ? 'attribute' : undefined;
}

interface Reading {
  readonly values: Map<Field, string[]>;
  readonly loose: { readonly row: number; readonly text: string; readonly place: Place }[];
  namePlace: Place | null;
}

function readRow(
  row: FormRow,
  index: number,
  before: Field | undefined,
  into: Reading,
): Field | undefined {
  const settled = new Set(into.values.keys());
  let field = row.width === 1 && before !== undefined ? before : undefined;
  if (field !== undefined) settled.delete(field);
  row.tokens.forEach((token, position) => {
    const label = labelOf(token.text);
    const next = row.tokens[1]?.text ?? '';
    const brokenOff = position === 0 && token.text.length <= 2 && labelOf(next) !== undefined;
    if (label !== undefined) {
      field = label;
      return;
    }
    if (brokenOff) return;
    const target = field ?? fieldByText(token.text);
    if (target === undefined) {
      into.loose.push({ row: index, text: token.text, place: token.place });
      return;
    }
    if (settled.has(target)) return;
    if (target === 'name') into.namePlace ??= token.place;
    into.values.set(target, [...(into.values.get(target) ?? []), token.text]);
    if (field === undefined) settled.add(target);
  });
  return field;
}

/** The name printed in the first row of a head where its label is lost or misread; undefined otherwise. */
function looseName(loose: Reading['loose']): Reading['loose'][number] | undefined {
  const first = loose.filter((piece) => piece.row === 0);
  if (first.length === 1) return first[0];
  const label = compact(first[0]?.text ?? '');
  return first.length === 2 && /^项目\p{Script=Han}{2}$/u.test(label) ? first[1] : undefined;
}

function codedNameOf(printed: string | null): Form['supervisingDepartment'] {
  if (printed === null) return null;
  const match = codedName.exec(compact(printed));
  return match === null
    ? { code: null, name: printed }
    : { code: match[1] ?? null, name: match[2] ?? '' };
}

/**
 * The head of a form, read from the rows before its money block. Values stand after their labels;
 * where a label is lost or misread the form of the text decides, and the first row gives the name.
 */
export function readFormHead(rows: readonly FormRow[]): FormHead {
  const reading: Reading = { values: new Map(), loose: [], namePlace: null };
  let before: Field | undefined;
  rows.forEach((row, index) => {
    before = readRow(row, index, before, reading);
  });
  const text = (field: Field): string | null => {
    const pieces = reading.values.get(field);
    return pieces === undefined ? null : joinPrinted(pieces);
  };
  const loose = reading.values.has('name') ? undefined : looseName(reading.loose);
  return {
    name: text('name') ?? loose?.text ?? null,
    namePlace: reading.namePlace ?? loose?.place ?? null,
    supervisingDepartment: codedNameOf(text('department')),
    implementingUnit: text('unit'),
    attribute: text('attribute'),
    duration: text('duration'),
    nameLabelled: reading.values.has('name'),
  };
}
