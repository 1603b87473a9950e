import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ArchiveConfig } from '../schema/archive-config.ts';
import { economicClassSchema } from '../schema/economic-class.ts';
import { regionSchema } from '../schema/region.ts';
import { unitSchema } from '../schema/unit.ts';
import type { Registers } from './build-archive.ts';
import { readArchiveConfig } from './read-archive-config.ts';
import { readTopics } from './read-topics.ts';
import { fieldName, parseJson } from './record-file.ts';

/**
 * The registers of a content folder, its configuration and its finished topics, validated.
 * @throws naming file and field when a register is not there, or one or a topic breaks its schema.
 */
export function readRegisters(
  contentDirectory: string,
): Registers & { readonly config: ArchiveConfig } {
  return {
    config: readArchiveConfig(contentDirectory),
    units: readRegister(contentDirectory, 'units.json', 'units', unitSchema),
    regions: readRegister(contentDirectory, 'regions.json', 'regions', regionSchema),
    economicClasses: readRegister(
      contentDirectory,
      'economic-classes.json',
      'economicClasses',
      economicClassSchema,
    ),
    topics: readTopics(contentDirectory),
  };
}

/** Entries of a register file: a list, or an object that holds the list under `key`. */
function readRegister<S extends z.ZodType>(
  contentDirectory: string,
  file: string,
  key: string,
  schema: S,
): z.infer<S>[] {
  const place = `content/${file}`;
  const value = parseJson(readText(join(contentDirectory, file), place), place);
  const list = Array.isArray(value) ? value : (value as Record<string, unknown> | null)?.[key];
  const result = z.array(schema).safeParse(list);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${fieldName(issue.path)}: ${issue.message}`);
  throw new Error(`${place}: Unexpected register.\n${lines.join('\n')}\nMend the file.`);
}

function readText(path: string, place: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Error(`${place}: Unexpected absence, expected the register there.`, { cause });
  }
}
