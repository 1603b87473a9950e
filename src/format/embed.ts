import { onOneLine } from './cited-work.ts';

/**
 * Stands for the address of the host in a snippet where the build does not know it; the page puts its
 * own there when it is read.
 */
export const siteAddressMark = '[本站地址]';

/** A table or project of a disclosure as another site shows it in a frame. */
export interface EmbeddedPart {
  /** Full address of the embed with the anchor of the part, or one that begins with {@link siteAddressMark}. */
  readonly address: string;
  /** What the frame shows, for readers who hear the page. */
  readonly title: string;
  /** Lines of the part, from which the height of the frame is guessed. */
  readonly lines: number;
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  '<': '&lt;',
  '>': '&gt;',
};

/** A text as the value of an attribute in double quotes. */
const attributeText = (text: string): string =>
  onOneLine(text).replaceAll(/[&"<>]/gu, (sign) => signs[sign] ?? sign);

/** Height of a frame in CSS pixels: all of a short part, the beginning of a long one, which scrolls. */
const frameHeight = (lines: number): number => Math.min(640, 200 + 32 * lines);

const fixedAttributes = [
  'loading="lazy"',
  'referrerpolicy="no-referrer"',
  'sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"',
].join(' ');

/**
 * HTML that shows a part in a frame of another site. The frame may run no script, sends no referrer and
 * opens links in a window of their own.
 */
export function embedSnippet({ address, title, lines }: EmbeddedPart): string {
  return `<iframe src="${attributeText(address)}" title="${attributeText(title)}" width="100%" height="${frameHeight(lines)}" ${fixedAttributes}></iframe>`;
}
