import { statSync } from 'node:fs';
import { join } from 'node:path';

/** One page that stands for all pages of its kind. */
export interface PageOfKind {
  /** Route without what varies, e.g. `units/*` + `/*`. */
  readonly kind: string;
  /** Path of the file below the site's folder. */
  readonly file: string;
}

/** The kind of a page: its path with everything but the first folder left open. */
function kindOf(file: string): string {
  const [first = '', ...rest] = file.replace(/\/?index\.html$/u, '').split('/');
  return [
    first === '' ? '(home)' : first,
    ...rest.map((part) => (isFixed(part) ? part : '*')),
  ].join('/');
}

/** Whether a part of a path is the same on all pages of a kind, as `v1` and `unit` are not names. */
const isFixed = (part: string): boolean => /^(?:v\d+|cite|projects?|tables?|units?)$/u.test(part);

/** The largest page of every kind that a site has, in text order: whatever pages the site gains. */
export function pagesOfEveryKind(site: string, files: Iterable<string>): PageOfKind[] {
  const largest = new Map<string, { file: string; bytes: number }>();
  for (const file of files) {
    if (!file.endsWith('.html')) continue;
    const kind = kindOf(file);
    const bytes = statSync(join(site, file)).size;
    if (bytes > (largest.get(kind)?.bytes ?? -1)) largest.set(kind, { file, bytes });
  }
  return Array.from(largest, ([kind, { file }]) => ({ kind, file })).sort((a, b) =>
    a.kind < b.kind ? -1 : 1,
  );
}
