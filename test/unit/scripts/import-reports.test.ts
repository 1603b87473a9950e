import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../../scripts/import.ts';
import { memoryDisk } from '../../lib/import-effects.ts';

const source = readFileSync(
  join(import.meta.dirname, '../../fixtures/formats/example.txt'),
  'utf8',
);
const id = '990121-wenhuaguan-2024-budget';

describe('import --json', () => {
  test('prints one JSON value and nothing else, and writes as without it', async () => {
    const disk = memoryDisk({ 'in/a.txt': source });
    expect(await run(['in/a.txt', '--json'], disk)).toBe(0);
    expect(disk.printed).toHaveLength(1);
    const { documents, refused, written } = JSON.parse(disk.printed[0] ?? '') as {
      documents: Record<string, unknown>[];
      refused: unknown[];
      written: boolean;
    };
    expect({ refused, written }).toEqual({ refused: [], written: true });
    expect(documents).toMatchObject([
      { id, status: 'new', source: 'in/a.txt', tableSet: 'shanxi-13', forms: 3, gaps: [] },
    ]);
    expect(disk.written).toEqual([
      'content/units.json',
      'content/disclosures/990121/990121-wenhuaguan/2024-budget.json',
    ]);
  });

  test('names refused sources with their message, and that nothing was written', async () => {
    const disk = memoryDisk({ 'in/a.txt': source, 'in/b.pdf': '%PDF-1.7' });
    expect(await run(['in/a.txt', 'in/b.pdf', '--json', '--all-or-none'], disk)).toBe(1);
    expect(JSON.parse(disk.printed[0] ?? '')).toMatchObject({
      refused: [{ source: 'in/b.pdf', message: expect.stringContaining('cut off') as string }],
      written: false,
    });
    expect(disk.written).toEqual([]);
  });
});

describe('import --report', () => {
  test('writes a page with every amount beside its place, in a dry run too', async () => {
    const disk = memoryDisk({ 'in/a.txt': source });
    expect(await run(['in/a.txt', '--dry-run', '--report', 'out'], disk)).toBe(0);
    expect(disk.written).toEqual([`out/${id}.html`]);
    const page = disk.files.get(`out/${id}.html`) ?? '';
    expect(page.match(/<tr><td>第 \d+ 行第 \d+ 格<\/td>/gu)).toHaveLength(188);
    expect(page).toContain(
      '<tr><td>第 50 行第 4 格</td><td>762.45</td><td>八、社会保障和就业支出</td><td>total</td><td>7624500.00 元</td></tr>',
    );
    expect(page).toContain("default-src 'none'");
    expect(page).not.toContain('<script');
  });

  test('signs of markup in a source stay text', async () => {
    const disk = memoryDisk({
      'in/a.txt': source.replaceAll('示例技能培训补助', '示例<img src=x onerror=1>补助'),
    });
    expect(await run(['in/a.txt', '--dry-run', '--report', 'out'], disk)).toBe(0);
    const page = disk.files.get(`out/${id}.html`) ?? '';
    expect(page).toContain('示例&lt;img src=x onerror=1&gt;补助');
    expect(page).not.toContain('<img');
  });
});
