import type { Disclosure } from '../../src/schema/disclosure.ts';
import type { Difference } from './verify-difference.ts';
import { isVerified, type RecordVerification } from './verify-record.ts';

const kinds: Record<Difference['kind'], string> = {
  different: 'reads differently',
  'missing-in-record': 'missing in the record',
  'missing-in-source': 'missing in the source',
  'not-at-place': 'not printed at its place',
  order: 'in another order',
  'outside-table': 'outside its table',
  measure: 'in another measure',
  correction: 'does not fit the source',
  column: 'in another column',
  row: 'in another row',
};

const quoted = (text: string | null): string => (text === null ? 'nothing' : `"${text}"`);

function differenceLine({ kind, place, what, record, source }: Difference): string {
  return `  ${place} ${what}: ${kinds[kind]}; record ${quoted(record)}, source ${quoted(source)}`;
}

/** The outcome for the operator, one line each: head, parts, corrections, differences, verdict. */
export function verificationLines(record: Disclosure, outcome: RecordVerification): string[] {
  const head = `${record.id}: ${record.source.file}`;
  if (!outcome.isSource) {
    const expected = `${record.source.sha256} (${record.source.bytes} bytes)`;
    return [
      head,
      `  Unexpected source ${outcome.sha256} (${outcome.bytes} bytes), expected ${expected}. Verify the file the record was imported from.`,
      '  NOT VERIFIED',
    ];
  }
  if (!outcome.isReadable) {
    return [
      `${head}, sha256 and size agree`,
      `  No second reader for ${record.source.mediaType}. Compare the record with the file by eye, or import and verify the same document as text, DOCX, XLSX or HTML.`,
      '  NOT VERIFIED',
    ];
  }
  const differences = outcome.parts.flatMap((part) => part.differences);
  return [
    `${head}, sha256 and size agree`,
    ...outcome.parts.map(
      ({ part, compared, equal, explained, differences: found }) =>
        `  ${part}: ${compared} compared, ${equal} equal, ${explained} explained by corrections, ${found.length} differences`,
    ),
    ...record.corrections.map(
      ({ id, place, printed, replacement, kind }) =>
        `  ${place} correction ${id} (${kind}): "${printed}" read as "${replacement}"`,
    ),
    ...outcome.parts.flatMap(({ notes = [] }) => notes.map((note) => `  ${note}`)),
    ...differences.map(differenceLine),
    isVerified(outcome) ? '  VERIFIED' : `  NOT VERIFIED: ${differences.length} differences`,
  ];
}
