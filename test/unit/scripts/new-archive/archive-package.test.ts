import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  archiveLockfile,
  archivePackage,
  packageName,
} from '../../../../scripts/lib/new-archive/archive-package.ts';

describe('packageName', () => {
  test.each([
    ['my-archive', 'my-archive'],
    ['My Archive 2', 'my-archive-2'],
    ['示例', 'budget-archive'],
    ['-示例-a', 'a'],
  ])('%s gives %s', (folder, name) => {
    expect(packageName(folder)).toBe(name);
  });
});

type Manifest = Record<string, unknown> & { scripts: Record<string, string> };

describe('the package of a new archive', () => {
  const text = readFileSync('package.json', 'utf8');
  const ours = JSON.parse(text) as Manifest;
  const own = JSON.parse(archivePackage(text, 'my-archive')) as Manifest;

  test('has its own name and the same dependencies', () => {
    expect(own['name']).toBe('my-archive');
    expect(own['dependencies']).toEqual(ours['dependencies']);
    expect(own['devDependencies']).toEqual(ours['devDependencies']);
  });

  test('tests its content, its build and its links, with no test of ours', () => {
    expect(own.scripts['test']).toBe(
      'npm run check:content && npm run build && npm run check:links',
    );
    const commands = Object.values(own.scripts).join('\n');
    expect(commands).not.toContain('vitest');
    expect(commands).not.toMatch(/\btest\//u);
  });

  test('has a lock file that fits it', () => {
    const lock = readFileSync('package-lock.json', 'utf8');
    const before = JSON.parse(lock) as { packages: Record<string, Record<string, unknown>> };
    const after = JSON.parse(archiveLockfile(lock, 'my-archive')) as typeof before & Manifest;
    expect(after['name']).toBe('my-archive');
    expect(after.packages['']).toEqual({
      ...before.packages[''],
      name: 'my-archive',
      version: '0.1.0',
    });
    expect({ ...after.packages, '': null }).toEqual({ ...before.packages, '': null });
  });
});
