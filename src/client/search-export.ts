import { formatFenPlain } from '../money/fen.ts';
import { guardFormula } from '../format/formula-guard.ts';
import { disclosureIdOf, hitPath, hitRecordId, type SearchHit } from '../format/search-hit.ts';
import { fundSources } from '../format/search-record.ts';
import { withBase } from '../format/url.ts';
import type { SearchNames } from './search-names.ts';
import type { HitContext } from './search-service.ts';

/** One hit as it is taken away; null = nothing there. Amounts are exact decimal text in 元. */
export interface ExportedHit {
  readonly kind: string;
  readonly record: string;
  readonly name: string;
  /** Form name, indicator values, second name, code or number, as shown below the name. */
  readonly more: string | null;
  readonly project: string | null;
  readonly levels: string | null;
  readonly disclosure_id: string | null;
  readonly unit_id: string | null;
  readonly unit_name: string | null;
  readonly region_codes: string;
  readonly regions: string;
  readonly years: string;
  readonly phase: string | null;
  readonly subject_code: string | null;
  readonly funds: string;
  readonly table_id: string | null;
  readonly column: string | null;
  readonly amount_yuan: string | null;
  readonly url: string;
}

/** The hits on screen with everything shown of them. */
export function exportHits(
  hits: readonly SearchHit[],
  contexts: readonly (HitContext | null)[],
  names: SearchNames,
  origin: string,
  base: string,
): ExportedHit[] {
  const orNull = (text: string): string | null => (text === '' ? null : text);
  return hits.map((hit, i) => {
    const [name = '', ...more] = hit.fields;
    const hasPhase = hit.kind === 'project' || hit.kind === 'indicator';
    return {
      kind: hit.kind,
      record: hitRecordId(hit),
      name,
      more: orNull(more.join('；')),
      project: orNull(contexts[i]?.project ?? ''),
      levels: orNull(contexts[i]?.levels ?? ''),
      disclosure_id: hit.entry === null ? null : disclosureIdOf(hit.entry),
      unit_id: hit.entry?.unitId ?? (hit.kind === 'unit' ? hit.entity : null),
      unit_name: hit.entry?.unitName ?? null,
      region_codes: hit.regions.join(' '),
      regions: hit.regions.map(names.region).join('；'),
      years: hit.years.join(' '),
      phase: hasPhase ? orNull(hit.phase === 'none' ? '' : hit.phase) : null,
      subject_code: orNull(hit.subject),
      funds: fundSources.filter((_, bit) => (hit.funds & (1 << bit)) !== 0).join(' '),
      table_id: orNull(hit.tableId),
      column: orNull(hit.column),
      amount_yuan: hit.amountFen === null ? null : formatFenPlain(hit.amountFen, '元'),
      url: origin + withBase(base, hitPath(hit)),
    };
  });
}

const columns: readonly (keyof ExportedHit)[] = [
  'kind',
  'record',
  'name',
  'more',
  'project',
  'levels',
  'disclosure_id',
  'unit_id',
  'unit_name',
  'region_codes',
  'regions',
  'years',
  'phase',
  'subject_code',
  'funds',
  'table_id',
  'column',
  'amount_yuan',
  'url',
];

/**
 * The hits as RFC 4180 CSV with a header; empty = null. A text that a spreadsheet would take for a
 * formula gets an apostrophe before it; amounts, which may be negative, stay numbers.
 */
export async function formatCsv(hits: readonly ExportedHit[]): Promise<string> {
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  const rows = hits.map((hit) =>
    columns.map((column) => {
      const value = hit[column] ?? '';
      return column === 'amount_yuan' ? value : guardFormula(value);
    }),
  );
  return stringify([columns, ...rows], { record_delimiter: 'windows' });
}

/** Lets the browser save a text as a file. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
