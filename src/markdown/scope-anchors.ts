import type { Element, Root, Text } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** How a part is told apart from another part of the same page. */
export interface AnchorScope {
  /** What its anchors begin with. */
  readonly prefix: string;
  /** What its headings and regions are called besides, for readers who jump from one to the next. */
  readonly label: string;
}

/** Attributes that name one id. */
const single = ['id', 'list', 'popoverTarget'] as const;
/** Attributes that name several ids. */
const several = [
  'htmlFor',
  'ariaLabelledBy',
  'ariaDescribedBy',
  'ariaControls',
  'ariaOwns',
  'ariaDetails',
  'headers',
] as const;

const stringifier = unified().use(rehypeStringify);

/**
 * A part of a page as HTML with all its anchors, and all that points at them, in a scope of its own,
 * so that two parts made alike can stand on one page. Its headings go one level down, and the highest
 * of them and the names of its regions say which part they are of.
 */
export function scopeAnchors(html: string, scope: AnchorScope): string {
  const tree = fromHtml(html, { fragment: true });
  const top = topHeading(tree);
  visit(tree, 'element', (element) => {
    scopeElement(element, scope.prefix);
    const { ariaLabel } = element.properties;
    if (typeof ariaLabel === 'string') element.properties.ariaLabel = scope.label + ariaLabel;
    const depth = depthOf(element);
    if (depth === undefined) return;
    if (depth === top) element.children.unshift(hidden(scope.label));
    element.tagName = `h${Math.min(depth + 1, 6)}`;
  });
  return stringifier.stringify(tree);
}

function scopeElement(element: Element, prefix: string): void {
  const properties: Record<string, unknown> = element.properties;
  for (const name of single) {
    const value = properties[name];
    if (typeof value === 'string') properties[name] = prefix + value;
  }
  for (const name of several) {
    const value = properties[name];
    if (Array.isArray(value))
      properties[name] = value.map((id: unknown) => `${prefix}${String(id)}`);
    else if (typeof value === 'string') properties[name] = prefix + value;
  }
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value !== 'string') continue;
    if (/^(?:href|xLinkHref)$/u.test(name))
      properties[name] = value.replace(/^#(?=.)/u, `#${prefix}`);
    else if (value.startsWith('url(#')) properties[name] = value.replace('url(#', `url(#${prefix}`);
  }
}

const depthOf = ({ tagName }: Element): number | undefined =>
  /^h[1-6]$/u.test(tagName) ? Number(tagName.slice(1)) : undefined;

function topHeading(tree: Root): number {
  let top = 7;
  visit(tree, 'element', (element) => {
    top = Math.min(top, depthOf(element) ?? 7);
  });
  return top;
}

function hidden(text: string): Element {
  const child: Text = { type: 'text', value: text };
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['visually-hidden'] },
    children: [child],
  };
}
