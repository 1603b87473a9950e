import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file to be written whole, or removed. */
export interface FileChange {
  readonly path: string;
  /** What the file will hold; null = it is removed. */
  readonly text: string | Uint8Array | null;
}

/** Ending of files that are being written; they are hidden, so that nobody takes them for records. */
export const temporaryEnding = '.import.tmp';

interface Step extends FileChange {
  /** The new file beside its place. */
  readonly made: string;
  /** A copy of the file that stood there. */
  readonly former: string;
}

const stepOf = (change: FileChange, index: number): Step => {
  const folder = dirname(change.path);
  const name = `.${basename(change.path)}.${process.pid}-${index}`;
  const at = (kind: string): string => join(folder, `${name}.${kind}${temporaryEnding}`);
  return { ...change, made: at('new'), former: at('old') };
};

/**
 * Makes all changes or none: every file is written beside its place first, whole and on the disk, then
 * all take their places in the order given; when one cannot, those before it are put back.
 * @throws what the disk says; nothing is changed then.
 */
export async function writeFiles(changes: readonly FileChange[]): Promise<void> {
  const steps = changes.map(stepOf);
  const done: (Step & { readonly stood: boolean })[] = [];
  try {
    for (const step of steps) await prepare(step);
    for (const step of steps) {
      const stood = await keepFormer(step);
      done.push({ ...step, stood });
      if (step.text === null) await rm(step.path, { force: true });
      else await rename(step.made, step.path);
    }
  } catch (error) {
    for (const { path, former, stood } of done.toReversed()) {
      if (stood) await rename(former, path);
      else await rm(path, { force: true }).catch(() => undefined);
    }
    throw error;
  } finally {
    await Promise.all(
      steps.flatMap(({ made, former }) => [rm(made, { force: true }), rm(former, { force: true })]),
    );
  }
}

async function prepare({ path, made, text }: Step): Promise<void> {
  if (text === null) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(made, text, { flush: true });
}

/** Copies the file that stands at a place; false = there is none. */
async function keepFormer({ path, former }: Step): Promise<boolean> {
  try {
    await copyFile(path, former);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
