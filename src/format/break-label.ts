/** Width of a character in half Chinese characters. */
const halves = (character: string): number => (character.charCodeAt(0) < 0x2e80 ? 1 : 2);

/** Width of a text in Chinese characters; Latin letters and digits count half. */
export const labelWidth = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + halves(character), 0) / 2;

/**
 * A name broken into at most `mostLines` lines of about equal length, none longer than `width`
 * Chinese characters; a longer name ends in ….
 */
export function breakLabel(label: string, width: number, mostLines = 3): string[] {
  const lineCount = Math.min(mostLines, Math.max(1, Math.ceil(labelWidth(label) / width)));
  const room = Math.min(2 * width, Math.ceil((2 * labelWidth(label)) / lineCount) + 1);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const character of label) {
    if (used + halves(character) > room) {
      if (lines.length === lineCount - 1) return [...lines, `${line}…`];
      lines.push(line);
      line = '';
      used = 0;
    }
    line += character;
    used += halves(character);
  }
  return [...lines, line];
}
