import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UnitYear } from './model.ts';

/**
 * The Markdown of the archive's own abstract of a disclosure; null = nobody has written one. It
 * stands at content/abstracts/, at the path of the record.
 */
export function readAbstract(unitYear: UnitYear): string | null {
  const file = unitYear.file.replace(/\.json$/u, '.md');
  const path = join(unitYear.contentDirectory, 'abstracts', file);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
