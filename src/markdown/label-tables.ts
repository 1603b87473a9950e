import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * A rehype plugin that gives header cells their scope, cells aligned to the right the class of numbers, and
 * puts each table into a scroller that can be reached with the keyboard, each under a name of its own.
 */
export function labelTables() {
  return (tree: Root): void => {
    let tables = 0;
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName === 'th') node.properties.scope = 'col';
      // HTML no longer knows the attribute; other directions are left to the style of the page.
      if (node.properties.align === 'right') node.properties.className = ['num'];
      delete node.properties.align;
      if (node.tagName !== 'table' || parent === undefined || index === undefined) return undefined;
      if (parent.type === 'element' && parent.properties.role === 'region') return undefined;
      tables += 1;
      const ariaLabel = tables === 1 ? '表格' : `表格 ${tables}`;
      const scroller: Element = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table-scroll'], role: 'region', tabIndex: 0, ariaLabel },
        children: [node],
      };
      parent.children[index] = scroller;
      return [SKIP, index];
    });
  };
}
