/** Signs with which spreadsheets may begin a formula, full-width forms included. */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/u;

/** How text begins that may need the guard; most does not, and is told apart at once. */
const suspicious = /^['=+\-@\t\r＝＋－＠]/u;

/** A plain number, which no spreadsheet takes for a formula. */
const plainNumber = /^[+-]?\d[\d,]*(?:\.\d+)?$/u;

/** The mark put before guarded text. */
const guard = "'";

/**
 * The text as it goes into a CSV field: an apostrophe goes before text that a spreadsheet would run
 * as a formula. Plain numbers stay as they are. Undone exactly by {@link unguardFormula}.
 * @example guardFormula('=1+1') // "'=1+1"
 */
export function guardFormula(text: string): string {
  if (!suspicious.test(text) || plainNumber.test(text)) return text;
  const bare = text.replace(/^'+/u, '');
  return formulaStart.test(bare) ? guard + text : text;
}

/**
 * The text a CSV field was made from: one apostrophe before apostrophes and a formula sign goes.
 * @example unguardFormula("'=1+1") // '=1+1'
 */
export function unguardFormula(field: string): string {
  if (!field.startsWith(guard)) return field;
  return formulaStart.test(field.replace(/^'+/u, '')) ? field.slice(1) : field;
}
