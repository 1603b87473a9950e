import { strFromU8, unzipSync } from 'fflate';
import type { PlacedRow } from './source-lines.ts';

const innermostTable = /<w:tbl>(?:(?!<w:tbl>)[^])*?<\/w:tbl>/gu;

function decodeEntities(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&');
}

/** The texts of the paragraphs of a piece of markup; empty ones left out. */
function paragraphs(markup: string): string[] {
  return markup.split('</w:p>').flatMap((paragraph) => {
    const runs = Array.from(
      paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br)\/>/gu),
    );
    const text = runs.map(([, run]) => (run === undefined ? ' ' : decodeEntities(run))).join('');
    return text.trim() === '' ? [] : [text.trim()];
  });
}

function rowTexts(row: string): string[] {
  return row
    .split(/<w:tc>/u)
    .slice(1)
    .flatMap((cell) => {
      const span = Number(/<w:gridSpan w:val="(\d+)"/u.exec(cell)?.[1] ?? 1);
      const merged = /<w:vMerge(?: w:val="(\w+)")?\/>/u.exec(cell);
      const goesOn = merged !== null && merged[1] !== 'restart';
      const text = goesOn ? '' : paragraphs(cell).join('');
      return [text, ...Array.from({ length: span - 1 }, () => '')];
    });
}

/** The rows of a DOCX file: paragraphs (`L12`) and the rows of its innermost tables (`T3R5`). */
export function docxRows(bytes: Uint8Array): PlacedRow[] {
  const part = unzipSync(bytes, { filter: ({ name }) => name === 'word/document.xml' });
  const body = strFromU8(part['word/document.xml'] ?? new Uint8Array());
  const rows: PlacedRow[] = [];
  let [lines, tables, at] = [0, 0, 0];
  const readText = (markup: string): void => {
    for (const text of paragraphs(markup)) rows.push({ place: `L${(lines += 1)}`, text });
  };
  for (const match of body.matchAll(innermostTable)) {
    readText(body.slice(at, match.index));
    at = match.index + match[0].length;
    tables += 1;
    const parts = match[0].split(/<w:tr(?: [^>]*)?>/u).slice(1);
    parts.forEach((row, r) => {
      rows.push({ place: `T${tables}R${r + 1}`, text: rowTexts(row).join('\t') });
    });
  }
  readText(body.slice(at));
  return rows;
}
