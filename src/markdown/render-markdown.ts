import rehypeSanitize from 'rehype-sanitize';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { joinChineseLines } from './join-chinese-lines.ts';
import { labelTables } from './label-tables.ts';
import { linkDocumentNumbers } from './link-document-numbers.ts';
import { linkGlossaryTerms, type LinkedTerm } from './link-glossary-terms.ts';
import { refuseDeepNesting } from './refuse-deep-nesting.ts';
import { refuseHeavyText } from './refuse-heavy-text.ts';
import { resolveLinks } from './resolve-links.ts';
import { safeHtml } from './safe-html.ts';
import { shiftHeadings, type HeadingDepth } from './shift-headings.ts';

/** How a text is rendered; everything may be left out. */
export interface MarkdownOptions {
  /** Puts the base path before a root-relative path; left out = paths stay as they are. */
  readonly link?: (path: string) => string;
  /** Terms whose first occurrence is linked to /glossary/#id; left out = none. */
  readonly terms?: readonly LinkedTerm[];
  /** Path of the page of a normalised document number; undefined = the archive has none. */
  readonly documentPath?: (normalisedNumber: string) => string | undefined;
  /** Depth the highest heading gets; left out = as written. */
  readonly topHeading?: HeadingDepth;
  /** Put before the id of each heading, so that a text cannot take an anchor of its page. */
  readonly idPrefix?: string;
}

/**
 * The HTML of a Markdown text (CommonMark with GFM tables, footnotes and strikethrough), sanitised:
 * raw HTML in the source is left out, as are images and unsafe addresses. Headings get ids,
 * glossary terms and known document numbers become links.
 * @throws MarkdownRefusal when the text is too long, too deeply nested or otherwise too heavy.
 */
export async function renderMarkdown(
  source: string,
  options: MarkdownOptions = {},
): Promise<string> {
  refuseHeavyText(source);
  const file = await unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(refuseDeepNesting)
    .use(joinChineseLines)
    .use(shiftHeadings, options.topHeading)
    .use(linkDocumentNumbers, { documentPath: options.documentPath ?? (() => undefined) })
    .use(linkGlossaryTerms, {
      terms: options.terms ?? [],
      termPath: (id: string) => `/glossary/#${id}`,
    })
    .use(resolveLinks, options.link ?? ((path: string) => path))
    .use(remarkRehype, { footnoteLabel: '注', footnoteBackLabel: '回到正文' })
    .use(rehypeSanitize, safeHtml)
    .use(rehypeSlug, { prefix: options.idPrefix ?? '' })
    .use(labelTables)
    .use(rehypeStringify)
    .process(source);
  return String(file);
}
