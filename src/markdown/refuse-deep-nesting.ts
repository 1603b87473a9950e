import type { Nodes, Root } from 'mdast';
import { MarkdownRefusal } from './refuse-heavy-text.ts';

/** Levels of nesting no honest text reaches; the later steps walk the tree by recursion. */
const maxDepth = 60;

/**
 * A remark plugin that refuses a text nested so deeply that rendering it could exhaust the stack.
 * @throws MarkdownRefusal when quotations, lists and the like are nested more than 60 levels deep.
 */
export function refuseDeepNesting() {
  return (tree: Root): void => {
    const open: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next.depth > maxDepth) {
        throw new MarkdownRefusal(
          next.node.position?.start.line ?? 1,
          `nesting of more than ${maxDepth} levels`,
          'Flatten the lists or quotations.',
        );
      }
      for (const node of 'children' in next.node ? next.node.children : []) {
        open.push({ node, depth: next.depth + 1 });
      }
    }
  };
}
