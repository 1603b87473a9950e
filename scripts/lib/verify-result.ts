import type { Disclosure } from '../../src/schema/disclosure.ts';
import type { Verification } from '../../src/schema/verification.ts';
import type { RecordVerification } from './verify-record.ts';

/** The only place where the verification of a record stands, below content/verifications/. */
export function verificationFile(
  record: Pick<Disclosure, 'regionCode' | 'unitId' | 'year' | 'kind'>,
): string {
  return `${record.regionCode}/${record.unitId}/${record.year}-${record.kind}.json`;
}

/** The text of a verification file for an outcome without differences. */
export function verificationText(
  record: Disclosure,
  recordSha256: string,
  outcome: RecordVerification,
  verifiedOn: string | null,
): string {
  const sum = (count: 'compared' | 'equal' | 'explained'): number =>
    outcome.parts.reduce((total, part) => total + part[count], 0);
  const verification: Verification = {
    disclosureId: record.id,
    sourceSha256: outcome.sha256,
    recordSha256,
    cellsCompared: sum('compared'),
    equal: sum('equal'),
    explained: sum('explained'),
    parts: outcome.parts.map(({ part, compared, equal, explained }) => ({
      part,
      compared,
      equal,
      explained,
    })),
    verifiedOn,
  };
  return `${JSON.stringify(verification, null, 2)}\n`;
}
