import { onOneLine, sourceNote, type CitedWork } from './cited-work.ts';

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** A text between braces of BibTeX: signs that mean something to TeX are escaped. */
const escaped = (text: string): string =>
  onOneLine(text).replaceAll(/[\\{}$&#_%~^]/gu, (sign) => commands[sign] ?? `\\${sign}`);

/** A work as an entry of BibTeX (type dataset of BibLaTeX), ending with a line feed. */
export function formatBibtex(work: CitedWork): string {
  const fields: [string, string][] = [
    ['author', `{${escaped(work.author)}}`],
    ['title', `{${escaped(work.title)}}`],
    ['publisher', escaped(work.publisher)],
    ['version', String(work.version)],
    ...(work.publishedOn === null
      ? []
      : ([
          ['date', work.publishedOn],
          ['year', work.publishedOn.slice(0, 4)],
        ] satisfies [string, string][])),
    ['note', escaped(sourceNote(work))],
    ...(work.address === null ? [] : ([['url', work.address]] satisfies [string, string][])),
    ['langid', 'chinese'],
  ];
  return `@dataset{${work.id},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`;
}
