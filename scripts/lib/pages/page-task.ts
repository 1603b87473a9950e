import type { Effort } from '../build-report.ts';

/** Which pages a process renders. */
export type PageChoice =
  /** Every page. */
  | 'all'
  /** Every page but those of units. */
  | 'indexes'
  /** The pages of units alone. */
  | 'units';

/** What a process is told to render, in a file of JSON. */
export interface PageTask {
  /** Folder of the process, its own: what Astro keeps between builds, and the pages it makes. */
  readonly work: string;
  /** The content folder. */
  readonly content: string;
  /** The file that tells the slice of the archive. */
  readonly slice: string;
  readonly choice: PageChoice;
  /** Ids of the units whose pages are rendered; null = all of the archive. */
  readonly units: readonly string[] | null;
  /** Keys of pages that are there already, by address: those with the same key are left out. */
  readonly known: Readonly<Record<string, string>>;
  /** Path the site stands under, and its public address; null = not known. */
  readonly base: string;
  readonly site: string | null;
}

/** What a process has made, in the file `result.json` of its folder. */
export interface PageResult {
  /** Keys by address of the pages that have one: of those rendered and of those left out. */
  readonly keys: Readonly<Record<string, string>>;
  /** Addresses left out because the page is there already. */
  readonly kept: readonly string[];
  /** Addresses of pages that lead away, or say why they are empty. */
  readonly moved: readonly string[];
  readonly rendered: number;
  /** What the process took until the pages were there. */
  readonly effort: Effort;
}

/** The folder of a task's pages, and the file of its result. */
export const madeBy = (work: string): { readonly site: string; readonly result: string } => ({
  site: `${work}/dist`,
  result: `${work}/result.json`,
});
