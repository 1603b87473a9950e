import type { FunctionalSubject } from '../schema/functional-subject.ts';
import type { Aggregate, ArchiveModel, SubjectEntry } from './model.ts';

/** A sum for each of the given years; null where no unit-year of that year has the subject. */
export function sumsOfYears(
  years: readonly number[],
  sums: readonly { readonly year: number; readonly total: Aggregate }[],
): (Aggregate | null)[] {
  const byYear = new Map(sums.map(({ year, total }) => [year, total]));
  return years.map((year) => byYear.get(year) ?? null);
}

/** A subject below another, with what is spent there in the years that are shown. */
export interface ChildSubject {
  readonly subject: Pick<FunctionalSubject, 'code' | 'name'>;
  readonly disclosures: number;
  /** One sum for each year; null = no disclosure of that year prints it. */
  readonly sums: readonly (Aggregate | null)[];
}

/** The subjects right below one, in code order, over the last five years of the archive. */
export const childSubjects = (archive: ArchiveModel, entry: SubjectEntry): ChildSubject[] =>
  entry.children
    .flatMap(({ code }) => archive.subject(code) ?? [])
    .map(({ subject: { code, name }, rows, totalByYear }) => ({
      subject: { code, name },
      disclosures: rows.length,
      sums: sumsOfYears(archive.years.slice(-5), totalByYear),
    }));

/** What a page shows of a subject itself and those above it, for its key. */
export const shownSubject = ({ subject, ancestors }: SubjectEntry): readonly unknown[] => [
  subject.names.map(({ name, years, disclosures }) => [name, years, disclosures.length]),
  ancestors.map(({ name }) => name),
];
