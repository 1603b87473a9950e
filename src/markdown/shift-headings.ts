import type { Heading, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Depth of a heading in Markdown and HTML. */
export type HeadingDepth = Heading['depth'];

/**
 * A remark plugin that moves all headings down or up together so that the highest one has the depth
 * `topHeading`; none goes below depth 6. With `topHeading` undefined nothing moves.
 */
export function shiftHeadings(topHeading?: HeadingDepth) {
  return (tree: Root): void => {
    if (topHeading === undefined) return;
    const headings: Heading[] = [];
    visit(tree, 'heading', (node) => {
      headings.push(node);
    });
    const shift = topHeading - Math.min(...headings.map((heading) => heading.depth));
    for (const heading of headings) {
      heading.depth = Math.min(6, heading.depth + shift) as HeadingDepth;
    }
  };
}
