import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verificationSchema } from '../schema/verification.ts';
import type { Verification } from '../schema/verification.ts';
import type { UnitYear } from './model.ts';
import { fieldName, parseJson } from './record-file.ts';

/** Whether a record was compared with its source by the second reader, and whether that still holds. */
export type VerificationState =
  | { readonly state: 'verified'; readonly verification: Verification }
  /** The record or the source is another than the one compared. */
  | { readonly state: 'void' }
  | { readonly state: 'none' };

/**
 * The verification of a record, from content/verifications/ at the path of the record. One of
 * another record or source counts as void, never as a proof.
 * @throws naming file and field when the file breaks its schema.
 */
export function readVerification(unitYear: UnitYear): VerificationState {
  const path = join(unitYear.contentDirectory, 'verifications', unitYear.file);
  if (!existsSync(path)) return { state: 'none' };
  const place = `content/verifications/${unitYear.file}`;
  const result = verificationSchema.safeParse(parseJson(readFileSync(path, 'utf8'), place));
  if (!result.success) {
    const lines = result.error.issues.map(
      (issue) => `  ${fieldName(issue.path)}: ${issue.message}`,
    );
    throw new Error(`${place}: Unexpected verification.\n${lines.join('\n')}\nVerify again.`);
  }
  const { disclosureId, recordSha256, sourceSha256 } = result.data;
  const holds =
    disclosureId === unitYear.disclosureId &&
    recordSha256 === unitYear.recordSha256 &&
    sourceSha256 === unitYear.source.sha256;
  return holds ? { state: 'verified', verification: result.data } : { state: 'void' };
}
