import { describe, expect, test } from 'vitest';
import { compareVersions } from '../../../src/archive/compare-versions.ts';
import { exampleRecords } from '../../support/example-records.ts';
import type { Disclosure } from '../../../src/schema/disclosure.ts';

const [record] = exampleRecords() as [Disclosure];
const copy = (): Disclosure => structuredClone(record);

describe('compareVersions', () => {
  test('finds nothing between a record and itself', () => {
    expect(compareVersions(record, copy())).toEqual([]);
  });

  test('names table, row and column of an amount, and says both', () => {
    const after = copy();
    const table = after.tables[1];
    const row = table?.rows[0];
    const cell = row?.cells[0];
    if (table === undefined || row === undefined || cell === undefined) throw new Error('no cell');
    const before = cell.printed;
    cell.printed = '9.99';
    expect(compareVersions(record, after)).toEqual([
      {
        where: [
          '报表',
          `${table.id} ${table.title}`,
          '行',
          `第 ${row.row} ${row.name}`,
          '格',
          '合计',
          '原文',
        ],
        before,
        after: '9.99',
      },
    ]);
  });

  test('knows elements again by their number when one before them is gone', () => {
    const after = copy();
    const [gone, ...rest] = after.projects;
    after.projects = rest;
    expect(compareVersions(record, after)).toEqual([
      { where: ['项目', `第 1 ${gone?.name ?? ''}`], before: gone?.name, after: null },
    ]);
  });

  test('tells nothing from something', () => {
    const after = { ...copy(), supervisingDepartment: null };
    const before = { ...copy(), supervisingDepartment: { code: '088', name: '示例局' } };
    expect(compareVersions(before, after)).toEqual([
      { where: ['主管部门'], before: '示例局', after: null },
    ]);
  });
});
