import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * A remark plugin that passes every root-relative address (`/method/`) of a link through `link`,
 * which puts the base path of the site before it. Other addresses stay as they are.
 */
export function resolveLinks(link: (path: string) => string) {
  return (tree: Root): void => {
    visit(tree, ['link', 'definition'], (node) => {
      if ((node.type === 'link' || node.type === 'definition') && /^\/(?!\/)/u.test(node.url)) {
        node.url = link(node.url);
      }
    });
  };
}
