/** Number formats with an id of their own that a budget uses. */
const knownFormats: Readonly<Record<string, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  37: '#,##0_);(#,##0)',
  38: '#,##0_);(#,##0)',
  39: '#,##0.00_);(#,##0.00)',
  40: '#,##0.00_);(#,##0.00)',
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
};

/** The format with an id: one of the workbook's own, else one every program knows, else General. */
export function formatWithId(id: string, own: ReadonlyMap<string, string>): string {
  return own.get(id) ?? knownFormats[id] ?? 'General';
}

/** A number as cells of format General show it: at most ten digits where it is no whole number. */
const general = (value: number): string =>
  String(Number.isInteger(value) ? value : Number(value.toPrecision(10)));

const digits = /^(?:#,##0|#,##|#|0)(?:\.(0+))?(%?)$/u;

/** Digits of a number not below zero as `#,##0.00` and the like print them; undefined for others. */
function inDigits(value: number, pattern: string): string | undefined {
  const match = digits.exec(pattern);
  if (match === null) return undefined;
  const [, decimals = '', percent = ''] = match;
  const shown = percent === '' ? value : value * 100;
  const [whole = '', fraction] = shown.toFixed(decimals.length).split('.');
  const grouped = pattern.startsWith('#,') ? whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ',') : whole;
  return `${fraction === undefined ? grouped : `${grouped}.${fraction}`}${percent}`;
}

/** The part of a format for a number, and whether it prints the sign itself. */
function partFor(value: number, format: string): readonly [part: string, signed: boolean] {
  const [first = '', second, third] = format.split(';');
  if (value < 0 && second !== undefined) return [second, true];
  if (value === 0 && third !== undefined) return [third, true];
  return [first, false];
}

/**
 * A stored number as its format prints it: digits with what stands around them, padding left out; as
 * stored under formats of dates and others that are not read.
 * @example printNumber('1234.5', '_ * #,##0.00_ ;_ * "-"??_ ') // '1,234.50'
 */
export function printNumber(stored: string, format: string): string {
  const value = Number(stored);
  if (stored === '' || !Number.isFinite(value)) return stored;
  if (format === 'General') return general(value);
  const [part, signed] = partFor(value, format);
  const tokens = part
    .replaceAll(/\[[^\]]*\]|[_*]./gu, '')
    .matchAll(/"([^"]*)"|\\(.)|([#0][#0,.]*%?)|([?\s])|(.)/gu);
  let [text, sign] = ['', value < 0 && !signed ? '-' : ''];
  for (const [, quoted, escaped, number, padding, other] of tokens) {
    if (number !== undefined) {
      const printed = inDigits(Math.abs(value), number);
      if (printed === undefined) return stored;
      text += sign + printed;
      sign = '';
    } else if (other !== undefined && !/[-+()¥￥$]/u.test(other)) return stored;
    else if (padding === undefined) text += quoted ?? escaped ?? other ?? '';
  }
  return text.trim();
}
