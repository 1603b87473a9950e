import type { PartEntry } from './part-files.ts';
import { sha256 } from './record-file.ts';

const summaries = new Map<string, Pick<PartEntry, 'summarySha256' | 'amounts'>>();

/** What tells a record in the digests of summaries. */
type SummaryKey = Pick<PartEntry, 'disclosureId' | 'recordSha256'>;
const summaryKey = ({ disclosureId, recordSha256 }: SummaryKey): string =>
  `${disclosureId} ${recordSha256}`;

/** Takes over the digests that parts have of the summaries of their records, so that keys need not make them. */
export function knowSummaries(entries: readonly PartEntry[]): void {
  summaries.clear();
  for (const entry of entries) summaries.set(summaryKey(entry), entry);
}

/** The digest a part has of the amounts of a record; undefined = no part was asked. */
export const knownAmounts = (record: SummaryKey): string | undefined =>
  summaries.get(summaryKey(record))?.amounts;

const digests = new WeakMap<object, string>();

/** Whether a value is one that many pages show a part of: a unit-year, or a region with its units. */
const isShared = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  (('recordSha256' in value && 'totals' in value) || 'unitYearsBelow' in value);

/** Shared values by their digest, which is made once; where content/ lies says nothing. */
const replace =
  (except: object | null) =>
  (key: string, value: unknown): unknown =>
    key === 'contentDirectory'
      ? null
      : isShared(value) && value !== except
        ? digestOf(value)
        : value;

function digestOf(value: object): string {
  const made = digests.get(value);
  if (made !== undefined) return made;
  const known =
    'recordSha256' in value ? summaries.get(summaryKey(value as SummaryKey)) : undefined;
  const digest = known?.summarySha256 ?? sha256(JSON.stringify(value, replace(value)));
  digests.set(value, digest);
  return digest;
}

/** Whether the build asks for keys: it does where it renders the pages over several units. */
const areAskedFor = (): boolean => process.env['ARCHIVE_PAGE_KEYS'] === 'yes';

/**
 * The key of a page that shows nothing but `shown`, apart from the generator, the registers and the
 * texts of the content folder, to be spread into its entry of getStaticPaths: while it stays the same, so
 * does the page, and a build may keep it. Empty where nobody asks for keys.
 */
export const pageKey = (shown: () => readonly unknown[]): { readonly cacheKey?: string } =>
  areAskedFor() ? { cacheKey: sha256(JSON.stringify(shown(), replace(null))).slice(0, 32) } : {};
