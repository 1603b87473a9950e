import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figuresDigest } from '../../../src/archive/earlier-year.ts';
import { readEarlier } from '../../../src/archive/read-records.ts';
import type { Effort, WorkReport } from '../build-report.ts';
import { parseRecordPath, type Part } from './plan-parts.ts';

/** Where parts are built from and to. */
export interface PartsPlace {
  readonly content: string;
  /** Folder of all parts. */
  readonly folder: string;
}

/** A part and where it is built from and to. */
export interface PartTask extends PartsPlace {
  readonly part: Part;
  /** Key of the registers and everything else that all parts are made with. */
  readonly common: string;
}

/** What the building of a part took; the work by what was made. */
export interface PartEffort extends Effort {
  readonly work: WorkReport;
}

/**
 * The folder with what indexes look at of a part that was read and is not built yet, in the folder of all
 * parts: the next build removes it, as it does with every part that is not planned.
 */
export const aheadFolder = (folder: string, id: string): string => join(folder, '.ahead', id);

/** Name of the file that tells what a part was built from: {@link BuiltFrom}. */
export const keyFile = 'key.json';

/** A record of the year before that findings depend on: its file, and what of it they depend on. */
export interface BuiltFromEarlier {
  /** null = there was none. */
  readonly sha256: string | null;
  readonly figures: string | null;
}

/** What a part was built from. */
export interface BuiltFrom extends Pick<Part, 'key'> {
  /** By the file of the later record. */
  readonly earlier: Readonly<Record<string, BuiltFromEarlier>>;
}

/**
 * Whether the folder of parts holds a part as it is planned: of the same records, and of records of the
 * year before with the same figures.
 */
export function isBuilt({ content, folder }: PartsPlace, { id, key, earlier }: Part): boolean {
  try {
    const built = JSON.parse(readFileSync(join(folder, id, keyFile), 'utf8')) as BuiltFrom;
    const isSame = ([file, was]: [string, BuiltFromEarlier]): boolean => {
      const now = earlier[file] ?? null;
      if (now === was.sha256) return true;
      if (now === null || was.figures === null) return false;
      const changed = readEarlier(content, parseRecordPath(file));
      return changed !== null && figuresDigest(changed) === was.figures;
    };
    return built.key === key && Object.entries(built.earlier).every(isSame);
  } catch {
    return false;
  }
}
