import {
  comparisonNotes,
  mostCompared,
  readCompared,
  writeCompared,
  type ComparableUnitYear,
} from '../format/compare-directory.ts';
import { compareCsvRows } from '../format/compare-csv.ts';
import {
  comparedColumns,
  compareUnitYears,
  type ComparedChoice,
  type ComparedSection,
} from '../format/compare-units.ts';
import { CompareStore } from './compare-data.ts';
import { ComparePicker } from './compare-picker.ts';
import { renderComparedTable } from './compare-tables.ts';
import { element, find } from './search-element.ts';
import { saveFile } from './search-export.ts';
import { copyText } from './search-take.ts';

/** What an address of the page keeps. */
interface CompareState {
  readonly ids: readonly string[];
  readonly choice: ComparedChoice;
}

interface Shown {
  readonly unitYears: readonly ComparableUnitYear[];
  readonly sections: readonly ComparedSection[];
}

/** Compares two to four unit-years; everything chosen is in the address. */
class UnitComparison extends HTMLElement {
  #base = '/';
  #store: CompareStore | undefined;
  #picker: ComparePicker | undefined;
  #state: CompareState = { ids: [], choice: { subjects: 'total', economic: 'total' } };
  #shown: Shown | undefined;
  #run = 0;

  connectedCallback(): void {
    if (this.#store !== undefined) return;
    this.#base = this.dataset['base'] ?? '/';
    const years = (this.dataset['years'] ?? '').split(' ').map(Number);
    const places = (this.dataset['places'] ?? '').split(' ').filter((code) => code !== '');
    this.#store = new CompareStore(this.#base, years, places);
    this.#picker = new ComparePicker(find(this, '.compare-picker'), this.#store);
    this.addEventListener('click', (event) => this.#clicked(event));
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLSelectElement && target.dataset['choice'] !== undefined)
        this.#change({ choice: this.#readChoice() });
    });
    addEventListener('popstate', () => this.#readAddress());
    find(this, '.compare-app').hidden = false;
    this.#readAddress();
  }

  #clicked(event: Event): void {
    const button = (event.target as Element | null)?.closest<HTMLElement>('button[data-action]');
    if (button === null || button === undefined) return;
    const { action, id = '' } = button.dataset;
    const { ids } = this.#state;
    const others = ids.filter((other) => other !== id);
    if (action === 'add') this.#change({ ids: [...ids, id].slice(0, mostCompared) });
    if (action === 'remove') this.#change({ ids: others });
    if (action === 'first') this.#change({ ids: [id, ...others] });
    if (action === 'csv') void this.#save();
    if (action === 'link') void this.#copy(button);
  }

  #change(changes: Partial<CompareState>): void {
    this.#state = { ...this.#state, ...changes };
    const params = new URLSearchParams();
    writeCompared(params, this.#state.ids);
    const { subjects, economic } = this.#state.choice;
    if (subjects !== 'total') params.set('subjects', subjects);
    if (economic !== 'total') params.set('economic', economic);
    const text = params.toString();
    history.pushState(null, '', location.pathname + (text === '' ? '' : `?${text}`));
    void this.#update();
  }

  #readAddress(): void {
    const params = new URLSearchParams(location.search);
    const column = <T extends string>(name: string, known: readonly T[], usual: T): T =>
      known.find((one) => one === params.get(name)) ?? usual;
    this.#state = {
      ids: readCompared(params),
      choice: {
        subjects: column('subjects', comparedColumns.subjects, 'total'),
        economic: column('economic', comparedColumns.economic, 'total'),
      },
    };
    void this.#update();
  }

  #readChoice(): ComparedChoice {
    const value = (name: string): string =>
      find(this, `select[data-choice=${name}]`, HTMLSelectElement).value;
    const { subjects, economic } = comparedColumns;
    return {
      subjects: subjects.find((one) => one === value('subjects')) ?? 'total',
      economic: economic.find((one) => one === value('economic')) ?? 'total',
    };
  }

  /** Brings the page in step with its state; a later call makes an earlier one give up. */
  async #update(): Promise<void> {
    const run = (this.#run += 1);
    const { ids, choice } = this.#state;
    if (this.#store === undefined || this.#picker === undefined) return;
    this.setAttribute('aria-busy', 'true');
    try {
      const unitYears = await this.#store.find(ids);
      const compared = unitYears.length < 2 ? [] : await this.#store.read(unitYears);
      if (run !== this.#run) return;
      const sections = compared.length < 2 ? [] : compareUnitYears(compared, choice);
      this.#shown = { unitYears, sections };
      this.#show(this.#shown, ids.length - unitYears.length);
      await this.#picker.show(unitYears, ids);
    } catch (error) {
      if (run !== this.#run) return;
      this.#say('比较没有完成：文件未能取得。请检查网络后重试。');
      console.error(error);
    }
    if (run === this.#run) this.setAttribute('aria-busy', 'false');
  }

  #show({ unitYears, sections }: Shown, unknown: number): void {
    this.#say(describeState(unitYears.length, unknown));
    const notes = unitYears.length < 2 ? [] : comparisonNotes(unitYears);
    const list = find(this, '.compare-notes');
    list.replaceChildren(...notes.map((note) => element('li', {}, note)));
    list.hidden = notes.length === 0;
    find(this, '.compare-sections').hidden = sections.length === 0;
    for (const [name, value] of Object.entries(this.#state.choice))
      find(this, `select[data-choice=${name}]`, HTMLSelectElement).value = String(value);
    for (const section of sections) {
      const place = find(this, `[data-section=${section.id}]`);
      const caption = find(place, 'h2').textContent.trim();
      const isBySubject = section.id === 'subjects';
      const context = { unitYears, base: this.#base, isBySubject, caption };
      find(place, '.table-scroll').replaceChildren(renderComparedTable(section, context));
    }
  }

  #say(text: string): void {
    find(this, '.compare-status').textContent = text;
  }

  async #copy(button: HTMLElement): Promise<void> {
    const said = await copyText(button.textContent.trim(), location.href);
    find(this, '.compare-copied').textContent = said;
  }

  async #save(): Promise<void> {
    if (this.#shown === undefined) return;
    const { unitYears, sections } = this.#shown;
    const { stringify } = await import('csv-stringify/browser/esm/sync');
    const rows = compareCsvRows(unitYears, sections, this.#state.choice);
    saveFile('单位比较.csv', 'text/csv', stringify(rows, { record_delimiter: 'windows' }));
  }
}

function describeState(count: number, unknown: number): string {
  const missing = unknown > 0 ? `网址里有 ${unknown} 份公开不在档案里，已略去。` : '';
  if (count === 0) return `${missing}请选两到四份公开。`;
  if (count === 1) return `${missing}已选 1 份，请再选一份。`;
  return `${missing}比较 ${count} 份公开，差额都是减去第一份。`;
}

customElements.define('unit-comparison', UnitComparison);
