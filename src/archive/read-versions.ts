import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Disclosure } from '../schema/disclosure.ts';
import { formerVersionSchema } from '../schema/former-version.ts';
import type { FormerVersion } from '../schema/former-version.ts';
import type { UnitYear } from './model.ts';
import { fieldName, parseJson, sha256 } from './record-file.ts';

/** Path of the folder of former versions of a record below a content folder. */
export const versionsFolder = (file: string): string =>
  join('versions', file.replace(/\.json$/u, ''));

/**
 * The former versions of a record, oldest first; empty = it was never replaced since it was published.
 * @throws when the list breaks its schema, does not count from 1, or a version is not the file it was
 */
export function readVersions(
  unitYear: Pick<UnitYear, 'contentDirectory' | 'file'>,
): FormerVersion[] {
  const { contentDirectory, file } = unitYear;
  const folder = versionsFolder(file);
  const path = join(contentDirectory, folder, 'versions.json');
  const place = `content/${folder}/versions.json`;
  if (!existsSync(path)) return [];
  const result = z
    .array(formerVersionSchema)
    .safeParse(parseJson(readFileSync(path, 'utf8'), place));
  if (!result.success) {
    const lines = result.error.issues.map(
      (issue) => `  ${fieldName(issue.path)}: ${issue.message}`,
    );
    throw new Error(`${place}: Unexpected list of versions.\n${lines.join('\n')}\nMend the file.`);
  }
  for (const [i, former] of result.data.entries()) {
    if (former.version !== i + 1) {
      throw new Error(`${place}: Unexpected version ${former.version}, expected ${i + 1}.`);
    }
    readVersionText(unitYear, former);
  }
  return result.data;
}

/**
 * The text of a former version, byte for byte as it was published.
 * @throws when its file is gone or another
 */
export function readVersionText(
  { contentDirectory, file }: Pick<UnitYear, 'contentDirectory' | 'file'>,
  { version, sha256: expected }: FormerVersion,
): string {
  const name = join(versionsFolder(file), `v${version}.json`);
  const text = readFileSync(join(contentDirectory, name), 'utf8');
  if (sha256(text) === expected) return text;
  throw new Error(
    `content/${name}: Unexpected content, expected SHA-256 ${expected}. A version is never changed: restore the file.`,
  );
}

/** The record of a former version. */
export const parseVersion = (text: string): Disclosure => JSON.parse(text) as Disclosure;
