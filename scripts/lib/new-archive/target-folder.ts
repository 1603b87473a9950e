import type { Stats } from 'node:fs';
import { lstat, mkdtemp, readdir, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';

const statusOf = (path: string): Promise<Stats | null> =>
  lstat(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });

/**
 * The absolute path of a folder a new archive may become: one that is not there, or is empty.
 * @throws when it is a link, a file, not empty, in the generator, around it, or in a folder that is not
 * there.
 */
export async function safeTarget(given: string, generator: string): Promise<string> {
  if (given.trim() === '' || /\p{Cc}/u.test(given))
    throw new Error(`Unexpected folder "${given}", expected a path such as ../my-archive.`);
  const path = resolve(given);
  const parent = await realpath(dirname(path)).catch(() => null);
  if (parent === null)
    throw new Error(`${given}: Unexpected absence of the folder around it. Make that first.`);
  const target = join(parent, basename(path));
  const home = await realpath(generator);
  if (target === home || target.startsWith(home + sep) || home.startsWith(target + sep))
    throw new Error(
      `${given}: Unexpected folder in or around the generator, expected one beside it, such as ../my-archive.`,
    );
  const status = await statusOf(target);
  if (status === null) return target;
  if (status.isSymbolicLink())
    throw new Error(`${given}: Unexpected link, expected a folder that is new or empty.`);
  if (!status.isDirectory())
    throw new Error(`${given}: Unexpected file, expected a folder that is new or empty.`);
  if ((await readdir(target)).length > 0)
    throw new Error(`${given}: Unexpected files in it, expected a folder that is new or empty.`);
  return target;
}

/**
 * Fills a folder beside the target and puts it in the target's place when it is whole.
 * @throws what `fill` throws; nothing is left then.
 */
export async function fillWhole(
  target: string,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  const made = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    await fill(made);
    await rmdir(target).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    });
    await rename(made, target);
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}
