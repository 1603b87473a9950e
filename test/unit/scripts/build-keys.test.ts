import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { listCodeFiles } from '../../../scripts/lib/parts/build-keys.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Files that a module of src/ imports from outside of src/, as paths below the root. */
function importedFrom(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/from '(\.[^'?]+)(?:\?raw)?'/gu)]
    .map(([, path = '']) => relative(root, join(root, dirname(file), path)).replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('src/'));
}

test('a build is keyed by everything that its pages are bundled with', () => {
  const modules = globSync('src/**/*.{ts,astro}', { cwd: root });
  const imported = new Set(modules.flatMap(importedFrom));
  expect([...imported].sort()).toContain('content/pages/method.md');
  const keyed = new Set(listCodeFiles(root));
  expect([...imported].filter((file) => !keyed.has(file))).toEqual([]);
});
