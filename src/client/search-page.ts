import { noFilters } from '../format/search-filters.ts';
import type { SearchManifest } from '../format/search-files.ts';
import { searchKinds, type SearchKind } from '../format/search-record.ts';
import type { SearchView, ViewRequest } from '../format/search-view.ts';
import { readAddress, writeAddress, type SearchState } from './search-address.ts';
import { SearchClient } from './search-client.ts';
import { element, find } from './search-element.ts';
import { SearchForm } from './search-form.ts';
import { handleSearchKeys } from './search-keys.ts';
import { ResultList } from './search-list.ts';
import { namesOf, type SearchNames } from './search-names.ts';
import { renderTotals } from './search-results.ts';
import type { FindAnswer } from './search-service.ts';
import { toSimplified } from './search-simplified.ts';
import { copyText, saveShown } from './search-take.ts';
import { describeTotals } from '../format/total-text.ts';
import { citeQuery, describeCount, describeReading } from './search-texts.ts';

/** Name of the archive, as every page carries it. */
const siteName = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')?.content ?? '';

/** Hits shown of one kind before the reader asks for more. */
const shownAtFirst = 500;

/** Milliseconds without typing before a search; a single character finds much and waits longer. */
const pause = { usual: 160, single: 400 };

/** Milliseconds after which a search says that it is still running. */
const patience = 400;

/** What the page has once it is connected. */
interface Parts {
  readonly base: string;
  readonly client: SearchClient;
  readonly form: SearchForm;
  readonly list: ResultList;
  readonly results: HTMLElement;
}

/** The search page: brings form, filters, results and address in step with one state. */
class SearchPage extends HTMLElement {
  #connected: Parts | undefined;
  #archive: { readonly manifest: SearchManifest; readonly names: SearchNames } | undefined;
  #state: SearchState = { typed: '', filters: noFilters, order: 'relevance' };
  #limits: Partial<Record<SearchKind, number>> = {};
  #view: SearchView | undefined;
  #words: readonly string[] = [];
  /** What the hits kept in the service were found for; undefined = nothing yet. */
  #searched: string | undefined;
  #run = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #composing = false;

  connectedCallback(): void {
    const { base = '/' } = this.dataset;
    const bundle = new URL(`${base.replace(/\/$/u, '')}/pagefind/`, location.href).href;
    const client = new SearchClient(bundle);
    const results = find(this, '.search-results');
    const list = new ResultList(results, base, client);
    this.#connected = { base, client, form: new SearchForm(this), list, results };
    this.#listen(this.#connected.form);
    find(this, '.search-app').hidden = false;
    this.#readAddress();
  }

  get #parts(): Parts {
    if (this.#connected === undefined)
      throw new Error('Unexpected use before the page is connected');
    return this.#connected;
  }

  #listen(form: SearchForm): void {
    const { input } = form;
    find(this, 'form.search-form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#typed('now');
    });
    input.addEventListener('compositionstart', () => (this.#composing = true));
    input.addEventListener('compositionend', () => {
      this.#composing = false;
      this.#typed('soon');
    });
    input.addEventListener('input', () => {
      if (!this.#composing) this.#typed('soon');
    });
    form.onChange(() => this.#change(form.read()));
    this.addEventListener('click', (event) => this.#clicked(event));
    addEventListener('popstate', () => this.#readAddress());
    handleSearchKeys(this, input);
  }

  #clicked(event: Event): void {
    const button = (event.target as Element | null)?.closest<HTMLElement>('[data-action]');
    if (button === null || button === undefined) return;
    const { action, group, word } = button.dataset;
    const kind = searchKinds.find((known) => known === group);
    if (action === 'csv' || action === 'json') void this.#save(action);
    if (action === 'link' || action === 'cite') void this.#copy(action, button);
    if (action === 'print') print();
    if (action === 'filters') this.#toggle(button, '.search-filters');
    if (action === 'tools') this.#toggle(button, '.search-take');
    if (action === 'facet') button.closest('fieldset')?.toggleAttribute('data-all');
    if (action === 'clear') this.#change({ filters: noFilters });
    if (action === 'more' && kind !== undefined) this.#showMore(kind);
    if (action === 'word' && word !== undefined) this.#search(word);
  }

  #toggle(button: HTMLElement, selector: string): void {
    const open = find(this, selector).toggleAttribute('data-open');
    button.setAttribute('aria-expanded', String(open));
  }

  #search(word: string): void {
    this.#parts.form.input.value = word;
    this.#parts.form.input.focus();
    this.#typed('now');
  }

  /** Searches what is typed, at once or after a pause. What is typed in one go is one step back. */
  #typed(when: 'now' | 'soon'): void {
    clearTimeout(this.#timer);
    const typed = this.#parts.form.input.value.trim();
    const start = (): void => {
      if (typed === this.#state.typed && when === 'soon') return;
      const goesOn = (history.state as { typing?: boolean } | null)?.typing === true;
      const isNew = typed !== this.#state.typed && !goesOn;
      this.#state = { ...this.#state, typed };
      this.#remember(isNew ? 'push' : 'replace', when === 'soon');
      void this.#update();
    };
    if (when === 'now') start();
    else {
      const isSingle = Array.from(typed).length === 1;
      this.#timer = setTimeout(start, isSingle ? pause.single : pause.usual);
    }
  }

  #change(changes: Partial<SearchState>): void {
    this.#state = { ...this.#state, ...changes };
    this.#parts.form.fill(this.#state);
    this.#remember('push', false);
    void this.#update();
  }

  #readAddress(): void {
    clearTimeout(this.#timer);
    this.#state = readAddress(location.search);
    this.#limits = {};
    this.#parts.form.fill(this.#state);
    void this.#update();
  }

  #remember(how: 'push' | 'replace', typing: boolean): void {
    this.#limits = {};
    const address = location.pathname + writeAddress(this.#state);
    if (how === 'push') history.pushState({ typing }, '', address);
    else history.replaceState({ typing }, '', address);
  }

  #showMore(kind: SearchKind): void {
    this.#limits = { ...this.#limits, [kind]: (this.#limits[kind] ?? shownAtFirst) + shownAtFirst };
    void this.#update();
  }

  /** Brings the page in step with its state; a later call makes an earlier one give up. */
  async #update(): Promise<void> {
    const run = (this.#run += 1);
    const isStale = (): boolean => run !== this.#run;
    const { typed } = this.#state;
    const { client, results } = this.#parts;
    delete results.dataset['query'];
    delete results.dataset['total'];
    results.setAttribute('aria-busy', 'true');
    document.title = `${typed === '' ? '' : `${typed} · `}检索 · ${siteName()}`;
    try {
      const manifest = await client.manifest();
      this.#archive ??= { manifest, names: namesOf(manifest) };
      if (isStale()) return;
      if (typed.trim() === '') this.#showStart();
      else await this.#find(typed, isStale);
    } catch (error) {
      if (isStale() || (error instanceof Error && error.name === 'AbortError')) return;
      this.#say('检索没有完成：索引文件未能取得。请检查网络后重试。');
      console.error(error);
    }
    if (!isStale()) results.setAttribute('aria-busy', 'false');
  }

  async #find(typed: string, isStale: () => boolean): Promise<void> {
    const { filters, order } = this.#state;
    const { client } = this.#parts;
    const request = { filters, order, limits: this.#limits, limit: shownAtFirst };
    if (this.#searched === typed) {
      const view = await client.view(request);
      if (!isStale()) this.#show(typed, view);
      return;
    }
    this.#searched = undefined;
    const slow = setTimeout(() => this.#say('正在检索……'), patience);
    try {
      const { reading, answer } = await this.#read(typed, request, isStale);
      if (isStale()) return;
      this.#searched = typed;
      this.#words = answer.words;
      find(this, '.search-reading').textContent = describeReading(reading, typed, answer.words);
      await this.#offerNearer(typed, answer.view.found, isStale);
      clearTimeout(slow);
      if (!isStale()) this.#show(typed, answer.view);
    } finally {
      clearTimeout(slow);
    }
  }

  /** The answer to what is typed; where there is none, to the same in simplified characters. */
  async #read(
    typed: string,
    request: ViewRequest,
    isStale: () => boolean,
  ): Promise<{ reading: FindAnswer['reading'] | 'simplified'; answer: FindAnswer }> {
    const { client } = this.#parts;
    const answer = await client.find(typed, request);
    if (answer.view.found > 0 || isStale()) return { reading: answer.reading, answer };
    const simplified = await toSimplified(typed);
    if (simplified === typed || isStale()) return { reading: answer.reading, answer };
    const other = await client.find(simplified, request);
    return other.view.found > 0
      ? { reading: 'simplified', answer: other }
      : { reading: answer.reading, answer };
  }

  #show(typed: string, view: SearchView): void {
    const { list, form, results } = this.#parts;
    if (this.#archive === undefined) return;
    const { manifest, names } = this.#archive;
    this.#view = view;
    list.show(view, this.#words, names);
    form.showFacets(this.#state, manifest, names, view.facets);
    this.#say(describeCount(typed, view));
    find(this, '.search-totals').replaceChildren(...renderTotals(describeTotals(view.totals)));
    find(this, '.search-tools').hidden = view.found === 0;
    find(this, '.search-start').hidden = true;
    find(this, '.search-side').hidden = view.found === 0;
    results.dataset['query'] = typed;
    results.dataset['total'] = String(view.total);
  }

  #showStart(): void {
    if (this.#archive === undefined) return;
    this.#searched = undefined;
    this.#view = undefined;
    this.#parts.list.clear();
    this.#parts.form.showFacets(this.#state, this.#archive.manifest, this.#archive.names);
    this.#say('');
    find(this, '.search-reading').textContent = '';
    for (const place of ['.search-totals', '.search-nearer']) find(this, place).replaceChildren();
    find(this, '.search-tools').hidden = true;
    find(this, '.search-start').hidden = false;
    find(this, '.search-side').hidden = false;
  }

  async #offerNearer(typed: string, found: number, isStale: () => boolean): Promise<void> {
    const place = find(this, '.search-nearer');
    place.replaceChildren();
    if (found > 0) return;
    const { alone, parts } = await this.#parts.client.nearer(typed);
    const words = [...alone, ...parts].slice(0, 8);
    if (isStale() || words.length === 0) return;
    const buttons = words.map((word) =>
      element('button', { type: 'button', 'data-action': 'word', 'data-word': word }, word),
    );
    place.append(
      element('p', {}, '没有一条记录含有全部所查文字。下面这些较短的词能找到内容：'),
      element('ul', { class: 'inline-links' }, ...buttons.map((one) => element('li', {}, one))),
    );
  }

  #say(text: string): void {
    const status = find(this, '.search-status');
    if (status.textContent !== text) status.textContent = text;
  }

  async #copy(what: 'link' | 'cite', button: HTMLElement): Promise<void> {
    const names = this.#archive?.names;
    if (names === undefined) return;
    const total = this.#view?.total ?? 0;
    const { href } = location;
    const text =
      what === 'link' ? href : citeQuery(this.#state, total, names, href, new Date(), siteName());
    find(this, '.search-copied').textContent = await copyText(button.textContent.trim(), text);
  }

  async #save(format: 'csv' | 'json'): Promise<void> {
    if (this.#view === undefined || this.#archive === undefined) return;
    const { client, base } = this.#parts;
    await saveShown(format, this.#state, this.#view, client, this.#archive.names, base);
  }
}

customElements.define('search-page', SearchPage);
