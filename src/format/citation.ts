import { kindLabels } from './labels.ts';

/** What a citation names. */
export interface CitedDisclosure {
  readonly disclosureId: string;
  readonly unitName: string;
  readonly year: number;
  readonly kind: 'budget' | 'final-accounts';
  readonly sourceSha256: string;
}

/**
 * A citation of a disclosure in the manner of GB/T 7714, with the record's id and the start of the
 * source's SHA-256. `address` is the full address of the page; null = the site does not know it.
 * Basis: GB/T 7714—2015, electronic resources; the id and digest are our own practice.
 */
export function formatCitation(disclosure: CitedDisclosure, address: string | null): string {
  const { disclosureId, unitName, year, kind, sourceSha256 } = disclosure;
  const parts = [
    `${unitName}. ${year} ${kindLabels[kind]}[DB/OL]`,
    `预算公开档案，记录 ${disclosureId}，来源文件 SHA-256 ${sourceSha256.slice(0, 16)}`,
    ...(address === null ? [] : [address]),
  ];
  return `${parts.join('. ')}.`;
}
