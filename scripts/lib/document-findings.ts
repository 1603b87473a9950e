import { checkRecord } from '../../src/archive/check-record.ts';
import { isYearBefore } from '../../src/archive/earlier-year.ts';
import { recordFile } from '../../src/archive/record-file.ts';
import { type Disclosure, disclosureSchema } from '../../src/schema/disclosure.ts';
import type { Finding } from '../../src/schema/finding.ts';
import { type ImportEffects, validated } from './import-context.ts';

/**
 * The findings of all checks on a document, in the archive or not; compared with the year before when
 * the content folder or `beside` has it.
 * @throws when the record of the year before breaks the schema.
 */
export async function documentFindings(
  disclosure: Disclosure,
  content: string,
  effects: Pick<ImportEffects, 'readText'>,
  beside: readonly Disclosure[] = [],
): Promise<readonly Finding[]> {
  const near = beside.find((candidate) => isYearBefore(candidate, disclosure));
  return checkRecord(disclosure, near ?? (await readYearBefore(disclosure, content, effects)));
}

/** The record of the same unit for the year before; null = not in the archive. */
async function readYearBefore(
  disclosure: Disclosure,
  content: string,
  effects: Pick<ImportEffects, 'readText'>,
): Promise<Disclosure | null> {
  const path = `${content}/disclosures/${recordFile({ ...disclosure, year: disclosure.year - 1 })}`;
  const text = await effects.readText(path);
  return text === null ? null : validated(disclosureSchema, text, path);
}
