type Child = Node | string | null | undefined | false;

/** An element with attributes and children; an attribute that is undefined or false is left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false) made.append(child);
  }
  return made;
}

/** The one element of a type below `root` that a selector names. @throws when it is not there. */
export function find(root: ParentNode, selector: string): HTMLElement;
export function find<T extends HTMLElement>(
  root: ParentNode,
  selector: string,
  type: new () => T,
): T;
export function find(
  root: ParentNode,
  selector: string,
  type: new () => HTMLElement = HTMLElement,
): HTMLElement {
  const found = root.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`Unexpected absence of ${selector}, expected it in the page`);
}
