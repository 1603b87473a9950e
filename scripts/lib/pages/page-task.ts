import type { Effort } from '../build-report.ts';
import type { PageProgram } from './page-program.ts';

/** Which pages a process renders. */
export type PageChoice =
  /** Every page. */
  | 'all'
  /** Every page but those of units. */
  | 'indexes'
  /** The pages of units alone. */
  | 'units';

/** What a process is told to render. */
export interface PageTask {
  /** Folder of the task, its own: the pages that are made for it and cannot be placed. */
  readonly work: string;
  /** Folder of the site. */
  readonly out: string;
  readonly program: PageProgram;
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

/** A page as it was rendered. */
export interface RenderedPage {
  /** Its file below the folder of the pages. */
  readonly path: string;
  readonly sha256: string;
  /** Its address below the base path, without a slash at its end. */
  readonly address: string;
  /** Key of what it shows; null = it has none. */
  readonly key: string | null;
  /** Whether it leads away, or says why it is empty. */
  readonly moved: boolean;
  /** Whether it stands in the site already, since nothing stood there. */
  readonly placed: boolean;
}

/** What a process has made of a task. */
export interface PageResult {
  /** Folder of those pages of the task that could not be placed, since they take the place of a file. */
  readonly aside: string;
  readonly pages: readonly RenderedPage[];
  /** Addresses left out because the page is there already. */
  readonly kept: readonly string[];
  /** What the process took for the task. */
  readonly effort: Effort;
}
