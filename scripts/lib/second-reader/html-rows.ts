import type { PlacedRow } from './source-lines.ts';

const innermostTable = /<table\b(?:(?!<table\b)[^])*?<\/table\s*>/giu;
const unprinted =
  /<!--[^]*?-->|<(script|style|title|noscript|template|head|select|textarea|button)\b[^]*?<\/\1\s*>/giu;
const inlineTag =
  /<\/?(?:a|abbr|b|big|cite|code|del|em|font|i|ins|label|mark|q|s|small|span|strike|strong|sub|sup|tt|u|wbr)\b[^>]*>/giu;
const anyTag = /<\/?[a-z!?][^>]*>/giu;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  middot: '·',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  ge: '≥',
  le: '≤',
};

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/giu, (whole, hex, decimal, name) => {
    if (typeof hex === 'string') return String.fromCodePoint(Number.parseInt(hex, 16));
    if (typeof decimal === 'string') return String.fromCodePoint(Number(decimal));
    return entities[String(name).toLowerCase()] ?? whole;
  });
}

/** The lines markup prints, blanks collapsed. */
function printedLines(markup: string): string[] {
  return markup
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(inlineTag, '')
    .replaceAll(anyTag, '\n')
    .split('\n')
    .map((line) => decodeEntities(line).replaceAll(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
}

const spanOf = (tag: string, name: string): number =>
  Math.max(1, Number(new RegExp(`${name}\\s*=\\s*["']?(\\d+)`, 'iu').exec(tag)?.[1] ?? 1));

/** The rows of a table: covered positions are empty. */
export function tableTexts(markup: string): string[][] {
  const covered: number[] = [];
  return markup
    .split(/<tr\b[^>]*>/iu)
    .slice(1)
    .map((row) => {
      const texts: string[] = [];
      const skip = (): void => {
        while ((covered[texts.length] ?? 0) > 0) {
          covered[texts.length] = (covered[texts.length] ?? 0) - 1;
          texts.push('');
        }
      };
      for (const part of row.split(/(?=<t[dh]\b)/iu)) {
        const tag = /^<t[dh]\b[^>]*>/iu.exec(part)?.[0];
        if (tag === undefined) continue;
        skip();
        const text = printedLines(part.slice(tag.length)).join('');
        const below = spanOf(tag, 'rowspan') - 1;
        for (let n = 0; n < spanOf(tag, 'colspan'); n += 1) {
          covered[texts.length] = below;
          texts.push(n === 0 ? text : '');
        }
      }
      skip();
      return texts;
    });
}

/** The rows of a web page: paragraphs (`L12`) and the rows of its innermost tables (`T3R5`). */
export function htmlRows(html: string): PlacedRow[] {
  const page = html.replaceAll(unprinted, '');
  const rows: PlacedRow[] = [];
  let [lines, tables, at] = [0, 0, 0];
  const readText = (markup: string): void => {
    for (const text of printedLines(markup)) rows.push({ place: `L${(lines += 1)}`, text });
  };
  for (const match of page.matchAll(innermostTable)) {
    readText(page.slice(at, match.index));
    at = match.index + match[0].length;
    tables += 1;
    tableTexts(match[0]).forEach((texts, r) => {
      rows.push({ place: `T${tables}R${r + 1}`, text: texts.join('\t') });
    });
  }
  readText(page.slice(at));
  return rows;
}
