/** Puts the anchors of a piece of a page, and the links to them, into a scope of their own. */
export type ScopeAnchors = (html: string) => string;
