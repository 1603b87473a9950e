import { isComplete } from '../format/search-coverage.ts';
import type { SearchManifest } from '../format/search-files.ts';
import { describeTotals } from '../format/total-text.ts';
import type { SearchState } from './search-address.ts';
import { element, find } from './search-element.ts';
import type { SearchForm } from './search-form.ts';
import type { ResultList } from './search-list.ts';
import type { SearchNames } from './search-names.ts';
import { renderContinue, renderTotals } from './search-results.ts';
import type { FindAnswer } from './search-service.ts';
import { describeCount } from './search-texts.ts';

/** What the page knows of the archive before any query. */
export interface KnownArchive {
  readonly manifest: SearchManifest;
  readonly names: SearchNames;
}

/** Name of the archive, as every page carries it. */
export const siteName = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')?.content ?? '';

/** Everything on the search page that shows an answer: status, filters, totals, tools and results. */
export class SearchPanel {
  readonly #page: HTMLElement;
  readonly #form: SearchForm;
  readonly #list: ResultList;

  constructor(page: HTMLElement, form: SearchForm, list: ResultList) {
    this.#page = page;
    this.#form = form;
    this.#list = list;
  }

  /** Shows an answer; the results bear query and total once every part has answered. */
  show(typed: string, answer: FindAnswer, state: SearchState, archive: KnownArchive): void {
    const { manifest, names } = archive;
    const { view, coverage } = answer;
    this.#list.show(view, answer.words, names);
    this.#form.showFacets(state, manifest, names, view.facets, coverage.uncounted);
    this.say(describeCount(typed, view, coverage));
    this.#fill('.search-continue', renderContinue(coverage));
    const totals = renderTotals(describeTotals(view.totals));
    const limit = element('p', {}, '合计只算已查的分库。');
    this.#fill('.search-totals', [
      ...(totals.length === 0 || isComplete(coverage) ? [] : [limit]),
      ...totals,
    ]);
    this.#hide('.search-tools', view.found === 0);
    this.#hide('.search-start', true);
    this.#hide('.search-side', view.found === 0 && coverage.outside === 0);
    if (!isComplete(coverage)) return;
    const { dataset } = find(this.#page, '.search-results');
    dataset['query'] = typed;
    dataset['total'] = String(view.total);
  }

  /** Shows the page before anything is typed. */
  showStart(state: SearchState, { manifest, names }: KnownArchive): void {
    this.#list.clear();
    this.#form.showFacets(state, manifest, names);
    this.say('');
    find(this.#page, '.search-reading').textContent = '';
    for (const place of ['.search-totals', '.search-nearer', '.search-continue']) {
      this.#fill(place, []);
    }
    this.#hide('.search-tools', true);
    this.#hide('.search-start', false);
    this.#hide('.search-side', false);
  }

  /** Offers words that find something where the query finds nothing; none = takes the offer back. */
  offerWords(words: readonly string[]): void {
    const buttons = words.map((word) =>
      element('button', { type: 'button', 'data-action': 'word', 'data-word': word }, word),
    );
    const items = buttons.map((button) => element('li', {}, button));
    this.#fill(
      '.search-nearer',
      words.length === 0
        ? []
        : [
            element('p', {}, '没有一条记录含有全部所查文字。下面这些较短的词能找到内容：'),
            element('ul', { class: 'inline-links' }, ...items),
          ],
    );
  }

  /** Says a sentence on the state of the search, once. */
  say(text: string): void {
    const status = find(this.#page, '.search-status');
    if (status.textContent !== text) status.textContent = text;
  }

  #fill(place: string, children: readonly HTMLElement[]): void {
    find(this.#page, place).replaceChildren(...children);
  }

  #hide(place: string, isHidden: boolean): void {
    find(this.#page, place).hidden = isHidden;
  }
}
