import { createHash } from 'node:crypto';
import type { ImportContext } from './import-context.ts';
import { type ImportOptions, readImportBytes } from './import-file.ts';
import { type ImportedSource, saysTheSame } from './imported-sources.ts';
import type { ReadAnswer, ReadEffects } from './import-reader.ts';

/**
 * A source read and assembled, or the record that was made of the same bytes before, which is not read
 * again unless it is to be replaced or the operator says something else of it.
 * @throws ImportRefusal when the source cannot be read without guessing.
 */
export async function readUnlessImported(
  path: string,
  options: ImportOptions,
  context: ImportContext,
  effects: ReadEffects,
): Promise<ReadAnswer> {
  const bytes = await effects.readBytes(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const imported = options.replace ? undefined : context.sources.get(sha256);
  if (imported !== undefined && (await standsAsAsked(imported, options, effects)))
    return { imported };
  return { file: await readImportBytes({ path, bytes }, options, context, effects) };
}

async function standsAsAsked(
  imported: ImportedSource,
  options: ImportOptions,
  effects: ReadEffects,
): Promise<boolean> {
  if (options.withProse !== true) return saysTheSame(imported, options, false);
  const text = (await effects.readText(imported.path)) ?? '{}';
  return saysTheSame(imported, options, 'prose' in (JSON.parse(text) as object));
}
