import type { UnitYear } from './model.ts';
import { sha256 } from './record-file.ts';

const digests = new WeakMap<object, string>();

const isUnitYear = (value: unknown): value is UnitYear =>
  typeof value === 'object' && value !== null && 'recordSha256' in value && 'totals' in value;

function digestOf(unitYear: UnitYear): string {
  const known = digests.get(unitYear);
  if (known !== undefined) return known;
  const digest = sha256(JSON.stringify({ ...unitYear, contentDirectory: null }));
  digests.set(unitYear, digest);
  return digest;
}

/**
 * The key of a page that shows nothing but `shown`, apart from the generator, the registers and the
 * texts of the content folder: while it stays the same, so does the page, and a build may keep it. A
 * unit-year counts as the digest of its summary.
 */
export const pageKey = (...shown: readonly unknown[]): string =>
  sha256(
    JSON.stringify(shown, (_key, value: unknown) => (isUnitYear(value) ? digestOf(value) : value)),
  ).slice(0, 32);
