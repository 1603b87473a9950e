import { formatFen } from '../money/fen.ts';
import { facetNames } from '../format/search-filters.ts';
import { searchKindLabels } from '../format/search-record.ts';
import type { SearchView } from '../format/search-view.ts';
import type { SearchState } from './search-address.ts';
import type { SearchNames } from './search-names.ts';
import type { QueryReading } from './search-service.ts';

/** One sentence on what was found, for the status line. */
export function describeCount(typed: string, { total, found, groups }: SearchView): string {
  if (found === 0) return `没有找到“${typed}”。`;
  const kinds = groups.map(({ kind, total: of }) => `${searchKindLabels[kind]} ${print(of)}`);
  const filtered = total === found ? '' : `（筛选前 ${print(found)} 条）`;
  const list = kinds.length === 0 ? '' : `：${kinds.join('，')}`;
  return `“${typed}”找到 ${print(total)} 条${filtered}${list}。`;
}

/** How the query was read where it was not searched as typed; empty where it was. */
export function describeReading(
  reading: QueryReading | 'simplified',
  typed: string,
  words: readonly string[],
): string {
  const list = words.map((word) => `“${word}”`).join('、');
  switch (reading) {
    case 'typed':
      return '';
    case 'unquoted':
      return `照原样没有找到，已去掉引号检索${list}。`;
    case 'simplified':
      return `照原样没有找到，已按简体检索${list}。`;
    case 'pinyin':
      return `照原样没有找到，已按拼音“${typed}”检索项目和单位：${list}。`;
  }
}

/** A citation of the query and its filters with the day and the address. */
export function citeQuery(
  state: SearchState,
  total: number,
  names: SearchNames,
  address: string,
  today: Date,
  archiveTitle: string,
): string {
  const filters = facetNames.flatMap((facet) =>
    state.filters[facet].map((value) => names.facetValue(facet, value)),
  );
  const { minFen, maxFen } = state.filters;
  if (minFen !== null) filters.push(`不低于 ${formatFen(minFen, '万元')} 万元`);
  if (maxFen !== null) filters.push(`不高于 ${formatFen(maxFen, '万元')} 万元`);
  const chosen = filters.length === 0 ? '' : `（${filters.join('，')}）`;
  const month = String(today.getMonth() + 1).padStart(2, '0');
  const day = String(today.getDate()).padStart(2, '0');
  const date = `${today.getFullYear()}-${month}-${day}`;
  return `${archiveTitle}. 检索“${state.typed}”${chosen}，${total} 条[DB/OL]. [${date}]. ${address}.`;
}

const print = (count: number): string => count.toLocaleString('zh-CN');
