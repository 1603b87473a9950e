import {
  mostSelected,
  nextSort,
  toggleSelected,
  type ExplorerChoices,
} from '../format/explorer-address.ts';
import {
  explorerColumns,
  isNumberColumn,
  type ExplorerColumn,
  type ExplorerNames,
} from '../format/explorer-columns.ts';
import { explorerCsvRows } from '../format/explorer-csv.ts';
import type { ExplorerManifest } from '../format/explorer-file.ts';
import { viewProjects, type ExplorerView } from '../format/explorer-view.ts';
import { listRegionsAbove, noFilters } from '../format/search-filters.ts';
import { describeTotals } from '../format/total-text.ts';
import { withBase } from '../format/url.ts';
import {
  readExplorerAddress,
  startState,
  writeExplorerAddress,
  type ExplorerState,
} from './explorer-address.ts';
import { ExplorerStore, type ReadProjects } from './explorer-data.ts';
import { explorerNames, ExplorerForm } from './explorer-form.ts';
import { ExplorerSelection } from './explorer-selection.ts';
import { ExplorerTable } from './explorer-table.ts';
import { describeShown, describeUnread } from './explorer-texts.ts';
import { find } from './search-element.ts';
import { saveFile } from './search-export.ts';
import { renderTotals } from './search-results.ts';
import { copyText } from './search-take.ts';

/** Milliseconds without typing before the table follows. */
const pause = 160;

/** What the page has once it is connected. */
interface Parts {
  readonly base: string;
  readonly store: ExplorerStore;
  readonly form: ExplorerForm;
  readonly table: ExplorerTable;
  readonly selection: ExplorerSelection;
}

/** The explorer of all projects: brings controls, table, totals, comparison and address in step with one state. */
class ProjectExplorer extends HTMLElement {
  #connected: Parts | undefined;
  #state: ExplorerState = startState;
  #view: ExplorerView | undefined;
  #names: ExplorerNames | undefined;
  #run = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    if (this.#connected !== undefined) return;
    const { base = '/' } = this.dataset;
    const store = new ExplorerStore(base);
    const table = new ExplorerTable(find(this, '.explorer-scroll'), base);
    const selection = new ExplorerSelection(find(this, '.explorer-selection'), store, base);
    this.#connected = { base, store, form: new ExplorerForm(this), table, selection };
    this.#listen(this.#connected);
    find(this, '.explorer-app').hidden = false;
    this.#readAddress();
  }

  get #parts(): Parts {
    if (this.#connected === undefined)
      throw new Error('Unexpected use before the page is connected');
    return this.#connected;
  }

  #listen({ form }: Parts): void {
    form.input.addEventListener('input', (event) => {
      if (!('isComposing' in event && event.isComposing)) this.#typed();
    });
    form.input.addEventListener('compositionend', () => this.#typed());
    form.onChange((what) => {
      if (what === 'filters') this.#change({ filters: form.filters() });
      else this.#choose({ columns: form.columns() });
    });
    find(this, 'form.explorer-words').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#typed(0);
    });
    this.addEventListener('click', (event) => this.#clicked(event));
    this.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.name !== 'select') return;
      this.#select(target.value);
    });
    addEventListener('popstate', () => this.#readAddress());
  }

  #clicked(event: Event): void {
    const button = (event.target as Element | null)?.closest<HTMLElement>('button');
    if (button === null || button === undefined) return;
    const { action, sort, project } = button.dataset;
    const column = explorerColumns.find((known) => known === sort);
    if (column !== undefined) this.#sort(column);
    if (action === 'filters') this.#toggle(button);
    if (action === 'facet') button.closest('fieldset')?.toggleAttribute('data-all');
    if (action === 'clear') this.#change({ typed: '', filters: noFilters });
    if (action === 'all') this.#choose({ all: true });
    if (action === 'csv') void this.#save();
    if (action === 'link') void this.#copy(button);
    if (action === 'unselect' && project !== undefined) this.#select(project);
    if (action === 'unselect-all') this.#choose({ selected: [] });
  }

  #toggle(button: HTMLElement): void {
    const open = find(this, '.search-filters').toggleAttribute('data-open');
    button.setAttribute('aria-expanded', String(open));
  }

  #sort(column: ExplorerColumn): void {
    const descends = isNumberColumn(column) || column === 'year';
    this.#choose({ sort: nextSort(this.#state.choices.sort, column, descends) });
  }

  #select(id: string): void {
    const { selected } = this.#state.choices;
    const next = toggleSelected(selected, id);
    if (next === selected) {
      this.#parts.table.select(selected);
      this.#parts.selection.say(`最多选 ${mostSelected} 个，请先去掉一个。`);
      return;
    }
    this.#choose({ selected: next });
  }

  /** Follows what is typed after a pause. What is typed in one go is one step back. */
  #typed(wait = pause): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const typed = this.#parts.form.input.value.trim();
      if (typed === this.#state.typed) return;
      const goesOn = (history.state as { typing?: boolean } | null)?.typing === true;
      this.#state = { ...this.#state, typed };
      this.#remember(goesOn ? 'replace' : 'push', true);
      void this.#update();
    }, wait);
  }

  #choose(choices: Partial<ExplorerChoices>): void {
    this.#change({ choices: { ...this.#state.choices, ...choices } });
  }

  #change(changes: Partial<ExplorerState>): void {
    clearTimeout(this.#timer);
    this.#state = { ...this.#state, ...changes };
    this.#parts.form.fill(this.#state);
    this.#remember('push', false);
    void this.#update();
  }

  #readAddress(): void {
    clearTimeout(this.#timer);
    this.#state = readExplorerAddress(location.search);
    this.#parts.form.fill(this.#state);
    void this.#update();
  }

  #remember(how: 'push' | 'replace', typing: boolean): void {
    const address = location.pathname + writeExplorerAddress(this.#state);
    if (how === 'push') history.pushState({ typing }, '', address);
    else history.replaceState({ typing }, '', address);
  }

  /** Brings the page in step with its state; a later call makes an earlier one give up. */
  async #update(): Promise<void> {
    const run = (this.#run += 1);
    const { store, selection } = this.#parts;
    const { filters, choices } = this.#state;
    this.setAttribute('aria-busy', 'true');
    try {
      const manifest = await store.manifest();
      const read = await store.read(filters, choices.all);
      if (run !== this.#run) return;
      this.#show(manifest, read);
      await selection.show(choices.selected, explorerNames(manifest));
    } catch (error) {
      if (run !== this.#run) return;
      this.#say('项目没有读出：文件未能取得。请检查网络后重试。');
      console.error(error);
    }
    if (run === this.#run) this.setAttribute('aria-busy', 'false');
  }

  #show(manifest: ExplorerManifest, read: ReadProjects): void {
    const { table, form } = this.#parts;
    const { typed, filters, choices } = this.#state;
    const { sort, columns, selected } = choices;
    const names = explorerNames(manifest);
    const request = { typed, filters, sort };
    const view = viewProjects(read.projects, request, listRegionsAbove(manifest.regions));
    const isSame = this.#view !== undefined && sameProjects(this.#view.projects, view.projects);
    this.#view =
      isSame && this.#view !== undefined ? { ...view, projects: this.#view.projects } : view;
    this.#names = names;
    table.show({ projects: this.#view.projects, columns, sort, selected, names });
    form.showFacets(filters, view.facets, manifest);
    form.fill(this.#state);
    this.#say(describeShown(view.projects.length, read));
    find(this, '.search-totals').replaceChildren(...renderTotals(describeTotals(view.totals)));
    const unread = describeUnread(read);
    find(this, '.explorer-unread').hidden = unread === '';
    find(this, '.explorer-unread span').textContent = unread;
    find(this, '.explorer-scroll').hidden = view.projects.length === 0;
    this.dataset['shown'] = String(view.projects.length);
  }

  #say(text: string): void {
    const status = find(this, '.search-status');
    if (status.textContent !== text) status.textContent = text;
  }

  async #copy(button: HTMLElement): Promise<void> {
    const said = await copyText(button.textContent.trim(), location.href);
    find(this, '.search-copied').textContent = said;
  }

  async #save(): Promise<void> {
    if (this.#view === undefined || this.#names === undefined) return;
    const { base } = this.#parts;
    const { stringify } = await import('csv-stringify/browser/esm/sync');
    const rows = explorerCsvRows(
      this.#view.projects,
      this.#state.choices.columns,
      this.#names,
      (path) => location.origin + withBase(base, path),
    );
    saveFile('项目.csv', 'text/csv', stringify(rows, { record_delimiter: 'windows' }));
  }
}

const sameProjects = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((project, i) => project === b[i]);

customElements.define('project-explorer', ProjectExplorer);
