import type { SearchCoverage } from '../format/search-coverage.ts';
import { formatFen } from '../money/fen.ts';
import { columnLabels, phaseLabels } from '../format/labels.ts';
import { excerptAround, highlightText } from '../format/search-highlight.ts';
import { hitPath, hitRecordId, type SearchHit } from '../format/search-hit.ts';
import { withBase } from '../format/url.ts';
import { element } from './search-element.ts';
import { labelOf, type SearchNames } from './search-names.ts';
import type { TotalSentence } from '../format/total-text.ts';

/** What showing a hit needs besides the hit. */
export interface HitSurroundings {
  readonly words: readonly string[];
  readonly names: SearchNames;
  readonly base: string;
}

/** The list item of a hit: name with the query marked, what it belongs to, and the amount. */
export function renderHit(hit: SearchHit, around: HitSurroundings): HTMLLIElement {
  const [name = '', ...more] = hit.fields;
  const mark = (text: string): (Node | string)[] => markText(text, around.words);
  const shown = hit.kind === 'text' ? excerptAround(name, around.words) : name;
  const link = element('a', { href: withBase(around.base, hitPath(hit)) }, ...mark(shown));
  return element(
    'li',
    { class: 'hit', 'data-kind': hit.kind, 'data-record': hitRecordId(hit) },
    element('p', { class: 'hit-name' }, link),
    more.length > 0 &&
      element('p', { class: 'hit-more' }, moreLabel(hit), ...joinMarked(more, mark)),
    element('p', { class: 'hit-about' }, ...joinDots(aboutHit(hit, around.names))),
    renderAmount(hit),
  );
}

/** Puts project and levels into the item of an indicator, once they are known. */
export function renderContext(
  item: HTMLElement,
  context: { readonly project: string; readonly levels: string },
): void {
  const about = item.querySelector('.hit-about');
  if (about === null || item.dataset['context'] === 'shown') return;
  item.dataset['context'] = 'shown';
  const parts = [context.levels, context.project === '' ? '' : `项目：${context.project}`];
  about.before(
    element('p', { class: 'hit-more' }, ...joinDots(parts.filter((part) => part !== ''))),
  );
}

function markText(text: string, words: readonly string[]): (Node | string)[] {
  return highlightText(text, words).map((piece) =>
    piece.marked ? element('mark', {}, piece.text) : piece.text,
  );
}

const joinMarked = (
  texts: readonly string[],
  mark: (text: string) => (Node | string)[],
): (Node | string)[] => texts.flatMap((text, i) => [...(i === 0 ? [] : ['；']), ...mark(text)]);

function joinDots(parts: readonly string[]): (Node | string)[] {
  return parts.flatMap((part, i) => [
    ...(i === 0 ? [] : [element('span', { class: 'dot', 'aria-hidden': 'true' }, ' · ')]),
    element('span', {}, part),
  ]);
}

function moreLabel({ kind }: SearchHit): string {
  const labels = {
    project: '绩效表名称：',
    indicator: '指标值：',
    line: '政府预算经济科目：',
    unit: '又名：',
    subject: '',
    document: '',
    text: '',
  };
  return labels[kind];
}

function aboutHit(hit: SearchHit, names: SearchNames): string[] {
  const { entry } = hit;
  const years =
    hit.years.length > 2 ? [hit.years[0], hit.years.at(-1)].join('–') : hit.years.join('、');
  if (entry === null) {
    const counted = hit.kind === 'document' ? `${hit.count} 个项目引用` : `${hit.count} 份公开`;
    const regions = hit.regions.slice(0, 3).map(names.region).join('、');
    const rest = hit.regions.length > 3 ? ` 等 ${hit.regions.length} 地` : '';
    return [regions + rest, years === '' ? '' : `${years} 年`, counted].filter(
      (part) => part !== '',
    );
  }
  return [
    entry.unitName,
    `${entry.year} 年${entry.kind === 'budget' ? '预算' : '决算'}`,
    hit.kind === 'line' ? names.table(hit.tableId) : '',
    hit.kind === 'line' ? hit.subject : `${hit.subject} ${names.subject(hit.subject)}`.trim(),
    names.region(entry.regionCode),
    hit.phase === 'carryover' ? phaseLabels.carryover : '',
  ].filter((part) => part !== '');
}

function renderAmount(hit: SearchHit): HTMLElement | null {
  if (hit.entry === null || hit.kind === 'text') return null;
  if (hit.amountFen === null) {
    const what = hit.phase === 'none' ? '仅见于绩效表' : '未列金额';
    const text = hit.kind === 'indicator' ? `项目${what}` : what;
    return element('p', { class: 'hit-amount is-missing' }, text);
  }
  const label =
    hit.kind === 'indicator'
      ? '项目金额'
      : hit.column === 'total'
        ? ''
        : labelOf(columnLabels, hit.column);
  return element(
    'p',
    { class: 'hit-amount amount' },
    label !== '' && element('span', { class: 'hit-column' }, label),
    formatFen(hit.amountFen, '万元'),
    element('span', { class: 'money-unit' }, ' 万元'),
  );
}

/** The way on where not everything was searched: after a pause, or where a part did not arrive. */
export function renderContinue({ parts, searched, lost, paused }: SearchCoverage): HTMLElement[] {
  const label = paused
    ? `继续检索其余 ${(parts - searched).toLocaleString('zh-CN')} 个分库`
    : `重新取得 ${lost.toLocaleString('zh-CN')} 个分库的索引`;
  if (!paused && lost === 0) return [];
  return [element('button', { type: 'button', 'data-action': 'continue' }, label)];
}

/** Sentences on the amounts of the projects found; the years behind a fold where there are several. */
export function renderTotals(sentences: readonly TotalSentence[]): HTMLElement[] {
  return sentences.map(({ text, years }) => {
    if (years.length === 0) return element('p', {}, text);
    const list = element('ul', {}, ...years.map((year) => element('li', {}, year)));
    return element('details', {}, element('summary', {}, text), list);
  });
}
