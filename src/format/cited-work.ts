import { kindLabels } from './labels.ts';

/** What a citation names: a disclosure, or a project or table of it. */
export interface CitedWork {
  /** Permanent id of the record, or of the part of it. */
  readonly id: string;
  /** The unit, as its document prints its name. */
  readonly author: string;
  readonly title: string;
  /** Number of the record's version, from 1. */
  readonly version: number;
  /** Day the page was first published here; null = not registered yet. */
  readonly publishedOn: string | null;
  /** Address of the page, with the anchor of the part; null = the site does not know its own. */
  readonly address: string | null;
  readonly sourceSha256: string;
  /** Name of the archive, which citations give as the publisher. */
  readonly publisher: string;
}

/** A disclosure to be cited. */
export interface CitedDisclosure {
  readonly disclosureId: string;
  readonly unitName: string;
  readonly year: number;
  readonly kind: 'budget' | 'final-accounts';
  readonly sourceSha256: string;
  readonly version: number;
  readonly publishedOn: string | null;
  readonly address: string | null;
  /** Name of the archive. */
  readonly publisher: string;
}

/** A disclosure as a work to cite. */
export const citedDisclosure = (cited: CitedDisclosure): CitedWork => ({
  id: cited.disclosureId,
  author: cited.unitName,
  title: `${cited.year} ${kindLabels[cited.kind]}`,
  version: cited.version,
  publishedOn: cited.publishedOn,
  address: cited.address,
  sourceSha256: cited.sourceSha256,
  publisher: cited.publisher,
});

/** A part of a disclosure as a work to cite: its name and anchor on the page. */
export const citedPart = (
  whole: CitedWork,
  part: { readonly id: string; readonly name: string; readonly anchor: string },
): CitedWork => ({
  ...whole,
  id: part.id,
  title: `${whole.title}·${part.name}`,
  address: whole.address === null ? null : `${whole.address.replace(/#.*/u, '')}#${part.anchor}`,
});

/** How the source file is told apart in a citation. */
export const sourceNote = ({ id, sourceSha256 }: CitedWork): string =>
  `记录 ${id}，来源文件 SHA-256 ${sourceSha256.slice(0, 16)}`;

/** A text on one line: what a format reads line by line must not be broken by a name. */
export function onOneLine(text: string): string {
  // Nearly every text is on one line already, and looking for blanks before a break takes long.
  if (!/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return text.trim();
  return text.replaceAll(/\s*[\p{Cc}\p{Zl}\p{Zp}]+\s*/gu, ' ').trim();
}
