import type { ExtractedDocument } from '../extract/extracted-document.ts';
import { ImportRefusal } from '../extract/refusal.ts';
import type { TableSet } from '../schema/table-set.ts';
import { findTables, type FoundTables } from './find-tables.ts';

/** A table set with the tables of it that a document has. */
export interface ChosenTableSet {
  readonly tableSet: TableSet;
  readonly found: FoundTables;
}

/**
 * The table set of which the document has most tables, the first of equals. A kind of document the
 * operator names leaves only the sets of that kind.
 * @throws ImportRefusal when the document has no table of any set, or more tables outside the set
 * than in it.
 */
export function chooseTableSet(
  document: ExtractedDocument,
  allSets: readonly TableSet[],
  kind?: TableSet['kind'],
): ChosenTableSet {
  const tableSets = allSets.filter((tableSet) => kind === undefined || tableSet.kind === kind);
  const choices = tableSets.map((tableSet) => ({
    tableSet,
    found: findTables(document, tableSet),
  }));
  const best = choices.reduce<ChosenTableSet | undefined>(
    (before, next) =>
      before !== undefined && before.found.regions.length >= next.found.regions.length
        ? before
        : next,
    undefined,
  );
  const ids = tableSets.map((tableSet) => tableSet.id).join(', ');
  const count = best?.found.regions.length ?? 0;
  const unknown = best?.found.unknownTitles ?? [];
  if (best !== undefined && count > unknown.length) return best;
  const [first] = unknown;
  if (first === undefined) {
    throw new ImportRefusal({
      place: null,
      unexpected: 'text without any table title and header of a known table set',
      expected: `the tables of ${ids}`,
      todo: 'Check that this is the disclosure of a budget or of final accounts, or add its table set to content/table-sets/.',
    });
  }
  throw new ImportRefusal({
    place: first.place,
    unexpected: `table set with ${unknown.length} unknown tables, the first "${first.cells[0]?.text ?? ''}"`,
    expected: `one of ${ids}`,
    todo: 'Add the table set to content/table-sets/.',
  });
}
