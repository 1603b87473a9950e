import { radicalEquivalents } from '../schema/radical-equivalents.ts';

/** The blocks of radicals, of which text layers name look-alikes of ordinary characters. */
const radicals = /[\u2e80-\u2fdf]/gu;

/**
 * The text with radicals that stand for the ordinary character they look like replaced by it.
 * @example withoutRadicals('项⽬⻔') // '项目门'
 */
export function withoutRadicals(text: string): string {
  return text.replace(radicals, (one) => radicalEquivalents.get(one) ?? one.normalize('NFKC'));
}

/** How many look-alike radicals a text has. */
export function countRadicals(text: string): number {
  return text.match(radicals)?.length ?? 0;
}

/**
 * The lines of one cell or paragraph as one text: a blank is put only between words or numbers in
 * Latin signs, where none would join two of them.
 * @example joinLines(['示例零工', '市场']) // '示例零工市场'
 */
export function joinLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce((text, line) => {
      const parts = /[\w.,%]$/u.test(text) && /^[\w.,]/u.test(line);
      return text + (parts ? ' ' : '') + line;
    }, '');
}
