import type { Place } from '../schema/place.ts';

/** What an operator can say of a document that does not tell it itself. */
export type MissingPart = 'unit' | 'year' | 'region';

/** What a refusal says: where, what was met, what was expected, and what the operator can do. */
export interface RefusalDetails {
  /** Place in the source; null = the document as a whole. */
  readonly place: Place | null;
  /** What was met, quoted where it is text. */
  readonly unexpected: string;
  readonly expected: string;
  /** The next step for the operator, a whole sentence. */
  readonly todo: string;
  /** The part that would let the import go on; absent = none would. */
  readonly missing?: MissingPart;
}

/**
 * The import cannot go on without guessing; the operator must act. The message reads
 * `L12C3: Unexpected amount "12万", expected …. Add a correction …`.
 */
export class ImportRefusal extends Error {
  override name = 'ImportRefusal';
  readonly place: Place | null;
  readonly missing: MissingPart | null;

  constructor(details: RefusalDetails) {
    const where = details.place === null ? '' : `${details.place}: `;
    super(
      `${where}Unexpected ${details.unexpected}, expected ${details.expected}. ${details.todo}`,
    );
    this.place = details.place;
    this.missing = details.missing ?? null;
  }
}

/** A refusal that was made elsewhere, from its whole message. */
export function refusalOf(message: string, place: Place | null): ImportRefusal {
  const refusal = new ImportRefusal({ place, unexpected: '', expected: '', todo: '' });
  refusal.message = message;
  return refusal;
}
