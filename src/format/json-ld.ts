/**
 * A value as the text of a script element of type application/ld+json: every `<` is escaped, so that no
 * name can end the element. `value` is described in the words of schema.org, without its context.
 */
export const jsonLdText = (value: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ '@context': 'https://schema.org', ...value }).replaceAll('<', '\\u003c');
