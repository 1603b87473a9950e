import type { FunctionalSubject } from '../schema/functional-subject.ts';
import type { DepartmentsOf } from './aggregate.ts';
import { aggregateByYear } from './aggregate.ts';
import type { SubjectEntry, UnitYear } from './model.ts';
import { compareText, pushTo } from './order.ts';

/** Every functional subject any document prints, in code order, with the unit-years that spend there. */
export function indexBySubject(
  unitYears: readonly UnitYear[],
  departmentsOf: DepartmentsOf,
): SubjectEntry[] {
  const subjects = mergeSubjects(unitYears);
  const byCode = new Map(subjects.map((subject) => [subject.code, subject]));
  const rowsOf = new Map<string, SubjectEntry['rows'][number][]>();
  for (const unitYear of unitYears) {
    for (const amounts of unitYear.subjects) {
      pushTo(rowsOf, amounts.code, { unitYear, amounts });
    }
  }
  return subjects.map((subject) => {
    const rows = rowsOf.get(subject.code) ?? [];
    const amounts = rows.map(({ unitYear, amounts }) => ({ unitYear, fen: amounts.totalFen }));
    return {
      subject,
      ancestors: [3, 5].flatMap((digits) =>
        digits < subject.code.length ? (byCode.get(subject.code.slice(0, digits)) ?? []) : [],
      ),
      children: subjects.filter(({ parent }) => parent === subject.code),
      rows,
      totalByYear: aggregateByYear(amounts, departmentsOf).map(({ year, sum }) => ({
        year,
        total: sum,
      })),
    };
  });
}

/**
 * Functional subjects merged by code with every printed name kept. The name shown is the one most
 * disclosures print; of several, the one with the latest year, then the first in text order.
 */
export function mergeSubjects(unitYears: readonly UnitYear[]): FunctionalSubject[] {
  const codes = new Map<string, Map<string, Set<UnitYear>>>();
  for (const unitYear of unitYears) {
    for (const { code, name } of [...unitYear.subjectNames, ...unitYear.subjects]) {
      const names = codes.get(code) ?? new Map<string, Set<UnitYear>>();
      codes.set(code, names);
      names.set(name, (names.get(name) ?? new Set()).add(unitYear));
    }
  }
  return [...codes]
    .filter(([code]) => levelOf(code) !== undefined)
    .sort(([a], [b]) => compareText(a, b))
    .map(([code, printed]) => {
      const names = [...printed].map(([name, printedIn]) => ({
        name,
        years: [...new Set(Array.from(printedIn, ({ year }) => year))].sort((a, b) => a - b),
        disclosures: Array.from(printedIn, ({ disclosureId }) => disclosureId).sort(compareText),
      }));
      names.sort(byUse);
      return {
        code,
        name: names[0]?.name ?? '',
        level: levelOf(code) ?? 'item',
        parent: code.length === 3 ? null : code.slice(0, -2),
        names,
      };
    });
}

type PrintedName = FunctionalSubject['names'][number];

function byUse(a: PrintedName, b: PrintedName): number {
  return (
    b.disclosures.length - a.disclosures.length ||
    (b.years.at(-1) ?? 0) - (a.years.at(-1) ?? 0) ||
    compareText(a.name, b.name)
  );
}

function levelOf(code: string): FunctionalSubject['level'] | undefined {
  const levels: Record<number, FunctionalSubject['level']> = {
    3: 'class',
    5: 'section',
    7: 'item',
  };
  return levels[code.length];
}
