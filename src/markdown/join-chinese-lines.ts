import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** A line break with nothing but Chinese letters or punctuation on both sides. */
const breakBetweenChinese =
  /(?<=[\p{Script=Han}\p{P}])[ \t]*\n[ \t]*(?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])/gu;

/**
 * A remark plugin that joins the lines of a Chinese paragraph without the blank that HTML would
 * show for a line break. Basis: our own practice; Chinese is written without blanks.
 */
export function joinChineseLines() {
  return (tree: Root): void => {
    visit(tree, 'text', (node) => {
      node.value = node.value.replace(breakBetweenChinese, '');
    });
  };
}
