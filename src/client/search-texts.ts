import { formatFen } from '../money/fen.ts';
import { facetNames } from '../format/search-filters.ts';
import type { PinyinFiles } from '../format/search-files.ts';
import { isPinyinQuery } from '../format/search-pinyin.ts';
import { searchKindLabels } from '../format/search-record.ts';
import { isComplete, type SearchCoverage } from '../format/search-coverage.ts';
import type { SearchView } from '../format/search-view.ts';
import type { SearchState } from './search-address.ts';
import type { SearchNames } from './search-names.ts';
import type { FindAnswer, QueryReading } from './search-service.ts';

/** Whether nothing contains the query, anywhere in the archive. */
export const findsNothing = ({ view, coverage }: FindAnswer): boolean =>
  view.found === 0 && coverage.outside === 0 && isComplete(coverage);

/** Sentences on what was found and how much of the archive that speaks of, for the status line. */
export function describeCount(
  typed: string,
  { total, found, groups }: SearchView,
  coverage: SearchCoverage,
): string {
  const rest = describeRest(coverage);
  const isFiltered = coverage.outside > 0;
  if (found === 0) {
    if (rest !== '') return `${rest}目前没有找到“${typed}”。`;
    if (!isFiltered) return `没有找到“${typed}”。`;
    return `在所选地区和年度没有找到“${typed}”，其他地区或年度可能有。`;
  }
  const kinds = groups.map(({ kind, total: of }) => `${searchKindLabels[kind]} ${print(of)}`);
  const isAll = total === found || isFiltered || rest !== '';
  const filtered = isAll ? '' : `（筛选前 ${print(found)} 条）`;
  const list = kinds.length === 0 ? '' : `：${kinds.join('，')}`;
  const soFar = rest === '' ? '' : '目前';
  return `${rest}“${typed}”${soFar}找到 ${print(total)} 条${filtered}${list}。`;
}

/** What of the archive was not searched, though it should have been; empty when nothing is missing. */
function describeRest({ parts, searched, lost, paused }: SearchCoverage): string {
  const share = `${print(searched)} / ${print(parts)} 个分库`;
  const sentences = [
    lost > 0 ? `检索没有完成：${print(lost)} 个分库的索引未能取得，其中的记录不在下列结果里。` : '',
    paused ? `结果很多，已查 ${share}，先停在这里。` : '',
    !paused && searched < parts ? `正在检索，已查 ${share}。` : '',
  ];
  return sentences.join('');
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

/**
 * What typed letters are not compared with, where an archive has too many names for a browser; empty
 * where they are compared with all, or were not read as pinyin and find something.
 */
export function describePinyinLimit(
  reading: QueryReading | 'simplified',
  typed: string,
  { view }: FindAnswer,
  { leftOut }: Pick<PinyinFiles, 'leftOut'> = { leftOut: 0 },
): string {
  const isRead = reading === 'pinyin' || (view.found === 0 && isPinyinQuery(typed));
  if (leftOut === 0 || !isRead) return '';
  return `拼音只对照最常见的名称，另有 ${print(leftOut)} 个较少见的名称请用汉字检索。`;
}

/** A citation of the query and its filters with the day and the address; `answer` undefined = nothing searched yet. */
export function citeQuery(
  state: SearchState,
  answer: Pick<FindAnswer, 'view' | 'coverage'> | undefined,
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
  const total = answer?.view.total ?? 0;
  const count = answer === undefined || isComplete(answer.coverage) ? total : `已查部分 ${total}`;
  const date = `${today.getFullYear()}-${month}-${day}`;
  return `${archiveTitle}. 检索“${state.typed}”${chosen}，${count} 条[DB/OL]. [${date}]. ${address}.`;
}

const print = (count: number): string => count.toLocaleString('zh-CN');
