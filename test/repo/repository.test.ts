import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';

const git = (...args: string[]): string[] =>
  execFileSync('git', ['-c', 'core.quotePath=false', ...args], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '');

const files = git('ls-files', '--cached', '--others', '--exclude-standard').filter((file) =>
  existsSync(file),
);
const code = files.filter((file) => /^(?:src|scripts|test)\/.*\.(?:ts|astro|css)$/u.test(file));

describe('the repository', () => {
  test('keeps its top level to the fixed list', () => {
    const top = [...new Set(files.map((file) => file.split('/')[0] ?? ''))].filter(
      (name) => !name.startsWith('.'),
    );
    const allowed =
      /^(?:src|content|public|scripts|test|astro\.config\.mjs|package\.json|package-lock\.json|tsconfig\.json|README(?:\.zh-CN)?\.md|LICENSE)$/u;
    expect(top.filter((name) => !allowed.test(name))).toEqual([]);
  });

  test('names files in kebab-case and components in PascalCase', () => {
    const odd = code.filter((file) => {
      const name = basename(file);
      if (/^src\/(?:pages)\//u.test(file)) return !/^[[\]a-z0-9.-]+$/u.test(name);
      return name.endsWith('.astro')
        ? !/^[A-Z][A-Za-z0-9]*\.astro$/u.test(name)
        : !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/u.test(name);
    });
    expect(odd).toEqual([]);
  });

  test('has no source file over 300 lines', () => {
    const long = code
      .filter((file) => /^(?:src|scripts)\//u.test(file))
      .map((file) => `${file} ${readFileSync(file, 'utf8').split('\n').length - 1}`)
      .filter((line) => Number(line.split(' ').at(-1)) > 300);
    expect(long).toEqual([]);
  });

  test('has no skipped or narrowed test', () => {
    const narrowed = code.filter(
      (file) =>
        file.startsWith('test/') &&
        /\b(?:it|test|describe)\.(?:skip|only|todo|fails)\b\(/u.test(readFileSync(file, 'utf8')),
    );
    expect(narrowed).toEqual([]);
  });

  test('finds no test file that no project runs', () => {
    const run = /^test\/(?:unit|import|repo|component|content|site)\/.*\.test\.ts$/u;
    expect(
      files.filter(
        (file) => file.startsWith('test/') && file.endsWith('.test.ts') && !run.test(file),
      ),
    ).toEqual([]);
  });

  test('documents every npm script in both READMEs', () => {
    const scripts = Object.keys(
      (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }).scripts,
    );
    for (const readme of ['README.md', 'README.zh-CN.md']) {
      const text = readFileSync(readme, 'utf8');
      expect(
        scripts.filter(
          (name) =>
            !text.includes(`npm run ${name}`) &&
            !text.includes(`npm ${name}`) &&
            !text.includes(`\`${name}\``),
        ),
      ).toEqual([]);
    }
  });

  test('pins every dependency exactly and names no registry host', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    const versions = { ...manifest['dependencies'], ...manifest['devDependencies'] };
    expect(
      Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version)),
    ).toEqual([]);
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved":\s*"https?:/u);
  });

  test('names no path of a machine', () => {
    const machine = new RegExp(['/(?:root|home|Users)', '/[A-Za-z.]+/'].join(''), 'u');
    const text = files.filter(
      (file) =>
        /\.(?:ts|astro|css|mjs|json|md|txt|yml)$/u.test(file) && file !== 'package-lock.json',
    );
    expect(text.filter((file) => machine.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  test('locks every platform of every package, so that npm ci passes anywhere', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const unlocked = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).filter(
        (name) =>
          !(`${path}/node_modules/${name}` in packages) && !(`node_modules/${name}` in packages),
      ),
    );
    expect(unlocked).toEqual([]);
  });
});
