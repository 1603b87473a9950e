import { mostSelected } from '../format/explorer-address.ts';
import type { ExplorerNames } from '../format/explorer-columns.ts';
import type { ExplorerProject } from '../format/explorer-file.ts';
import { readSheets, renderComparison } from './explorer-comparison.ts';
import type { ExplorerStore } from './explorer-data.ts';
import { describeSelection } from './explorer-texts.ts';
import { element, find } from './search-element.ts';

/** The selected projects: a list to take them out of, and the projects side by side. */
export class ExplorerSelection {
  readonly #place: HTMLElement;
  readonly #store: ExplorerStore;
  readonly #base: string;
  #shown: string | undefined;

  constructor(place: HTMLElement, store: ExplorerStore, base: string) {
    this.#place = place;
    this.#store = store;
    this.#base = base;
  }

  /** Says something in the status line of the selection. */
  say(text: string): void {
    find(this.#place, '[role=status]').textContent = text;
  }

  /** Shows a selection by project ids. */
  async show(selected: readonly string[], names: ExplorerNames): Promise<void> {
    const key = selected.join();
    if (key === this.#shown) return;
    this.#shown = key;
    const projects = await this.#store.byIds(selected);
    if (this.#shown !== key) return;
    this.say(describeSelection(projects.length, mostSelected));
    this.#list(projects);
    const table = find(this.#place, '.explorer-compared');
    if (projects.length < 2) {
      table.hidden = true;
      table.replaceChildren();
      return;
    }
    const sheets = await readSheets(projects, this.#base);
    if (this.#shown !== key) return;
    table.replaceChildren(renderComparison(sheets, names, this.#base));
    table.hidden = false;
  }

  #list(projects: readonly ExplorerProject[]): void {
    const items = projects.map(({ id, name, entry }) =>
      element(
        'li',
        {},
        `${name}（${entry.unitName} ${entry.year}）`,
        element(
          'button',
          {
            type: 'button',
            'data-action': 'unselect',
            'data-project': id,
            'aria-label': `去掉${name}`,
          },
          '去掉',
        ),
      ),
    );
    find(this.#place, '.explorer-selected').replaceChildren(...items);
    find(this.#place, '[data-action=unselect-all]').hidden = projects.length === 0;
  }
}
