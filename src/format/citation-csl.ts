import { sourceNote, type CitedWork } from './cited-work.ts';

/** A work as an item of CSL-JSON. */
export function cslItem(work: CitedWork): Readonly<Record<string, unknown>> {
  return {
    id: work.id,
    type: 'dataset',
    author: [{ literal: work.author }],
    title: work.title,
    version: String(work.version),
    publisher: work.publisher,
    ...(work.publishedOn === null
      ? {}
      : { issued: { 'date-parts': [work.publishedOn.split('-').map(Number)] } }),
    ...(work.address === null ? {} : { URL: work.address }),
    note: sourceNote(work),
    language: 'zh-CN',
  };
}
