import { isComplete } from '../format/search-coverage.ts';
import type { SearchState } from './search-address.ts';
import type { SearchClient } from './search-client.ts';
import { exportHits, formatCsv, saveFile } from './search-export.ts';
import type { FindRequest, HitContext } from './search-service.ts';
import type { SearchNames } from './search-names.ts';

/** Hits whose contexts are asked for at once. */
const contextsTogether = 400;

/**
 * Saves all hits that the filters let through, in their order, also those the page does not show yet,
 * as CSV or JSON. The name of the file tells where not everything was searched.
 */
export async function saveFound(
  format: 'csv' | 'json',
  state: SearchState,
  request: FindRequest,
  client: SearchClient,
  names: SearchNames,
  base: string,
): Promise<void> {
  const everything = { ...request, limits: {}, limit: Number.MAX_SAFE_INTEGER };
  const { view, coverage } = await client.view(everything, () => undefined);
  const hits = view.groups.flatMap((group) => group.hits);
  const contexts: (HitContext | null)[] = [];
  for (let from = 0; from < hits.length; from += contextsTogether) {
    contexts.push(...(await client.contexts(hits.slice(from, from + contextsTogether))));
  }
  const rows = exportHits(hits, contexts, names, location.origin, base);
  const name = `检索-${state.typed.trim().replace(/[\\/:*?"<>|\s]+/gu, '-')}${isComplete(coverage) ? '' : '-未查完'}`;
  if (format === 'csv') {
    saveFile(`${name}.csv`, 'text/csv', await formatCsv(rows));
    return;
  }
  const { typed, filters, order } = state;
  const all = {
    query: typed,
    address: location.href,
    filters,
    order,
    total: view.total,
    complete: isComplete(coverage),
    hits: rows,
  };
  saveFile(`${name}.json`, 'application/json', `${JSON.stringify(all, null, 2)}\n`);
}

/** Copies a text; the sentence that says how it went. */
export async function copyText(label: string, text: string): Promise<string> {
  const done = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  return done ? `${label}：已复制` : `浏览器不许复制，请自行选取：${text}`;
}
