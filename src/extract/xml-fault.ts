/** Deepest nesting of elements; office files stay far below. */
const deepest = 1_000;

const attributes = /(?:\s+[^\s=<>/'"]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*/u.source;
const token = new RegExp(
  [
    /<!--[^]*?-->|<\?[^]*?\?>/u.source,
    /<!\[CDATA\[([^]*?)\]\]>/u.source,
    `<(/?)([^\\s<>/=!?'"]+)${attributes}\\s*(/?)>`,
    /([^<]+)/u.source,
  ].join('|'),
  'uy',
);

const forbidden = /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u;
const openEntity = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/iu;

/** Whether text between tags may not stand there. */
function textFault(text: string, depth: number): string | null {
  if (depth === 0 && text.trim() !== '') return 'text outside of its element';
  return openEntity.test(text) ? 'an entity it does not know' : null;
}

/**
 * Why a text is not well-formed XML without a document type, in words that complete "XML with …";
 * null = it is. Names, and attributes given twice, are not looked at.
 * @example xmlFault('<a><b></a></b>') // '</a> where </b> should stand'
 */
export function xmlFault(xml: string): string | null {
  const text = xml.replace(/^\ufeff/u, '');
  if (forbidden.test(text)) return 'a sign that XML does not allow';
  const open: string[] = [];
  let elements = 0;
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (match === null) return `"${text.slice(at, at + 20)}", which is no tag`;
    const [, , close = '', name, empty = '', between] = match;
    const wrong = between === undefined ? null : textFault(between, open.length);
    if (wrong !== null) return wrong;
    if (name === undefined) continue;
    if (close !== '') {
      const expected = open.pop();
      if (expected !== name)
        return `</${name}> where ${expected === undefined ? 'nothing' : `</${expected}>`} should stand`;
      continue;
    }
    if (open.length === 0) elements += 1;
    if (elements > 1) return `a second element <${name}> beside the first`;
    if (open.length >= deepest) return `elements nested more than ${deepest} deep`;
    if (empty === '') open.push(name);
  }
  const last = open.at(-1);
  if (last !== undefined) return `<${last}> that is not closed`;
  return elements === 0 ? 'no element' : null;
}
