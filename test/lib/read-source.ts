import { readFileSync } from 'node:fs';
import { assembleDisclosure } from '../../src/assemble/assemble-disclosure.ts';
import { chooseTableSet } from '../../src/assemble/choose-table-set.ts';
import { readIdentity } from '../../src/assemble/read-identity.ts';
import { extractText } from '../../src/extract/text-document.ts';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import { tableSetSchema } from '../../src/schema/table-set.ts';
import { assembleStages } from '../../scripts/lib/import-stages.ts';

const tableSets = [
  tableSetSchema.parse(
    JSON.parse(
      readFileSync(new URL('../../content/table-sets/shanxi-13.json', import.meta.url), 'utf8'),
    ),
  ),
];

/** The record of a source text, without corrections and without an earlier record. */
export function readSource(text: string): Disclosure {
  const bytes = new TextEncoder().encode(text);
  const document = extractText(bytes);
  const { tableSet, found } = chooseTableSet(document, tableSets);
  const { unitName, year } = readIdentity(document, found.regions);
  if (unitName === null || year === null) throw new Error('Unexpected text without unit or year');
  const source = {
    file: 'shili.txt',
    title: '示例',
    mediaType: document.mediaType,
    sha256: '0'.repeat(64),
    bytes: bytes.length,
    lines: document.lines,
    publisher: null,
    url: null,
    fetchedOn: null,
    note: null,
  };
  return assembleDisclosure(
    {
      document,
      tableSet,
      corrections: [],
      source,
      unitId: '999901-shilidanwei',
      unitName,
      regionCode: '999901',
      year,
      previous: null,
    },
    assembleStages,
  ).disclosure;
}

/** A field of a record that says where or how something is printed, and not what. */
const placeFields = new Set(['place', 'source']);

/**
 * What a record says, without where: places and source card gone, printed texts with widths evened and
 * without thousands separators. Records of one document in two printings say the same.
 */
export function sayings(value: unknown, key = ''): unknown {
  if (typeof value === 'string') {
    const even = value.normalize('NFKC');
    return key === 'printed' ? even.replaceAll(/[\s,]/gu, '') : even;
  }
  if (Array.isArray(value)) return value.map((one) => sayings(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !placeFields.has(name))
      .map(([name, one]) => [name, sayings(one, name)]),
  );
}
