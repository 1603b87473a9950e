import { isFooter } from './form-stages.ts';
import type { FormRow } from './form-rows.ts';
import { compact } from './form-rows.ts';

/** Personal data met and dropped, counted. */
export interface DroppedPersonalData {
  /** Names of handlers and persons in charge. */
  readonly handlers: number;
  /** Mobile and landline numbers. */
  readonly telephones: number;
  /** ID-card numbers. */
  readonly idNumbers: number;
}

const mobile = /(?<![0-9A-Za-z.])1[3-9]\d{9}(?![0-9A-Za-z]|\.\d)/gu;
const idNumber =
  /(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/gu;
const handlerLabel = /(?:负责人|经办人|填报人|填表人|联系人)/u;
const labelledHandler =
  /(?:负责人|经办人|填报人|填表人|联系人)(?:姓名)?\s*[:：]\s*(?!经办人|负责人|填报人|填表人|联系人|联系电话|电话|填报|填表)\p{Script=Han}{2,4}/u;
const labelledTelephone = /(?:联系)?电话\s*[:：]?\s*(?:0\d{2,3}[-\s]?)?\d{7,11}(?!\d)/u;

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Whether 18 characters are an ID-card number whose check digit is right.
 * Basis: GB 11643-1999, ISO 7064 MOD 11-2.
 */
export function hasIdChecksum(text: string): boolean {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase();
}

const idNumbersIn = (text: string): string[] =>
  [...text.matchAll(idNumber)].map(([whole]) => whole).filter(hasIdChecksum);

/**
 * Whether a text has a mobile number, an ID-card number with a right check digit, a handler's name
 * after its label or a telephone number after its label. Fill-in times of 14 digits, hashes, codes
 * and printed amounts are not personal data. Meant for texts: a bare integer of 分 can have eleven
 * digits, so numbers of a record are not to be passed.
 */
export function containsPersonalData(text: string): boolean {
  const plain = text.normalize('NFKC');
  return (
    plain.search(mobile) >= 0 ||
    idNumbersIn(plain).length > 0 ||
    labelledHandler.test(plain) ||
    labelledTelephone.test(plain)
  );
}

/** The text without mobile and ID-card numbers; other text comes back as it is. */
export function withoutPersonalNumbers(text: string): string {
  const ids = idNumbersIn(text);
  const free = ids.reduce((rest, id) => rest.replace(id, ''), text);
  return free.replace(mobile, '');
}

const isLabel = (text: string): boolean => /人:?$|电话:?$|日期:?$/u.test(text);

/** Pieces of a footer row that stand after the labels of one kind. */
function valuesAfter(row: FormRow, label: RegExp): string[] {
  const values: string[] = [];
  let active = false;
  for (const token of row.tokens) {
    const text = compact(token.text);
    const match = /^(.*?(?:人|电话|日期))(:.*)?$/u.exec(text);
    const [, head = '', tail = ''] = match ?? [];
    if (match !== null && (isLabel(text) || tail.length > 1)) {
      active = label.test(head);
      if (active && tail.length > 1) values.push(tail.slice(1));
    } else if (active) values.push(text);
  }
  return values;
}

/**
 * The personal data a document prints, counted so that the report can say what is not kept: names
 * and telephones in the last row of each form, mobile and ID-card numbers anywhere.
 */
export function countPersonalData(rows: readonly FormRow[]): DroppedPersonalData {
  let handlers = 0;
  let telephones = 0;
  let idNumbers = 0;
  for (const row of rows) {
    const text = row.text.normalize('NFKC');
    idNumbers += idNumbersIn(text).length;
    if (isFooter(row)) {
      handlers += valuesAfter(row, handlerLabel).length;
      telephones += valuesAfter(row, /电话$/u).filter((value) => /\d/u.test(value)).length;
    } else telephones += [...text.matchAll(mobile)].length;
  }
  return { handlers, telephones, idNumbers };
}
