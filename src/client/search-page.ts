import { facetNames, noFilters } from '../format/search-filters.ts';
import type { SearchManifest } from '../format/search-files.ts';
import type { SearchHit } from '../format/search-hit.ts';
import type { SearchKind } from '../format/search-record.ts';
import type { SearchView, ViewRequest } from '../format/search-view.ts';
import { readAddress, readAmount, writeAddress, type SearchState } from './search-address.ts';
import { SearchClient } from './search-client.ts';
import { element, find } from './search-element.ts';
import { archiveCounts, renderFacet } from './search-facets.ts';
import { exportHits, formatCsv, saveFile } from './search-export.ts';
import { handleSearchKeys } from './search-keys.ts';
import { namesOf, type SearchNames } from './search-names.ts';
import { ResultList } from './search-list.ts';
import type { FindAnswer } from './search-service.ts';
import { toSimplified } from './search-simplified.ts';
import { citeQuery, describeCount, describeReading, describeTotals } from './search-texts.ts';

/** Hits shown of one kind before the reader asks for more. */
const shownAtFirst = 500;

/** Milliseconds without typing before a search; a single character finds much and waits longer. */
const pause = { short: 160, single: 400 };

/** The search page: the form, the filters, the results and what can be taken away. */
class SearchPage extends HTMLElement {
  #client: SearchClient | undefined;
  #state: SearchState = { typed: '', filters: noFilters, order: 'relevance' };
  #limits: Partial<Record<SearchKind, number>> = {};
  #manifest: SearchManifest | undefined;
  #names: SearchNames | undefined;
  #list: ResultList | undefined;
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
    this.#client = new SearchClient(bundle);
    this.#list = new ResultList(find(this, '.search-results'), base, this.#client);
    this.#state = readAddress(location.search);
    this.#listen();
    this.#fillForm();
    find(this, '.search-app').hidden = false;
    void this.#update();
  }

  get #input(): HTMLInputElement {
    return find<HTMLInputElement>(this, 'input[name=q]');
  }

  #listen(): void {
    const form = find<HTMLFormElement>(this, 'form.search-form');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#typed('now');
    });
    const input = this.#input;
    input.addEventListener('compositionstart', () => (this.#composing = true));
    input.addEventListener('compositionend', () => {
      this.#composing = false;
      this.#typed('soon');
    });
    input.addEventListener('input', () => {
      if (!this.#composing) this.#typed('soon');
    });
    find(this, '.search-filters').addEventListener('change', () => this.#filtersChanged());
    find<HTMLSelectElement>(this, 'select[name=sort]').addEventListener('change', () =>
      this.#filtersChanged(),
    );
    this.addEventListener('click', (event) => this.#clicked(event));
    addEventListener('popstate', () => {
      this.#state = readAddress(location.search);
      this.#limits = {};
      this.#fillForm();
      void this.#update();
    });
    handleSearchKeys(this, input);
  }

  #clicked(event: Event): void {
    const button = (event.target as Element | null)?.closest<HTMLElement>('[data-action]');
    if (button === null || button === undefined) return;
    const { action, group, word } = button.dataset;
    if (action === 'csv' || action === 'json') void this.#save(action);
    if (action === 'link') void this.#copy(button, location.href);
    if (action === 'cite') void this.#copy(button, this.#citation());
    if (action === 'print') print();
    if (action === 'clear') this.#clearFilters();
    if (action === 'filters') this.#toggle(button, '.search-filters');
    if (action === 'tools') this.#toggle(button, '.search-take');
    if (action === 'facet') button.closest('fieldset')?.toggleAttribute('data-all');
    if (action === 'more') this.#showMore(group as SearchKind);
    if (action === 'word') {
      this.#input.value = word ?? '';
      this.#typed('now');
    }
  }

  /** Reads what is typed and searches, at once or after a pause. */
  #typed(when: 'now' | 'soon'): void {
    clearTimeout(this.#timer);
    const typed = this.#input.value;
    const run = (): void => {
      if (typed.trim() === this.#state.typed.trim() && when === 'soon') return;
      const goesOn = (history.state as { typing?: boolean } | null)?.typing === true;
      this.#state = { ...this.#state, typed };
      this.#limits = {};
      this.#remember(goesOn || when === 'now' ? 'replace' : 'push', when === 'soon');
      void this.#update();
    };
    if (when === 'now') run();
    else this.#timer = setTimeout(run, [...typed.trim()].length === 1 ? pause.single : pause.short);
  }

  #filtersChanged(): void {
    const inputs = [...this.querySelectorAll<HTMLInputElement>('.search-filters input:checked')];
    const chosen = facetNames.map((facet) => [
      facet,
      inputs.filter(({ name }) => name === facet).map(({ value }) => value),
    ]);
    const amount = (name: string): number | null =>
      readAmount(find<HTMLInputElement>(this, `input[name=${name}]`).value);
    this.#state = {
      ...this.#state,
      filters: {
        ...noFilters,
        ...(Object.fromEntries(chosen) as object),
        minFen: amount('min'),
        maxFen: amount('max'),
      },
      order: find<HTMLSelectElement>(this, 'select[name=sort]').value as SearchState['order'],
    };
    this.#limits = {};
    this.#remember('push', false);
    void this.#update();
  }

  #clearFilters(): void {
    this.#state = { ...this.#state, filters: noFilters };
    this.#fillForm();
    this.#remember('push', false);
    void this.#update();
    this.#input.focus();
  }

  #toggle(button: HTMLElement, selector: string): void {
    const open = find(this, selector).toggleAttribute('data-open');
    button.setAttribute('aria-expanded', String(open));
  }

  #showMore(kind: SearchKind): void {
    this.#limits = { ...this.#limits, [kind]: (this.#limits[kind] ?? shownAtFirst) + shownAtFirst };
    void this.#update();
  }

  #remember(how: 'push' | 'replace', typing: boolean): void {
    const address = location.pathname + writeAddress(this.#state);
    if (how === 'push') history.pushState({ typing }, '', address);
    else history.replaceState({ typing }, '', address);
  }

  #fillForm(): void {
    const { typed, filters, order } = this.#state;
    const params = new URLSearchParams(writeAddress(this.#state));
    if (this.#input.value.trim() !== typed.trim()) this.#input.value = typed;
    find<HTMLSelectElement>(this, 'select[name=sort]').value = order;
    for (const name of ['min', 'max']) {
      find<HTMLInputElement>(this, `input[name=${name}]`).value = params.get(name) ?? '';
    }
    for (const input of this.querySelectorAll<HTMLInputElement>(
      '.search-filters [type=checkbox]',
    )) {
      const values = filters[input.name as (typeof facetNames)[number]] ?? [];
      input.checked = values.includes(input.value);
    }
  }

  get #request(): ViewRequest {
    const { filters, order } = this.#state;
    return { filters, order, limits: this.#limits, limit: shownAtFirst };
  }

  /** Brings the page in step with its state; a later call makes an earlier one give up. */
  async #update(): Promise<void> {
    const run = (this.#run += 1);
    const typed = this.#state.typed.trim();
    const region = find(this, '.search-results');
    delete region.dataset['query'];
    delete region.dataset['total'];
    region.setAttribute('aria-busy', 'true');
    document.title = `${typed === '' ? '' : `${typed} · `}检索 · 预算公开档案`;
    try {
      this.#manifest ??= await this.#client?.manifest();
      if (this.#manifest === undefined) return;
      this.#names ??= namesOf(this.#manifest);
      if (typed === '') this.#showStart();
      else await this.#search(typed, () => run !== this.#run);
      if (run !== this.#run) return;
      region.setAttribute('aria-busy', 'false');
    } catch (error) {
      if (run !== this.#run) return;
      if (error instanceof Error && error.name === 'AbortError') return;
      region.setAttribute('aria-busy', 'false');
      this.#say('检索没有完成：索引文件未能取得。请检查网络后重试。');
      console.error(error);
    }
  }

  async #search(typed: string, isStale: () => boolean): Promise<void> {
    const client = this.#client;
    if (client === undefined) return;
    if (this.#searched === typed) {
      const view = await client.view(this.#request);
      if (!isStale()) this.#show(typed, view);
      return;
    }
    const slow = setTimeout(() => this.#say('正在检索……'), 400);
    try {
      let answer: FindAnswer = await client.find(typed, this.#request);
      let reading: FindAnswer['reading'] | 'simplified' = answer.reading;
      const simplified = answer.view.found === 0 ? await toSimplified(typed) : typed;
      if (simplified !== typed && !isStale()) {
        const read = await client.find(simplified, this.#request);
        if (read.view.found > 0) [answer, reading] = [read, 'simplified'];
      }
      if (isStale()) return;
      clearTimeout(slow);
      this.#searched = typed;
      this.#words = answer.words;
      find(this, '.search-reading').textContent = describeReading(reading, typed, answer.words);
      this.#show(typed, answer.view);
      await this.#offerNearer(typed, answer.view.found, isStale);
    } finally {
      clearTimeout(slow);
    }
  }

  #show(typed: string, view: SearchView): void {
    const { names, manifest, list } = this.#parts();
    this.#view = view;
    list.show(view, this.#words, names);
    this.#say(describeCount(typed, view));
    const totals = describeTotals(view.totals).map(({ text, years }) =>
      years.length === 0
        ? element('p', {}, text)
        : element(
            'details',
            {},
            element('summary', {}, text),
            element('ul', {}, ...years.map((year) => element('li', {}, year))),
          ),
    );
    find(this, '.search-totals').replaceChildren(...totals);
    find(this, '.search-tools').hidden = view.found === 0;
    find(this, '.search-start').hidden = true;
    for (const facet of facetNames) {
      renderFacet(
        this.#fieldset(facet),
        facet,
        view.facets[facet],
        this.#state.filters,
        manifest,
        names,
      );
    }
    const region = find(this, '.search-results');
    region.dataset['query'] = typed;
    region.dataset['total'] = String(view.total);
  }

  #showStart(): void {
    const { names, manifest, list } = this.#parts();
    this.#searched = undefined;
    this.#view = undefined;
    list.clear();
    this.#say('');
    find(this, '.search-reading').textContent = '';
    find(this, '.search-totals').replaceChildren();
    find(this, '.search-nearer').replaceChildren();
    find(this, '.search-tools').hidden = true;
    find(this, '.search-start').hidden = false;
    for (const facet of facetNames) {
      const counts = archiveCounts(manifest, facet);
      renderFacet(this.#fieldset(facet), facet, counts, this.#state.filters, manifest, names);
    }
  }

  async #offerNearer(typed: string, found: number, isStale: () => boolean): Promise<void> {
    const place = find(this, '.search-nearer');
    place.replaceChildren();
    if (found > 0) return;
    const nearer = await this.#client?.nearer(typed);
    const words = [...(nearer?.alone ?? []), ...(nearer?.parts ?? [])].slice(0, 6);
    if (isStale() || words.length === 0) return;
    place.append(
      element('p', {}, '没有一条记录同时含有全部所查文字。下面这些较短的词能找到内容：'),
      element(
        'ul',
        { class: 'inline-links' },
        ...words.map((word) =>
          element(
            'li',
            {},
            element('button', { type: 'button', 'data-action': 'word', 'data-word': word }, word),
          ),
        ),
      ),
    );
  }

  #parts(): { names: SearchNames; manifest: SearchManifest; list: ResultList } {
    if (!this.#names || !this.#manifest || !this.#list)
      throw new Error('Unexpected call before the manifest');
    return { names: this.#names, manifest: this.#manifest, list: this.#list };
  }

  #fieldset(facet: string): HTMLElement {
    return find(this, `fieldset[data-facet=${facet}]`);
  }

  #say(text: string): void {
    const status = find(this, '.search-status');
    if (status.textContent !== text) status.textContent = text;
  }

  #citation(): string {
    const { names } = this.#parts();
    return citeQuery(this.#state, this.#view?.total ?? 0, names, location.href, new Date());
  }

  async #copy(button: HTMLElement, text: string): Promise<void> {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    find(this, '.search-copied').textContent = done
      ? `${button.textContent.trim()}：已复制`
      : `浏览器不许复制，请自行选取：${text}`;
  }

  async #save(format: 'csv' | 'json'): Promise<void> {
    const view = this.#view;
    const client = this.#client;
    if (view === undefined || client === undefined) return;
    const hits: SearchHit[] = view.groups.flatMap((group) => group.hits);
    const contexts = await client.contexts(hits);
    const { names } = this.#parts();
    const rows = exportHits(hits, contexts, names, location.origin, this.dataset['base'] ?? '/');
    const name = `检索-${this.#state.typed.trim().replace(/[\\/:*?"<>|\s]+/gu, '-')}`;
    if (format === 'csv') saveFile(`${name}.csv`, 'text/csv', await formatCsv(rows));
    else {
      const { typed, filters, order } = this.#state;
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
  }
}

customElements.define('search-page', SearchPage);
