/**
 * HTML as text, for what stands on a page hundreds of times: the rows, cells and marks of tables. Astro
 * gives every component, expression and attribute an object of its own; a page of a thousand cells is
 * several times cheaper as text. Everything else of a page is a component.
 */

/** HTML that stands on a page as it is, made by {@link markup} and {@link attribute} alone. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a template may hold: text is escaped, HTML is not; nothing stands for null, undefined and false. */
export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

/** Where a value of a template stands: between tags, in the quotes of an attribute, or inside a tag. */
type Context = 'text' | 'quotes' | 'tag';

const special = /[&<>'"]/u;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#39;',
  '"': '&quot;',
};

/** Text between tags, and text in the quotes of an attribute, escaped as Astro escapes them. */
const inText = (text: string): string =>
  text.replaceAll(/[&<>'"]/gu, (sign) => entities[sign] ?? sign);
const inQuotes = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** A text escaped for where it stands; most texts have nothing to escape. */
function escaped(text: string, context: 'text' | 'quotes'): string {
  if (!special.test(text)) return text;
  return context === 'text' ? inText(text) : inQuotes(text);
}

/** A template as it was first read: its text without line breaks, and where its values stand. */
interface Template {
  readonly parts: readonly string[];
  readonly contexts: readonly Context[];
}

const templates = new WeakMap<TemplateStringsArray, Template>();

function contextAfter(text: string, before: Context): Context {
  let context = before;
  for (const sign of text) {
    if (sign === '"' && context !== 'text') context = context === 'tag' ? 'quotes' : 'tag';
    else if (sign === '<' && context === 'text') context = 'tag';
    else if (sign === '>' && context === 'tag') context = 'text';
  }
  return context;
}

function readTemplate(strings: TemplateStringsArray): Template {
  const known = templates.get(strings);
  if (known !== undefined) return known;
  let context: Context = 'text';
  const contexts: Context[] = [];
  const parts = strings.map((part) => {
    let text = '';
    for (const [i, line] of part.split(/\s*\n\s*/u).entries()) {
      if (i > 0 && context === 'tag') text += ' ';
      text += line;
      context = contextAfter(line, context);
    }
    contexts.push(context);
    return text;
  });
  const template = { parts, contexts };
  templates.set(strings, template);
  return template;
}

function written(value: HtmlValue, context: Context): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) {
    if (context !== 'quotes') return value.text;
  } else if (typeof value === 'object') {
    const texts: string[] = [];
    for (const one of value) texts.push(written(one, context));
    return texts.join('');
  } else if (context !== 'tag') {
    return escaped(typeof value === 'string' ? value : String(value), context);
  }
  throw new Error(
    `Unexpected ${value instanceof Html ? 'HTML in the quotes of an attribute' : 'text inside a tag'}, expected text between quotes and attribute() inside a tag.`,
  );
}

/**
 * HTML of a template: its text as it is without line breaks and the blanks around them, the values in it
 * escaped for where they stand. Attributes stand in double quotes; one that may be missing is made by
 * {@link attribute}.
 * @throws when text stands inside a tag without quotes, or HTML in the quotes of an attribute.
 * @example markup`<a href="${address}">${name}</a>`
 */
export function markup(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const { parts, contexts } = readTemplate(strings);
  let text = parts[0] ?? '';
  for (let i = 0; i < values.length; i++) {
    text += written(values[i], contexts[i] ?? 'tag') + (parts[i + 1] ?? '');
  }
  return new Html(text);
}

/** An attribute with a space before it; nothing where its value is null, undefined or false. */
export const attribute = (
  name: string,
  value: string | number | null | undefined | false,
): Html | null =>
  value === null || value === undefined || value === false
    ? null
    : new Html(` ${name}="${escaped(String(value), 'quotes')}"`);
