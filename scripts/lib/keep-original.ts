import { type FormRow, formRows } from '../../src/assemble/form-rows.ts';
import { containsPersonalData, countPersonalData } from '../../src/assemble/personal-data.ts';
import type { ExtractedDocument } from '../../src/extract/extracted-document.ts';
import { ImportRefusal } from '../../src/extract/refusal.ts';
import type { SourceDocument } from '../../src/schema/source.ts';

/** Largest source kept, in bytes: static hosts refuse single files above 25 MiB. */
export const maximumOriginalBytes = 25_000_000;

/**
 * Endings by media type. A web page is kept as text: under its own ending its scripts would run with
 * the rights of the site's own pages.
 */
const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.ms-excel': 'xls',
  'text/plain': 'txt',
  'text/html': 'html.txt',
};

/** What a scan for personal data met in what a source shows. */
export interface PersonalDataScan {
  readonly handlers: number;
  readonly telephones: number;
  readonly idNumbers: number;
  /** Lines outside the feet of forms with a name or telephone number after its label. */
  readonly others: number;
  /** Parts the reader left out because they are hidden, so that nobody has seen them. */
  readonly hiddenParts: number;
  /** Where, each place once; what is printed there is not said. */
  readonly places: readonly string[];
}

const isCounted = (row: FormRow): boolean => {
  const { handlers, telephones, idNumbers } = countPersonalData([row]);
  return handlers + telephones + idNumbers > 0;
};

/** Counts personal data, and hidden parts that may hold some, in a source that is to be published. */
export function scanPersonalData(document: ExtractedDocument): PersonalDataScan {
  const rows = formRows(document);
  const counted = rows.filter(isCounted);
  const others = rows.filter((row) => !counted.includes(row) && containsPersonalData(row.text));
  const hidden = (document.notices ?? []).filter(({ what }) => what.startsWith('hidden '));
  const places = [...counted, ...others, ...hidden].map(({ place }) => place ?? '-');
  return {
    ...countPersonalData(rows),
    others: others.length,
    hiddenParts: hidden.length,
    places: [...new Set(places)],
  };
}

/**
 * The source card with the name of the kept copy, where the operator asks for one.
 * @throws ImportRefusal when the source is too large, or prints personal data or hides parts and
 * nobody has said that it was looked at.
 */
export function withOriginal(
  card: SourceDocument,
  document: ExtractedDocument,
  asked: 'keep' | 'checked' | undefined,
): SourceDocument {
  if (asked === undefined) return card;
  const ending = endings[card.mediaType];
  if (ending === undefined)
    throw new Error(`Unexpected media type ${card.mediaType}, expected one with an ending.`);
  if (card.bytes > maximumOriginalBytes) {
    throw new ImportRefusal({
      place: null,
      unexpected: `source of ${card.bytes} bytes to be kept`,
      expected: `at most ${maximumOriginalBytes}`,
      todo: 'Import it without --keep-original, or save it smaller.',
    });
  }
  if (asked === 'keep') refuseUnchecked(scanPersonalData(document));
  return { ...card, original: `${card.sha256}.${ending}` };
}

function refuseUnchecked(scan: PersonalDataScan): void {
  if (scan.places.length === 0) return;
  const { handlers, telephones, idNumbers, others, hiddenParts, places } = scan;
  const shown = places.slice(0, 10).join(', ') + (places.length > 10 ? ', …' : '');
  const counts = [
    `${handlers} names of handlers`,
    `${telephones} telephone numbers`,
    `${idNumbers} ID numbers`,
    `${others} other lines with labelled names or numbers`,
    `${hiddenParts} hidden parts`,
  ].join(', ');
  throw new ImportRefusal({
    place: null,
    unexpected: `source with ${counts} in ${places.length} places (${shown}) to be published whole`,
    expected: 'none',
    todo: 'Import it without --keep-original, keep a copy in which they are blacked out, or say with --original-checked that it may be published.',
  });
}
