import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../../scripts/new-archive.ts';
import { temporaryFolder } from '../../support/example-content.ts';

const make = async (args: readonly string[]): Promise<{ folder: string; printed: string[] }> => {
  const folder = join(temporaryFolder(), 'my-archive');
  const printed: string[] = [];
  await run([folder, ...args], { print: (line) => printed.push(line), ask: null });
  return { folder, printed };
};

const textOf = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

describe('new-archive', () => {
  test('makes a project without our documents, topics and tests', async () => {
    const { folder, printed } = await make(['--title', '示例*档案*', '--region', '山西省']);
    expect(readdirSync(folder).toSorted()).toEqual([
      '.config',
      '.editorconfig',
      '.gitignore',
      '.npmrc',
      '.prettierignore',
      'LICENSE',
      'README.en.md',
      'README.md',
      'astro.config.mjs',
      'content',
      'package-lock.json',
      'package.json',
      'public',
      'scripts',
      'src',
      'tsconfig.json',
    ]);
    expect(readdirSync(join(folder, 'content')).toSorted()).toEqual([
      'archive.json',
      'data-columns.json',
      'disclosures',
      'economic-classes.json',
      'glossary.json',
      'pages',
      'regions.json',
      'table-sets',
      'units.json',
    ]);
    expect(readdirSync(join(folder, 'content/disclosures'))).toEqual(['.gitkeep']);
    expect(existsSync(join(folder, 'public/originals'))).toBe(false);
    expect(JSON.parse(textOf(folder, 'content/units.json'))).toEqual({ units: [] });
    expect(JSON.parse(textOf(folder, 'content/archive.json'))).toMatchObject({
      title: '示例*档案*',
      regionRoot: '140000',
      base: '/',
      site: null,
      mayBeEmpty: true,
    });
    expect(textOf(folder, 'README.md')).toMatch(/^# 示例\\\*档案\\\*\n/u);
    expect(textOf(folder, 'README.en.md')).not.toContain('{{');
    expect(textOf(folder, 'scripts/import.ts')).toBe(readFileSync('scripts/import.ts', 'utf8'));
    expect(statSync(folder).mode & 0o777).toBe(0o755);
    expect(printed.slice(-2)).toEqual(['  npm ci', '  npm start']);
  });

  test('takes the topics along when asked', async () => {
    const { folder } = await make(['--title', '示例', '--with-topics']);
    expect(readdirSync(join(folder, 'content/topics'))).toContain('linggongshichang.md');
  });

  test.each([
    ['no title', [], 'Unexpected absence of a title'],
    ['a title over two lines', ['--title', '示\n例'], 'content/archive.json: Unexpected'],
    ['a base that climbs', ['--title', '示例', '--base', '/../'], '  base: expected a path'],
    ['a site with a path', ['--title', '示例', '--site', 'https://a.example/b'], '  site: '],
    ['a region that is none', ['--title', '示例', '--region', '无此地'], '--region: Unexpected'],
    ['a second folder', ['--title', '示例', 'other'], 'expected one folder'],
  ])('refuses %s and writes nothing', async (_, args, message) => {
    const around = temporaryFolder();
    const effects = { print: () => undefined, ask: null };
    await expect(run([join(around, 'my-archive'), ...args], effects)).rejects.toThrow(message);
    expect(readdirSync(around)).toEqual([]);
  });

  test('refuses no folder, and tells how it is written', async () => {
    await expect(run([], { print: () => undefined, ask: null })).rejects.toThrow(
      'Write npm run new-archive -- <folder>',
    );
  });
});
