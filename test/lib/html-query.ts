import { parse, type DefaultTreeAdapterTypes } from 'parse5';

/** An element of a parsed page. */
export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** The elements below a node, itself first, in document order. */
export function* elementsOf(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  for (const child of 'childNodes' in node ? node.childNodes : []) yield* elementsOf(child);
}

/** The parsed page. */
export const parsePage = (html: string): Node => parse(html);

/** Value of an attribute; undefined = not there. */
export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

/** Text of a node and all below, runs of blanks as one. */
export function textOf(node: Node): string {
  const raw = (part: Node): string =>
    'value' in part ? part.value : 'childNodes' in part ? part.childNodes.map(raw).join('') : '';
  return raw(node).replace(/\s+/gu, ' ').trim();
}

/** The text nodes of a node and all below, each trimmed, one blank between them. */
export function wordsOf(node: Node): string {
  const parts = (part: Node): string[] =>
    'value' in part
      ? [part.value.replace(/\s+/gu, ' ').trim()]
      : 'childNodes' in part
        ? part.childNodes.flatMap(parts)
        : [];
  return parts(node)
    .filter((text) => text !== '')
    .join(' ');
}

/** All elements of a page by id. */
export function elementsById(page: Node): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const element of elementsOf(page)) {
    const id = attribute(element, 'id');
    if (id !== undefined) found.set(id, element);
  }
  return found;
}

/** The figures (`<data class="amount">`) below a node, as 分 and shown text. */
export function figuresOf(node: Node): { fen: number; text: string }[] {
  return [...elementsOf(node)]
    .filter(
      (element) =>
        element.tagName === 'data' && attribute(element, 'class')?.split(' ').includes('amount'),
    )
    .map((element) => ({ fen: Number(attribute(element, 'value')), text: textOf(element) }));
}
