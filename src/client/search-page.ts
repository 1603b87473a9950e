import { noFilters } from '../format/search-filters.ts';
import { searchKinds, type SearchKind } from '../format/search-record.ts';
import { readAddress, writeAddress, type SearchState } from './search-address.ts';
import { SearchClient } from './search-client.ts';
import { find } from './search-element.ts';
import { SearchForm } from './search-form.ts';
import { handleSearchKeys } from './search-keys.ts';
import { ResultList } from './search-list.ts';
import { namesOf } from './search-names.ts';
import { SearchPanel, siteName, type KnownArchive } from './search-panel.ts';
import type { FindAnswer, FindRequest } from './search-service.ts';
import { toSimplified } from './search-simplified.ts';
import { copyText, saveFound } from './search-take.ts';
import {
  citeQuery,
  describeCount,
  describePinyinLimit,
  describeReading,
  findsNothing,
} from './search-texts.ts';

/** Hits shown of one kind before the reader asks for more. */
const shownAtFirst = 500;

/** Hits after which a search pauses, and as many more each time the reader lets it go on. */
const enoughAtFirst = 50_000;

/** Milliseconds without typing before a search; a single character finds much and waits longer. */
const pause = { usual: 160, single: 400 };

/** Milliseconds after which a search says that it is still running. */
const patience = 400;

/** What the page has once it is connected. */
interface Parts {
  readonly base: string;
  readonly client: SearchClient;
  readonly form: SearchForm;
  readonly panel: SearchPanel;
  readonly results: HTMLElement;
}

/** The search page: brings form, filters, results and address in step with one state. */
class SearchPage extends HTMLElement {
  #connected: Parts | undefined;
  #archive: KnownArchive | undefined;
  #state: SearchState = { typed: '', filters: noFilters, order: 'relevance' };
  #limits: Partial<Record<SearchKind, number>> = {};
  #enough = enoughAtFirst;
  #answer: FindAnswer | undefined;
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
    const form = new SearchForm(this);
    const panel = new SearchPanel(this, form, new ResultList(results, base, client));
    this.#connected = { base, client, form, panel, results };
    this.#listen(form);
    find(this, '.search-app').hidden = false;
    this.#readAddress();
  }

  get #parts(): Parts {
    if (this.#connected !== undefined) return this.#connected;
    throw new Error('Unexpected use before the page is connected');
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
    if (action === 'continue') this.#goOn();
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
    this.#enough = enoughAtFirst;
    this.#parts.form.fill(this.#state);
    void this.#update();
  }

  #remember(how: 'push' | 'replace', typing: boolean): void {
    this.#limits = {};
    this.#enough = enoughAtFirst;
    const address = location.pathname + writeAddress(this.#state);
    if (how === 'push') history.pushState({ typing }, '', address);
    else history.replaceState({ typing }, '', address);
  }

  #showMore(kind: SearchKind): void {
    this.#limits = { ...this.#limits, [kind]: (this.#limits[kind] ?? shownAtFirst) + shownAtFirst };
    void this.#update();
  }

  /** Searches on after a pause, and asks again for what did not arrive. */
  #goOn(): void {
    if (this.#answer?.coverage.paused === true) this.#enough += enoughAtFirst;
    this.#parts.form.input.focus();
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
      this.#parts.panel.say('检索没有完成：索引文件未能取得。请检查网络后重试。');
      console.error(error);
    }
    if (!isStale()) results.setAttribute('aria-busy', 'false');
  }

  async #find(typed: string, isStale: () => boolean): Promise<void> {
    const { client } = this.#parts;
    const request = this.#request();
    const progress = (answer: FindAnswer): void => {
      clearTimeout(slow);
      if (!isStale()) this.#showSoFar(typed, answer);
    };
    const slow = setTimeout(() => this.#parts.panel.say('正在检索……'), patience);
    try {
      if (this.#searched === typed) {
        const answer = await client.view(request, progress);
        if (!isStale()) this.#show(typed, answer);
        return;
      }
      this.#searched = undefined;
      const { reading, answer } = await this.#read(typed, request, isStale, progress);
      if (isStale()) return;
      this.#searched = typed;
      const limit = describePinyinLimit(reading, typed, answer, this.#archive?.manifest.pinyin);
      find(this, '.search-reading').textContent =
        describeReading(reading, typed, answer.words) + limit;
      await this.#offerNearer(typed, answer, isStale);
      clearTimeout(slow);
      if (!isStale()) this.#show(typed, answer);
    } finally {
      clearTimeout(slow);
    }
  }

  #request(): FindRequest {
    const { filters, order } = this.#state;
    return { filters, order, limits: this.#limits, limit: shownAtFirst, enough: this.#enough };
  }

  /** The answer to what is typed; where there is none, to the same in simplified characters. */
  async #read(
    typed: string,
    request: FindRequest,
    isStale: () => boolean,
    progress: (answer: FindAnswer) => void,
  ): Promise<{ reading: FindAnswer['reading'] | 'simplified'; answer: FindAnswer }> {
    const { client } = this.#parts;
    const answer = await client.find(typed, request, progress);
    const { reading } = answer;
    if (!findsNothing(answer) || isStale()) return { reading, answer };
    const simplified = await toSimplified(typed);
    if (simplified === typed || isStale()) return { reading, answer };
    const other = await client.find(simplified, request, progress);
    return findsNothing(other) ? { reading, answer } : { reading: 'simplified', answer: other };
  }

  /** Shows what is known while the search runs; the list stands still where the reader is in it. */
  #showSoFar(typed: string, answer: FindAnswer): void {
    const { results } = this.#parts;
    if (answer.view.found > 0 && !results.contains(document.activeElement)) {
      this.#show(typed, answer);
    } else this.#parts.panel.say(describeCount(typed, answer.view, answer.coverage));
  }

  #show(typed: string, answer: FindAnswer): void {
    if (this.#archive === undefined) return;
    this.#answer = answer;
    this.#parts.panel.show(typed, answer, this.#state, this.#archive);
  }

  #showStart(): void {
    if (this.#archive === undefined) return;
    this.#searched = undefined;
    this.#answer = undefined;
    this.#parts.panel.showStart(this.#state, this.#archive);
  }

  async #offerNearer(typed: string, answer: FindAnswer, isStale: () => boolean): Promise<void> {
    const { client, panel } = this.#parts;
    panel.offerWords([]);
    if (!findsNothing(answer)) return;
    const { alone, parts } = await client.nearer(typed);
    if (!isStale()) panel.offerWords([...alone, ...parts].slice(0, 8));
  }

  async #copy(what: 'link' | 'cite', button: HTMLElement): Promise<void> {
    const names = this.#archive?.names;
    if (names === undefined) return;
    const { href } = location;
    const cited = citeQuery(this.#state, this.#answer, names, href, new Date(), siteName());
    const text = what === 'link' ? href : cited;
    find(this, '.search-copied').textContent = await copyText(button.textContent.trim(), text);
  }

  async #save(format: 'csv' | 'json'): Promise<void> {
    if (this.#answer === undefined || this.#archive === undefined) return;
    const { client, base, results } = this.#parts;
    const isRunning = results.getAttribute('aria-busy') === 'true';
    await saveFound(format, this.#state, this.#request(), client, this.#archive.names, base);
    if (isRunning) void this.#update(); // Saving took the place of the running search.
  }
}

customElements.define('search-page', SearchPage);
