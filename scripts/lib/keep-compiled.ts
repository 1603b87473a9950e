import { enableCompileCache, flushCompileCache } from 'node:module';

/** What Node takes the folder from in which it keeps programs as it has compiled them. */
const variable = 'NODE_COMPILE_CACHE';

/**
 * Lets this process, and those it starts, keep programs as Node has compiled them, unless the environment
 * names a folder already: most of the time a build takes that has little to do goes into reading its
 * program. To be called before the program is imported.
 */
export function keepCompiled(folder: string): void {
  process.env[variable] ??= folder;
  enableCompileCache(process.env[variable]);
}

/**
 * Writes what was compiled until now, in a process that is ended from outside: Node writes it only when a
 * process ends by itself. Does nothing where nothing is kept.
 */
export const writeCompiled = (): void => flushCompileCache();

/** What the environment of a process has to hold for that, where it is not handed down as it is. */
export const compiledEnvironment = (): Record<string, string> => {
  const folder = process.env[variable];
  return folder === undefined ? {} : { [variable]: folder };
};
