import type { SearchView } from '../format/search-view.ts';
import type { SearchState } from './search-address.ts';
import type { SearchClient } from './search-client.ts';
import { exportHits, formatCsv, saveFile } from './search-export.ts';
import type { SearchNames } from './search-names.ts';

/** Saves exactly the hits on screen, in their order, as CSV or JSON. */
export async function saveShown(
  format: 'csv' | 'json',
  state: SearchState,
  view: SearchView,
  client: SearchClient,
  names: SearchNames,
  base: string,
): Promise<void> {
  const hits = view.groups.flatMap((group) => group.hits);
  const contexts = await client.contexts(hits);
  const rows = exportHits(hits, contexts, names, location.origin, base);
  const name = `检索-${state.typed.trim().replace(/[\\/:*?"<>|\s]+/gu, '-')}`;
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
    shown: rows.length,
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
