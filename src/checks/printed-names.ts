/** A name evened out for comparing: full-width forms, blanks and quotation marks do not count. */
export const evenName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s"'“”‘’「」『』]/gu, '')
    .replace(/[【〔[]/gu, '[')
    .replace(/[】〕\]]/gu, ']');

/** Whether a name shows damage by text recognition: signs that no project name has and the other lacks. */
export function looksDamaged(name: string, other: string): boolean {
  const strange = name.normalize('NFKC').match(/[A-Za-z』『~^|\\<>_=]+/gu) ?? [];
  return strange.some((sign) => !other.includes(sign));
}

const documentNumber = /^\p{Script=Han}{2,8}\[\d{4}\]\d+号$/u;
const year = /\d{4}年(?:度)?/gu;

/** Whether two names are one but for a year or a document number that only one of them has. */
export const isSameName = (one: string, other: string): boolean =>
  isSameEvenName(evenName(one), evenName(other));

/** Like {@link isSameName} for names that are evened out already. */
export function isSameEvenName(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.startsWith(short) && documentNumber.test(long.slice(short.length))) return true;
  const dated = [short, long].filter((name) => name.search(year) >= 0);
  return dated.length === 1 && short.replace(year, '') === long.replace(year, '');
}

/** Names that one list is looked up in, evened out once. */
export function nameMatcher(names: readonly string[]): (name: string) => boolean {
  const even = names.map(evenName);
  return (name) => {
    const wanted = evenName(name);
    return even.some((one) => isSameEvenName(one, wanted));
  };
}

const withoutYear = (name: string): string =>
  evenName(name).replace(year, '').replace(/[()]/gu, '');

/** Whether one name is the other with characters left out, years and brackets aside; at least three are left. */
export function isShortened(one: string, other: string): boolean {
  const [short = '', long = ''] = [withoutYear(one), withoutYear(other)].toSorted(
    (a, b) => a.length - b.length,
  );
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return short.length > 2 && at === short.length;
}
