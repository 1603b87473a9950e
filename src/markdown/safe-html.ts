import type { Options } from 'rehype-sanitize';

/**
 * The HTML a rendered text may contain: text, headings, lists, tables, links and footnotes. No
 * images, scripts, styles, forms or frames, and no attribute that is not named here. Links go to
 * http, https and mailto addresses, to this site and within the page.
 */
export const safeHtml: Options = {
  tagNames: [
    ...[
      'p',
      'br',
      'hr',
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'blockquote',
      'pre',
      'code',
      'section',
    ],
    ...['em', 'strong', 'del', 'sup', 'a', 'ul', 'ol', 'li'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: {
    a: ['href', 'id', 'ariaDescribedBy', 'ariaLabel', 'dataFootnoteBackref', 'dataFootnoteRef'],
    h2: ['id', ['className', 'sr-only']],
    li: ['id'],
    ol: ['start'],
    section: ['dataFootnotes', ['className', 'footnotes']],
    sup: ['id'],
    td: ['align'],
    th: ['align'],
    '*': ['title'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: {
    li: ['ul', 'ol'],
    tr: ['table'],
    td: ['table'],
    th: ['table'],
    thead: ['table'],
    tbody: ['table'],
  },
  strip: ['script', 'style', 'iframe', 'object', 'template'],
  // The ids of footnotes are made by remark-rehype with its own prefix; no other id can get in.
  clobber: [],
  required: {},
};
