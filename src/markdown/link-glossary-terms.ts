import type { Root } from 'mdast';
import { findAndReplace } from 'mdast-util-find-and-replace';

/** A term as the links need it. */
export interface LinkedTerm {
  /** Anchor on the glossary page. */
  readonly id: string;
  readonly term: string;
  /** Other spellings that mean the same. */
  readonly aliases: readonly string[];
}

/** Which terms are linked and to where. */
export interface GlossaryLinkOptions {
  readonly terms: readonly LinkedTerm[];
  /** The path of a term, such as /glossary/#san-gong. */
  readonly termPath: (id: string) => string;
}

/** A pattern that finds any of the spellings, the longest first; undefined when there are none. */
function spellingsPattern(spellings: Iterable<string>): RegExp | undefined {
  const sorted = [...spellings].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  if (sorted.length === 0) return undefined;
  return new RegExp(
    sorted.map((text) => text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')).join('|'),
    'gu',
  );
}

/**
 * A remark plugin that links the first occurrence of each glossary term to its entry. A term inside
 * a longer term is not an occurrence, nor is a term of one character, which stands inside too many
 * words; links, headings and code are left alone.
 */
export function linkGlossaryTerms(options: GlossaryLinkOptions) {
  const idOf = new Map<string, string>();
  for (const { id, term, aliases } of options.terms) {
    for (const spelling of [term, ...aliases]) {
      if (spelling.length > 1) idOf.set(spelling, id);
    }
  }
  const pattern = spellingsPattern(idOf.keys());
  return (tree: Root): void => {
    if (pattern === undefined) return;
    const linked = new Set<string>();
    findAndReplace(
      tree,
      [
        pattern,
        (found: string) => {
          const id = idOf.get(found);
          // The text itself, not false: after false the search would go on inside the same term.
          if (id === undefined || linked.has(id)) return found;
          linked.add(id);
          return {
            type: 'link',
            url: options.termPath(id),
            children: [{ type: 'text', value: found }],
          };
        },
      ],
      { ignore: ['link', 'linkReference', 'heading'] },
    );
  };
}
