import { explorerColumnLabels, isNumberColumn } from '../format/explorer-columns.ts';
import { renderRow, type TableContent } from './explorer-row.ts';
import { element } from './search-element.ts';

/** Rows drawn above and below those in sight. */
const spareRows = 8;

/** Rows drawn for printing, at most. */
const printedRows = 2000;

/** Height of a row in pixels before one has been measured. */
const guessedHeight = 56;

/** A table of any length of which only the rows in sight are in the page. */
export class ExplorerTable {
  readonly #scroller: HTMLElement;
  readonly #table: HTMLTableElement;
  readonly #head: HTMLTableSectionElement;
  readonly #body: HTMLTableSectionElement;
  readonly #base: string;
  #content: TableContent | undefined;
  readonly #drawn = new Map<number, HTMLTableRowElement>();
  #rowHeight = guessedHeight;
  #waiting = false;
  #printing = false;

  constructor(scroller: HTMLElement, base: string) {
    this.#scroller = scroller;
    this.#base = base;
    this.#head = element('thead');
    this.#body = element('tbody');
    const caption = element('caption', { class: 'visually-hidden' }, '项目，金额单位：万元');
    this.#table = element(
      'table',
      { class: 'data explorer-table' },
      caption,
      this.#head,
      this.#body,
    );
    scroller.replaceChildren(this.#table);
    scroller.addEventListener('scroll', () => this.#drawSoon(), { passive: true });
    new ResizeObserver(() => {
      this.#measure();
      this.#drawSoon();
    }).observe(scroller);
    this.#body.addEventListener('keydown', (event) => this.#key(event));
    addEventListener('beforeprint', () => this.#print(true));
    addEventListener('afterprint', () => this.#print(false));
  }

  /** Shows other rows, columns or order, from the top where the rows are others. */
  show(content: TableContent): void {
    const before = this.#content;
    const { projects, columns, selected } = content;
    const isSame = before?.projects === projects;
    this.#content = content;
    this.#table.setAttribute('aria-rowcount', String(projects.length + 1));
    this.#table.setAttribute('aria-colcount', String(columns.length + 1));
    const focused = (document.activeElement as HTMLElement | null)?.dataset['sort'];
    this.#head.replaceChildren(this.#headRow(content));
    if (focused !== undefined)
      this.#head.querySelector<HTMLElement>(`[data-sort="${focused}"]`)?.focus();
    if (isSame && before.columns.join() === columns.join()) {
      this.select(selected);
      return;
    }
    if (!isSame) this.#scroller.scrollTop = 0;
    this.#redraw();
  }

  /** Brings the boxes of the rows in step with a selection. */
  select(selected: readonly string[]): void {
    if (this.#content === undefined) return;
    this.#content = { ...this.#content, selected };
    for (const box of this.#body.querySelectorAll<HTMLInputElement>('input[name=select]')) {
      box.checked = selected.includes(box.value);
    }
  }

  #headRow({ columns, sort }: TableContent): HTMLTableRowElement {
    const cells = columns.map((column) => {
      const direction = sort?.descending === true ? 'descending' : 'ascending';
      const isSorted = sort?.column === column;
      const button = element(
        'button',
        { type: 'button', 'data-sort': column },
        explorerColumnLabels[column],
      );
      return element(
        'th',
        {
          scope: 'col',
          class: `column-${column}${isNumberColumn(column) ? ' num' : ''}`,
          'aria-sort': isSorted ? direction : 'none',
        },
        button,
      );
    });
    const choose = element('th', { scope: 'col', class: 'choose' });
    choose.append(element('span', { class: 'visually-hidden' }, '选择'));
    return element('tr', { 'aria-rowindex': 1 }, choose, ...cells);
  }

  #drawSoon(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.#draw();
    });
  }

  /** Draws all rows anew, then once more in the room that the scroller has with them. */
  #redraw(): void {
    const focus = this.#focusedCell();
    this.#drawn.clear();
    this.#draw();
    this.#measure();
    this.#draw();
    if (focus !== undefined) this.#focus(focus.row, focus.selector);
  }

  #measure(): void {
    const [first] = this.#drawn.values();
    const height = first?.getBoundingClientRect().height ?? 0;
    if (height > 0) this.#rowHeight = height;
  }

  #print(printing: boolean): void {
    this.#printing = printing;
    this.#draw();
  }

  #range(count: number): [number, number] {
    if (this.#printing) return [0, Math.min(count, printedRows)];
    const { scrollTop, clientHeight } = this.#scroller;
    const first = Math.floor(scrollTop / this.#rowHeight) - spareRows;
    const last = Math.ceil((scrollTop + clientHeight) / this.#rowHeight) + spareRows;
    return [Math.max(0, Math.min(first, count)), Math.max(0, Math.min(last, count))];
  }

  #draw(): void {
    const content = this.#content;
    if (content === undefined) return;
    const { projects, columns } = content;
    const [from, to] = this.#range(projects.length);
    for (const [row, drawn] of this.#drawn) {
      if (row >= from && row < to) continue;
      if (drawn.contains(document.activeElement)) this.#scroller.focus({ preventScroll: true });
      this.#drawn.delete(row);
    }
    const rows: HTMLTableRowElement[] = [];
    for (let row = from; row < to; row += 1) {
      const project = projects[row];
      if (project === undefined) continue;
      const drawn = this.#drawn.get(row) ?? renderRow(project, row, content, this.#base);
      this.#drawn.set(row, drawn);
      rows.push(drawn);
    }
    const above = this.#gap(from, columns.length);
    const below = this.#gap(projects.length - to, columns.length);
    syncChildren(this.#body, [...above, ...rows, ...below]);
  }

  #gap(rows: number, columns: number): HTMLTableRowElement[] {
    if (rows === 0 || this.#printing) return [];
    const cell = element('td', { colspan: columns + 1 });
    cell.style.height = `${rows * this.#rowHeight}px`;
    return [element('tr', { class: 'gap', 'aria-hidden': 'true' }, cell)];
  }

  #focusedCell(): { row: number; selector: string } | undefined {
    const focused = document.activeElement;
    const row = focused?.closest<HTMLElement>('tr[data-row]')?.dataset['row'];
    if (!(focused instanceof HTMLElement) || row === undefined) return undefined;
    const cell = focused.closest<HTMLTableCellElement>('td, th');
    const selector = `:nth-child(${(cell?.cellIndex ?? 0) + 1}) :is(a, input)`;
    return { row: Number(row), selector };
  }

  #focus(row: number, selector: string): void {
    const drawn = this.#drawn.get(row);
    drawn?.querySelector<HTMLElement>(`:scope > ${selector}`)?.focus({ preventScroll: true });
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const cell = this.#focusedCell();
    const count = this.#content?.projects.length ?? 0;
    if (cell === undefined || count === 0) return;
    const page = Math.max(1, Math.floor(this.#scroller.clientHeight / this.#rowHeight) - 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -count,
      End: count,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const row = Math.min(count - 1, Math.max(0, cell.row + step));
    this.#reveal(row);
    this.#focus(row, cell.selector);
  }

  /** Scrolls a row into sight, below the header, and draws it. */
  #reveal(row: number): void {
    const top = row * this.#rowHeight;
    const head = this.#head.getBoundingClientRect().height;
    const { scrollTop, clientHeight } = this.#scroller;
    if (top < scrollTop) this.#scroller.scrollTop = top;
    else if (top + this.#rowHeight + head > scrollTop + clientHeight)
      this.#scroller.scrollTop = top + this.#rowHeight + head - clientHeight;
    this.#draw();
  }
}

/** Makes these the children of a parent without touching those that stay, so that none loses the focus. */
function syncChildren(parent: HTMLElement, children: readonly HTMLElement[]): void {
  const kept = new Set<Node>(children);
  for (const old of [...parent.children]) if (!kept.has(old)) old.remove();
  children.forEach((child, i) => {
    if (parent.children[i] !== child) parent.insertBefore(child, parent.children[i] ?? null);
  });
}
