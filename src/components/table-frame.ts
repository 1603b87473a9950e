import { markup, type Html } from './html.ts';

/**
 * A table in a scroller that the keyboard reaches, under the name of its caption. `isNarrow` = it is as wide
 * as what it holds.
 */
export const tableFrame = (captionId: string, table: Html, isNarrow = false): Html => markup`
  <div class="${isNarrow ? 'table-scroll is-narrow' : 'table-scroll'}" role="group" tabindex="0" aria-labelledby="${captionId}">${table}</div>`;
