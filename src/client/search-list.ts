import type { SearchHit } from '../format/search-hit.ts';
import { searchKindLabels } from '../format/search-record.ts';
import type { SearchView } from '../format/search-view.ts';
import type { SearchClient } from './search-client.ts';
import { element } from './search-element.ts';
import type { SearchNames } from './search-names.ts';
import { renderContext, renderHit } from './search-results.ts';

/** Indicators whose context is asked for at once. */
const contextsTogether = 40;

/** The results on the page, grouped by kind. Contexts of indicators come as they scroll near. */
export class ResultList {
  readonly #place: HTMLElement;
  readonly #base: string;
  readonly #client: SearchClient;
  readonly #hits = new WeakMap<Element, SearchHit>();
  readonly #near: IntersectionObserver;

  constructor(place: HTMLElement, base: string, client: SearchClient) {
    this.#place = place;
    this.#base = base;
    this.#client = client;
    this.#near = new IntersectionObserver(
      (entries) => {
        const items = entries.filter(({ isIntersecting }) => isIntersecting);
        void this.#fillContexts(items.map(({ target }) => target as HTMLElement));
      },
      { rootMargin: '300px' },
    );
    addEventListener('beforeprint', () => {
      const items = this.#place.querySelectorAll<HTMLElement>('[data-kind=indicator]');
      void this.#fillContexts([...items]);
    });
  }

  /** Empties the list. */
  clear(): void {
    this.#near.disconnect();
    this.#place.replaceChildren();
  }

  /** Shows the hits of a view. */
  show({ groups }: SearchView, words: readonly string[], names: SearchNames): void {
    this.clear();
    const around = { words, names, base: this.#base };
    this.#place.append(
      ...groups.map(({ kind, total, hits }) => {
        const items = hits.map((hit) => {
          const item = renderHit(hit, around);
          if (kind === 'indicator') {
            this.#hits.set(item, hit);
            this.#near.observe(item);
          }
          return item;
        });
        const id = `hits-${kind}`;
        return element(
          'section',
          { class: 'hit-group', 'aria-labelledby': id },
          element(
            'h2',
            { id },
            searchKindLabels[kind],
            element('span', { class: 'hit-count' }, total.toLocaleString('zh-CN')),
          ),
          element('ol', { class: 'hits' }, ...items),
          hits.length < total &&
            element(
              'button',
              { type: 'button', class: 'no-print', 'data-action': 'more', 'data-group': kind },
              `再显示一些（已显示 ${hits.length.toLocaleString('zh-CN')} / ${total.toLocaleString('zh-CN')}）`,
            ),
        );
      }),
    );
  }

  async #fillContexts(items: readonly HTMLElement[]): Promise<void> {
    for (let from = 0; from < items.length; from += contextsTogether) {
      const part = items.slice(from, from + contextsTogether);
      const hits = part.flatMap((item) => this.#hits.get(item) ?? []);
      const contexts = await this.#client.contexts(hits);
      part.forEach((item, i) => {
        const context = contexts[i];
        this.#near.unobserve(item);
        if (context !== null && context !== undefined) renderContext(item, context);
      });
    }
  }
}
