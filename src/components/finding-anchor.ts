/** Anchor of a finding in the list of its page, by its number there. */
export const findingAnchor = (n: number): string => `finding-${n}`;
