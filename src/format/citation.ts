import { onOneLine, sourceNote, type CitedWork } from './cited-work.ts';

/** Where the reader's own day stands in a citation; the copy button puts it there. */
export const accessDayMark = '[访问日期]';

/**
 * A citation as a data set on line, with the record's id and the start of the source's SHA-256 as other
 * title information.
 * Basis: GB/T 7714—2025, data sets ([DS/OL]); the id and digest are our own practice.
 */
export function formatCitation(work: CitedWork): string {
  const published = work.publishedOn === null ? '' : `（${work.publishedOn}）`;
  const parts = [
    onOneLine(work.author),
    `${onOneLine(work.title)}：${sourceNote(work)}[DS/OL]`,
    `第 ${work.version} 版`,
    `${onOneLine(work.publisher)}${published}${accessDayMark}`,
    ...(work.address === null ? [] : [work.address]),
  ];
  return `${parts.join('. ')}.`;
}
