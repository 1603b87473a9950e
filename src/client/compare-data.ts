import { yearOfDisclosure, type ComparableUnitYear } from '../format/compare-directory.ts';
import type { ComparedUnitYear } from '../format/compare-units.ts';
import { comparableFilePath, disclosureFolder, withBase } from '../format/url.ts';
import { readRecordFile } from './explorer-comparison.ts';

/** The lists of unit-years and the records that a comparison reads, each once. */
export class CompareStore {
  readonly #base: string;
  readonly #years: readonly number[];
  readonly #places: readonly string[];
  readonly #lists = new Map<string, Promise<readonly ComparableUnitYear[]>>();

  /** `places` = first digits of division codes with a list of their own; empty = a year has one list. */
  constructor(base: string, years: readonly number[], places: readonly string[]) {
    this.#base = base;
    this.#years = years;
    this.#places = places;
  }

  /**
   * The unit-years of one year, where the lists are divided those of one place; none for a year or place
   * the archive does not have.
   */
  unitYears(year: number, place: string): Promise<readonly ComparableUnitYear[]> {
    const isDivided = this.#places.length > 0;
    const address = comparableFilePath(year, isDivided ? place : undefined);
    const known = this.#lists.get(address);
    if (known !== undefined) return known;
    const isThere = this.#years.includes(year) && (!isDivided || this.#places.includes(place));
    const read = isThere ? this.#fetch(address) : Promise.resolve([]);
    this.#lists.set(address, read);
    read.catch(() => this.#lists.delete(address));
    return read;
  }

  /** The unit-years of some disclosure ids, in their order; what the archive does not have is left out. */
  async find(ids: readonly string[]): Promise<ComparableUnitYear[]> {
    const found = await Promise.all(
      ids.map(async (id) => {
        const list = await this.unitYears(yearOfDisclosure(id) ?? 0, id.slice(0, 4));
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

  async #fetch(path: string): Promise<readonly ComparableUnitYear[]> {
    const address = withBase(this.#base, path);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: Unexpected ${response.status}, expected a file`);
    return (await response.json()) as readonly ComparableUnitYear[];
  }
}
