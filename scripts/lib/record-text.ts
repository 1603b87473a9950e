/** Longest value printed on one line, in characters. */
const lineWidth = 300;

/**
 * JSON text of a value for files that are read in diffs: a value that fits on a line of 300
 * characters stands on one line, longer ones are broken one member a line. Ends with a line feed.
 */
export function recordText(value: unknown): string {
  return `${block(value, '')}\n`;
}

function block(value: unknown, indent: string): string {
  const inline = inlineText(value);
  if (typeof value !== 'object' || value === null || inline.length + indent.length <= lineWidth) {
    return inline;
  }
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((part) => inner + block(part, inner)).join(',\n')}\n${indent}]`;
  }
  const members = membersOf(value).map(
    ([key, part]) => `${inner}${JSON.stringify(key)}: ${block(part, inner)}`,
  );
  return `{\n${members.join(',\n')}\n${indent}}`;
}

function inlineText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inlineText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = membersOf(value).map(
    ([key, part]) => `${JSON.stringify(key)}: ${inlineText(part)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

const membersOf = (value: object): [string, unknown][] =>
  Object.entries(value).filter(([, part]) => part !== undefined);
