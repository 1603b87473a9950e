import type { Region } from '../../src/schema/region.ts';

/** A division to choose, with the names of those above it. */
export interface RegionChoice {
  readonly code: string;
  /** Names from the province down, such as 山西省 › 吕梁市 › 离石区. */
  readonly label: string;
}

/** The divisions of a year in code order; without a year those still valid. */
export function regionChoices(
  regions: readonly Region[],
  year: number | undefined,
): RegionChoice[] {
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const isValid = ({ validFrom, validTo }: Region): boolean =>
    year === undefined
      ? validTo === null
      : (validFrom ?? 0) <= year && year <= (validTo ?? Number.MAX_SAFE_INTEGER);
  const pathOf = ({ name, parent }: Region): string => {
    const above = parent === null ? undefined : byCode.get(parent);
    return above === undefined ? name : `${pathOf(above)} › ${name}`;
  };
  return regions
    .filter(isValid)
    .map((region) => ({ code: region.code, label: pathOf(region) }))
    .toSorted((a, b) => (a.code < b.code ? -1 : Number(a.code > b.code)));
}

/** Whether a division fits what was typed: the beginning of its code, or parts of its names in order. */
export function isChosen(typed: string, { code, label }: RegionChoice): boolean {
  const wanted = typed.normalize('NFKC').replace(/\s+/gu, '');
  if (/^\d+$/u.test(wanted)) return code.startsWith(wanted);
  let at = -1;
  return Array.from(wanted).every((character) => {
    at = label.indexOf(character, at + 1);
    return at >= 0;
  });
}
