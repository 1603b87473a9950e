import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * A rehype plugin that gives header cells their scope and puts each table into a scroller that can
 * be reached with the keyboard.
 */
export function labelTables() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName === 'th') node.properties.scope = 'col';
      if (node.tagName !== 'table' || parent === undefined || index === undefined) return undefined;
      if (parent.type === 'element' && parent.properties.role === 'region') return undefined;
      const scroller: Element = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table-scroll'], role: 'region', tabIndex: 0, ariaLabel: '表格' },
        children: [node],
      };
      parent.children[index] = scroller;
      return [SKIP, index];
    });
  };
}
