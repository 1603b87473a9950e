import { onOneLine, sourceNote, type CitedWork } from './cited-work.ts';

/** A work as a record of RIS, lines ending in CR LF as the format has it. */
export function formatRis(work: CitedWork): string {
  const lines: [string, string][] = [
    ['TY', 'DATA'],
    ['ID', work.id],
    ['AU', work.author],
    ['TI', work.title],
    ...(work.publishedOn === null
      ? []
      : ([
          ['PY', work.publishedOn.slice(0, 4)],
          ['DA', work.publishedOn.replaceAll('-', '/')],
        ] satisfies [string, string][])),
    ['ET', String(work.version)],
    ['PB', work.publisher],
    ['LA', 'zh-CN'],
    ['N1', sourceNote(work)],
    ...(work.address === null ? [] : ([['UR', work.address]] satisfies [string, string][])),
    ['ER', ''],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${onOneLine(value)}\r\n`).join('');
}
