import { mostCompared, type ComparableUnitYear } from '../format/compare-directory.ts';
import { matchesQuery, parseSearchQuery } from '../format/search-query.ts';
import { normaliseFields } from '../format/search-text.ts';
import type { CompareStore } from './compare-data.ts';
import { element, find } from './search-element.ts';

/** Unit-years offered at once. */
const mostOffered = 20;

/** The chosen unit-years, and a list to choose more from: by year and by words in name or place. */
export class ComparePicker {
  readonly #place: HTMLElement;
  readonly #store: CompareStore;
  readonly #year: HTMLSelectElement;
  /** Where the lists are divided by place. */
  readonly #region: HTMLSelectElement | null;
  readonly #words: HTMLInputElement;
  #chosen: readonly string[] = [];
  #run = 0;

  constructor(place: HTMLElement, store: CompareStore) {
    this.#place = place;
    this.#store = store;
    this.#year = find(place, 'select[name=year]', HTMLSelectElement);
    this.#region = place.querySelector<HTMLSelectElement>('select[name=place]');
    this.#words = find(place, 'input[name=unit]', HTMLInputElement);
    this.#year.addEventListener('change', () => void this.#offer());
    this.#region?.addEventListener('change', () => void this.#offer());
    this.#words.addEventListener('input', () => void this.#offer());
    find(place, 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#offer();
    });
  }

  /** Shows what is chosen, and what else can be. */
  async show(chosen: readonly ComparableUnitYear[], ids: readonly string[]): Promise<void> {
    this.#chosen = ids;
    const items = chosen.map(({ disclosureId, unitName, year, regionName }, i) => {
      const button = (action: string, label: string): HTMLElement =>
        element(
          'button',
          {
            type: 'button',
            'data-action': action,
            'data-id': disclosureId,
            'aria-label': `${label}：${unitName} ${year}`,
          },
          label,
        );
      const about = element('span', { class: 'note' }, ` ${year} 年 · ${regionName}`);
      return element(
        'li',
        {},
        element('span', {}, unitName, about),
        element(
          'span',
          { class: 'compare-actions' },
          i > 0 && button('first', '作为基准'),
          button('remove', '去掉'),
        ),
      );
    });
    find(this.#place, '.compare-chosen').replaceChildren(...items);
    find(this.#place, '.compare-more').hidden = ids.length >= mostCompared;
    const [first] = chosen;
    if (first !== undefined && this.#words.value === '' && this.#year.dataset['set'] !== '1') {
      this.#year.value = String(first.year);
      this.#year.dataset['set'] = '1';
      if (this.#region !== null) this.#region.value = first.disclosureId.slice(0, 4);
    }
    await this.#offer();
  }

  async #offer(): Promise<void> {
    const run = (this.#run += 1);
    const list = await this.#store.unitYears(Number(this.#year.value), this.#region?.value ?? '');
    if (run !== this.#run) return;
    const { words } = parseSearchQuery(this.#words.value);
    const fitting = list.filter(
      ({ disclosureId, unitName, regionName }) =>
        !this.#chosen.includes(disclosureId) &&
        matchesQuery(normaliseFields([unitName, regionName]), words),
    );
    const buttons = fitting
      .slice(0, mostOffered)
      .map(({ disclosureId, unitName, regionName }) =>
        element(
          'li',
          {},
          element(
            'button',
            { type: 'button', 'data-action': 'add', 'data-id': disclosureId },
            unitName,
            element('span', { class: 'note' }, ` ${regionName}`),
          ),
        ),
      );
    find(this.#place, '.compare-offered').replaceChildren(...buttons);
    find(this.#place, '.compare-count').textContent = describeOffered(
      fitting.length,
      buttons.length,
    );
  }
}

function describeOffered(fitting: number, shown: number): string {
  if (fitting === 0) return '这一年没有别的单位符合。';
  if (shown === fitting) return `${fitting} 个单位可选。`;
  return `${fitting} 个单位可选，先列 ${shown} 个，请输入名称或地区缩小范围。`;
}
