import { z } from 'zod';
import { archiveConfigName, parseArchiveConfig } from '../../src/archive/read-archive-config.ts';
import { fieldName, parseJson } from '../../src/archive/record-file.ts';
import type { ExtractedDocument } from '../../src/extract/extracted-document.ts';
import { type Region, regionFileSchema } from '../../src/schema/region.ts';
import { type TableSet, tableSetSchema } from '../../src/schema/table-set.ts';
import { type Unit, unitSchema } from '../../src/schema/unit.ts';
import type { ImportProgress } from './import-progress.ts';
import type { ImportPrompts } from './import-prompts.ts';
import type { ImportReader } from './import-reader.ts';
import type { ImportedSources } from './imported-sources.ts';
import type { FileChange } from './write-files.ts';

/** Everything an import does outside itself. */
export interface ImportEffects {
  readBytes(path: string): Promise<Uint8Array>;
  /** Files a path on the command line stands for; absent = the path itself. */
  readonly sourceFiles?: (path: string) => Promise<readonly string[]>;
  /** Reads a source; absent = in this process, for sources that are trusted. */
  readonly extract?: (bytes: Uint8Array) => Promise<ExtractedDocument>;
  /** Text of a file; null = there is no such file. */
  readText(path: string): Promise<string | null>;
  /** Names of the files in a folder, in text order; empty when there is no such folder. */
  listFiles(folder: string): Promise<readonly string[]>;
  /** The sources of all records and drafts of a content folder; absent = none is known. */
  readonly importedSources?: (content: string) => Promise<ImportedSources>;
  /** Makes all changes or none. */
  writeFiles(files: readonly FileChange[]): Promise<void>;
  /** Keeps other imports out of a content folder until the answer is called; absent = nobody else. */
  readonly lock?: (content: string, wait: boolean) => Promise<() => Promise<void>>;
  /** Reads several files at once; absent = one after the other in this process. */
  readonly reader?: (context: ImportContext, jobs: number) => ImportReader;
  /** Asks the operator; absent = there is nobody to ask. */
  readonly prompts?: ImportPrompts;
  /** Shows how far an import of several files is; absent = a line for each file. */
  readonly progress?: (total: number) => ImportProgress;
  /** Whether the operator wants to stop. */
  readonly stopped?: () => boolean;
  print(line: string): void;
}

/** The registers an import looks things up in. */
export interface ImportContext {
  readonly content: string;
  readonly tableSets: readonly TableSet[];
  readonly regions: readonly Region[];
  readonly units: readonly Unit[];
  /** Division the archive is limited to; null = none. */
  readonly regionRoot: string | null;
  /** The sources imported before this run. */
  readonly sources: ImportedSources;
}

/** The file content/units.json; a bare list is taken as well, as it is everywhere. */
export const unitFileSchema = z.union([
  z.strictObject({ units: z.array(unitSchema) }),
  z.array(unitSchema).transform((units) => ({ units })),
]);

/**
 * The registers of a content folder, validated; no units.json means no units yet.
 * @throws naming the file when one breaks its schema.
 */
export async function readImportContext(
  content: string,
  effects: Pick<ImportEffects, 'readText' | 'listFiles' | 'importedSources'>,
): Promise<ImportContext> {
  const names = (await effects.listFiles(`${content}/table-sets`)).filter((name) =>
    name.endsWith('.json'),
  );
  const tableSets: TableSet[] = [];
  for (const name of names) {
    const path = `${content}/table-sets/${name}`;
    tableSets.push(validated(tableSetSchema, (await effects.readText(path)) ?? '', path));
  }
  const regionPath = `${content}/regions.json`;
  const unitPath = `${content}/units.json`;
  const units = await effects.readText(unitPath);
  const config = await effects.readText(`${content}/${archiveConfigName}`);
  return {
    content,
    tableSets,
    regions: validated(regionFileSchema, (await effects.readText(regionPath)) ?? '', regionPath)
      .regions,
    units: units === null ? [] : validated(unitFileSchema, units, unitPath).units,
    regionRoot: parseArchiveConfig(config ?? '{}').regionRoot,
    sources: (await effects.importedSources?.(content)) ?? new Map(),
  };
}

/**
 * The value of a JSON file, validated.
 * @throws naming file and field when the text is no JSON or breaks the schema.
 */
export function validated<S extends z.ZodType>(schema: S, text: string, path: string): z.infer<S> {
  const result = schema.safeParse(parseJson(text, path));
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${fieldName(issue.path)}: ${issue.message}`);
  throw new Error(`${path}: Unexpected content.\n${lines.join('\n')}\nMend the file.`);
}
