/** A Markdown text that cannot be rendered safely or in reasonable time. */
export class MarkdownRefusal extends Error {
  override name = 'MarkdownRefusal';

  constructor(line: number, unexpected: string, advice: string) {
    super(`line ${line}: Unexpected ${unexpected}, expected less. ${advice}`);
  }
}

/** Limits no honest text reaches; beyond them the parser's time grows with their square. */
const limits = { characters: 120_000, columns: 200, marks: 4_000 } as const;

/** A line that opens more than 60 quotations and list items at once. */
const deepLine = /^[ \t]*(?:>[ \t]*|(?:[-+*]|\d{1,9}[.)])[ \t]+){61}/u;

/**
 * Refuses a text before it is parsed when parsing it could take minutes.
 * @throws MarkdownRefusal when the text has more than 120,000 characters, a line opens more than 60
 * quotations and list items or has more than 200 cells, or a block has more than 4,000 emphasis marks.
 */
export function refuseHeavyText(source: string): void {
  if (source.length > limits.characters) {
    throw new MarkdownRefusal(1, `text of ${source.length} characters`, 'Split the text.');
  }
  let marks = 0;
  source.split(/\r\n|\r|\n/u).forEach((line, index) => {
    if (deepLine.test(line)) {
      throw new MarkdownRefusal(index + 1, 'nesting of more than 60 levels', 'Flatten it.');
    }
    if (line.split('|').length > limits.columns) {
      throw new MarkdownRefusal(index + 1, 'line of more than 200 cells', 'Split the table.');
    }
    marks = /^\s*$/u.test(line) ? 0 : marks + line.replace(/[^*_~]+/gu, '').length;
    if (marks > limits.marks) {
      throw new MarkdownRefusal(index + 1, 'block of more than 4,000 emphasis marks', 'Split it.');
    }
  });
}
