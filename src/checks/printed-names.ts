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
