import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { locateRows } from '../../../src/archive/locate-rows.ts';
import { exampleContent } from '../../support/example-content.ts';

describe('locateRows', () => {
  test('every row keeps its place and gets the region of its unit', () => {
    const archive = readContent(exampleContent);
    const rows = archive.subject('2140106')?.rows ?? [];
    const located = locateRows(archive, rows);
    expect(located.map(({ row }) => row)).toEqual(rows);
    expect(located.map(({ region }) => region.name)).toEqual(['示例甲县', '示例甲县', '示例甲县']);
  });
});
