import { z } from 'zod';
import { parsePublishedUrls, registryName } from '../../src/archive/published-urls.ts';
import { sha256 } from '../../src/archive/record-file.ts';
import { versionsFolder } from '../../src/archive/read-versions.ts';
import { ImportRefusal } from '../../src/extract/refusal.ts';
import { formerVersionSchema } from '../../src/schema/former-version.ts';
import { validated } from './import-context.ts';
import { recordText } from './record-text.ts';

/** A record about to be replaced, and what the operator says about it. */
export interface Replacement {
  readonly content: string;
  /** Path of the record below content/disclosures/. */
  readonly file: string;
  /** Text of the record that is replaced. */
  readonly before: string;
  readonly reason: string | undefined;
  /** Day of the replacement. */
  readonly on: string | undefined;
}

/**
 * The files that keep the former version of a record, to be written with the new one. None where the
 * former record was never published, as the registry of published addresses tells by its digest.
 * @throws ImportRefusal when a published record is to be replaced without a reason and a day
 */
export async function keepVersion(
  replacement: Replacement,
  readText: (path: string) => Promise<string | null>,
): Promise<{ path: string; text: string }[]> {
  const { content, file, before, reason, on } = replacement;
  const digest = sha256(before);
  const registry = parsePublishedUrls((await readText(`${content}/${registryName}`)) ?? '');
  if (!registry.some((entry) => entry.sha256 === digest)) return [];
  const folder = `${content}/${versionsFolder(file)}`;
  const listPath = `${folder}/versions.json`;
  const list = await readText(listPath);
  const former = list === null ? [] : validated(z.array(formerVersionSchema), list, listPath);
  const version = former.length + 1;
  const entry = formerVersionSchema.safeParse({ version, sha256: digest, replacedOn: on, reason });
  if (!entry.success) {
    throw new ImportRefusal({
      place: null,
      unexpected: 'replacement of a published record without a reason and a day',
      expected: 'both, because readers see every version',
      todo: 'Import it with --replace --reason <in Chinese> --on <yyyy-mm-dd>.',
    });
  }
  return [
    { path: `${folder}/v${version}.json`, text: before },
    { path: listPath, text: recordText([...former, entry.data]) },
  ];
}
