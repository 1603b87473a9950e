import { normaliseNumber } from '../money/fen.ts';

/** Text with every blank removed. */
export const withoutBlanks = (text: string): string => text.replace(/\s+/gu, '');

/**
 * The name a row prints, without the blanks that line breaks and recognition put into it. A blank
 * between two Latin words or numbers stays, as one blank.
 * @example rowName('八、社会保障和就业支 出') // '八、社会保障和就业支出'
 */
export function rowName(text: string): string {
  return text
    .trim()
    .replace(/(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])/gu, '')
    .replace(/\s+/gu, ' ');
}

/** Text by which names are compared: no blanks, no quotation marks, full-width signs as ASCII. */
export function compareKey(text: string): string {
  return withoutBlanks(text.normalize('NFKC')).replace(/["'“”‘’「」]/gu, '');
}

/**
 * The text by which a column header is looked up: compared without blanks, quotation marks and
 * ruling lines, every printed year as 年.
 * @example headerKey('2023 年预算数') // '年预算数'
 */
export function headerKey(text: string): string {
  return compareKey(text)
    .replace(/(?:19|20)\d{2}(?:年度?)?/gu, '年')
    .replace(/[-—–_|]+$/u, '');
}

/**
 * The text by which a table title is looked up: what follows the year and the table number, without
 * the remark 不含上年结转.
 * @example titleKey('表五 2024年一般公共预算支出预算表（不含上年结转）') // '一般公共预算支出预算表'
 */
export function titleKey(text: string): string {
  return compareKey(text)
    .replace(/^.*?(?:19|20)\d{2}年度?/u, '')
    .replace(/^(?:附?表|(?:预算|部门|单位)?公开表)[一二三四五六七八九十\d]+[:、.]?/u, '')
    .replace(/\(不含上年结转\)$/u, '');
}

/** Whether a cell prints only a ruling dash, which is printed for nothing. */
export const isDash = (text: string): boolean => /^[-‐–—－]+$/u.test(text.trim());

/** Whether a cell is one plain decimal number. */
export const isNumber = (text: string): boolean => normaliseNumber(text) !== undefined;

/** Whether a cell is a subject code: 3 to 9 digits and nothing else. */
export const subjectCode = (text: string): string | null => {
  const code = withoutBlanks(text.normalize('NFKC'));
  return /^\d{3,9}$/u.test(code) ? code : null;
};

/** Whether a cell has digits and no word, so that it can only be an amount, readable or not. */
export const looksLikeAmount = (text: string): boolean =>
  /\d/u.test(text.normalize('NFKC')) &&
  !/\p{Script=Han}/u.test(text) &&
  /^[\d.,，．-]/u.test(text.normalize('NFKC'));
