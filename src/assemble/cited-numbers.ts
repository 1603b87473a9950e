/** A document number (文号) found in a text. */
export interface NumberMatch {
  /** As printed, blanks removed. */
  readonly printed: string;
  /** With 〔〕 and ASCII digits; null = printed without a bracketed year. */
  readonly normalised: string | null;
  readonly start: number;
  readonly end: number;
}

const bracketed =
  /(\p{Script=Han}{2,24})\s*[〔[【(﹝［（]\s*([12０-９0-9][０-９0-9]{3})\s*[〕\]】)﹞］）]\s*(?:第\s*)?([０-９0-9]{1,5})\s*号/gu;

/** A number without a bracketed year: letters of an issuer that end in a kind of document, digits, 号. */
const unbracketed =
  /(?<=^|[\s、,，。;；:：(（《》]|根据|依据|按照)(\p{Script=Han}{1,7}[发函字办社农预行综教建企税通])([0-9０-９]{1,7})号/gu;

/** Words of the sentence that may stand directly before a number and are no part of it. */
const leadingWords =
  /^.*(?:根据|依据|按照|依照|遵照|参照|执行|以及|转发|印发|下发|精神|文件|通知|意见|办法|方案|的|及|和|与|按|依|经|由|见|即|为)/u;

/** First characters of the short names of provinces, and of national issuers. */
const provinces = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔贵滇云藏陕秦甘陇青宁新';
const nationalIssuers = '国中财人教民劳社';

/** The longest issuer that can stand directly behind other words. */
const longestIssuer = 8;

/** Where one of the characters first stands in a run, at `from` or later; -1 where none does. */
const indexOfAny = (run: string, signs: string, from: number): number =>
  Array.from(run).findIndex((sign, i) => i >= from && i <= run.length - 2 && signs.includes(sign));

/** The issuer at the end of a run of characters, where no blank or sign tells where it begins. */
function issuerIn(run: string, regionInitials: string): string {
  const rest = run.replace(leadingWords, '');
  const candidate = (rest.length >= 2 ? rest : run).slice(-longestIssuer);
  const isShort = candidate.length < longestIssuer;
  const known = regionInitials + provinces + nationalIssuers;
  if (isShort && known.includes(candidate.slice(0, 1))) return candidate;
  const initials = [regionInitials, provinces, ...(isShort ? [] : [nationalIssuers])];
  for (const signs of initials) {
    const at = indexOfAny(candidate, signs, isShort ? 2 : 0);
    if (at >= 0) return candidate.slice(at);
  }
  return candidate;
}

const plainDigits = (text: string): string => text.normalize('NFKC');

/**
 * The document numbers in a text, in order. A number needs a bracketed year in any style of
 * bracket, or an issuer ending in 发, 函, 字 and the like directly before its digits.
 * `regionInitials` are first characters of places whose documents the text may cite.
 * @example recogniseDocumentNumbers('根据乙人社函[2022]379号', '乙')[0].normalised // '乙人社函〔2022〕379号'
 */
export function recogniseDocumentNumbers(text: string, regionInitials: string): NumberMatch[] {
  const found: NumberMatch[] = [];
  for (const match of text.matchAll(bracketed)) {
    const [whole, run = '', year = '', serial = ''] = match;
    const issuer = issuerIn(run, regionInitials);
    const start = match.index + run.length - issuer.length;
    const end = match.index + whole.length;
    const printed = text.slice(start, end).replace(/\s+/gu, '');
    const normalised = `${issuer}〔${plainDigits(year)}〕${plainDigits(serial)}号`;
    found.push({ printed, normalised, start, end });
  }
  for (const match of text.matchAll(unbracketed)) {
    const start = match.index;
    const end = start + match[0].length;
    const overlaps = found.some((other) => start < other.end && end > other.start);
    if (!overlaps) found.push({ printed: match[0], normalised: null, start, end });
  }
  return found.sort((a, b) => a.start - b.start);
}
