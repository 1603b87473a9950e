import { yearOfDisclosure, type ComparableUnitYear } from '../format/compare-directory.ts';
import type { ComparedUnitYear } from '../format/compare-units.ts';
import { comparableFilePath, disclosureFolder, withBase } from '../format/url.ts';
import { readRecordFile } from './explorer-comparison.ts';

/** The lists of unit-years and the records that a comparison reads, each once. */
export class CompareStore {
  readonly #base: string;
  readonly #years: readonly number[];
  readonly #lists = new Map<number, Promise<readonly ComparableUnitYear[]>>();

  constructor(base: string, years: readonly number[]) {
    this.#base = base;
    this.#years = years;
  }

  /** The unit-years of one year; none for a year the archive does not have. */
  unitYears(year: number): Promise<readonly ComparableUnitYear[]> {
    const known = this.#lists.get(year);
    if (known !== undefined) return known;
    const read = this.#years.includes(year) ? this.#fetch(year) : Promise.resolve([]);
    this.#lists.set(year, read);
    read.catch(() => this.#lists.delete(year));
    return read;
  }

  /** The unit-years of some disclosure ids, in their order; what the archive does not have is left out. */
  async find(ids: readonly string[]): Promise<ComparableUnitYear[]> {
    const found = await Promise.all(
      ids.map(async (id) => {
        const list = await this.unitYears(yearOfDisclosure(id) ?? 0);
        return list.find(({ disclosureId }) => disclosureId === id);
      }),
    );
    return found.filter((unitYear) => unitYear !== undefined);
  }

  /** The unit-years with their records. */
  read(unitYears: readonly ComparableUnitYear[]): Promise<ComparedUnitYear[]> {
    return Promise.all(
      unitYears.map(async (unitYear) => {
        const path = `${disclosureFolder(unitYear)}record.json`;
        return { unitYear, record: await readRecordFile(withBase(this.#base, path)) };
      }),
    );
  }

  async #fetch(year: number): Promise<readonly ComparableUnitYear[]> {
    const address = withBase(this.#base, comparableFilePath(year));
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: Unexpected ${response.status}, expected a file`);
    return (await response.json()) as readonly ComparableUnitYear[];
  }
}
