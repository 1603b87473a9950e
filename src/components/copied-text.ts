import { attribute, markup, type Html } from './html.ts';

/** A text to take along, with a button that copies it. */
export interface CopiedText {
  readonly text: string;
  /** What stands on the button. */
  readonly label: string;
  /** Whether it is code. */
  readonly isCode?: boolean;
}

/** The element of a text to take along; the page has its script from CopyText.astro. */
export const copiedText = ({ text, label, isCode = false }: CopiedText): Html => markup`
  <copy-text>
    <p${attribute('class', isCode ? 'copied-text mono' : 'copied-text')}>${text}</p>
    <button type="button" hidden>${label}</button>
    <span role="status" class="note"></span>
  </copy-text>`;
