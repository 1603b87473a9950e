/** The figures of a unit-year that a reader compares first, in 分; null = the document prints none. */
export interface ComparableTotals {
  readonly revenueFen: number | null;
  readonly expenditureFen: number | null;
  readonly basicFen: number | null;
  readonly projectFen: number | null;
  readonly carryoverFen: number | null;
  readonly threePublicFen: number | null;
  readonly agencyOperatingFen: number | null;
}

/** A unit-year that can be compared: what is known of it before its record is read. */
export interface ComparableUnitYear {
  readonly disclosureId: string;
  readonly unitId: string;
  /** Name as this document prints it. */
  readonly unitName: string;
  /** Name of its division with those above it, such as 山西省吕梁市离石区. */
  readonly regionName: string;
  readonly year: number;
  readonly kind: 'budget' | 'final-accounts';
  readonly tableSet: string;
  /** department = a 部门 whose budget includes its units; null = the documents do not say. */
  readonly level: 'department' | 'unit' | null;
  /** Unit id of the department whose budget includes this unit; null = none in the archive. */
  readonly includedIn: string | null;
  readonly totals: ComparableTotals;
}

/** Most unit-years that can be compared. */
export const mostCompared = 4;

/** Names of the parameters of the address, in order. */
const parameters = ['a', 'b', 'c', 'd'] as const;

const disclosurePattern = /^\d{6}-[a-z0-9-]+-(\d{4})-(?:budget|final-accounts)$/u;

/** The year of a disclosure id; undefined = not such an id. */
export function yearOfDisclosure(id: string): number | undefined {
  const year = disclosurePattern.exec(id)?.[1];
  return year === undefined ? undefined : Number(year);
}

/** The disclosures an address names, each once, in order; what is no id is left out. */
export function readCompared(params: URLSearchParams): string[] {
  const ids = parameters.map((name) => params.get(name) ?? '');
  return [...new Set(ids)].filter((id) => yearOfDisclosure(id) !== undefined);
}

/** Puts disclosures into an address. */
export function writeCompared(params: URLSearchParams, ids: readonly string[]): void {
  ids.slice(0, mostCompared).forEach((id, i) => params.set(parameters[i] ?? '', id));
}

/**
 * What must be said before unit-years are compared: other years, other kinds of document, other kinds of
 * unit, one included in another, other table sets.
 */
export function comparisonNotes(unitYears: readonly ComparableUnitYear[]): string[] {
  const distinct = <T>(of: (unitYear: ComparableUnitYear) => T): T[] => [
    ...new Set(unitYears.map(of)),
  ];
  const years = distinct(({ year }) => year);
  const notes: string[] = [];
  if (years.length > 1)
    notes.push(`年度不同（${years.join('、')}）：差额含有两年之间价格、人员和职责的变化。`);
  if (distinct(({ kind }) => kind).length > 1)
    notes.push('有的是预算，有的是决算：预算是年初的安排，决算是一年的结果。');
  if (distinct(({ level }) => level).length > 1)
    notes.push('单位的层级不同：部门预算包含所属单位，单位预算只有本单位。');
  if (distinct(({ tableSet }) => tableSet).length > 1)
    notes.push('报表体系不同：同名的栏目未必同义。');
  for (const part of unitYears) {
    const whole = unitYears.find(({ unitId }) => unitId === part.includedIn);
    if (whole !== undefined)
      notes.push(`${whole.unitName}的部门预算包含${part.unitName}，两者的数不能相加。`);
  }
  return [...new Set(notes)];
}
