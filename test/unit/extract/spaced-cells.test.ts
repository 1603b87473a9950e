import { describe, expect, test } from 'vitest';
import { splitSpacedCells } from '../../../src/extract/spaced-cells.ts';

describe('splitSpacedCells', () => {
  test.each([
    ['782.91 782.91     649.57', ['782.91', '782.91', '', '', '', '', '649.57']],
    ['二、外交支出    ', ['二、外交支出', '', '', '']],
    ['  八、教育支出 1.00', ['', '', '八、教育支出', '1.00']],
    [
      '一、一般公共预算 782.91一、一般公共服务支出',
      ['一、一般公共预算', '782.91', '一、一般公共服务支出'],
    ],
    ['　　示例项目 3.00 3.00  ', ['示例项目', '3.00', '3.00', '']],
    ['2022年协办员工资 ３６．９０', ['2022年协办员工资', '３６．９０']],
    ['   ', ['', '', '']],
    ['', []],
  ])('every blank more than one is an empty cell: %j', (line, cells) => {
    expect(splitSpacedCells(line, { doubled: true })).toEqual(cells);
  });

  test('beside bold words an empty cell is two blanks', () => {
    const line = '合计合计 782.91782.91         649.57649.57';
    expect(splitSpacedCells(line, { doubled: true })).toEqual([
      '合计',
      '782.91',
      '',
      '',
      '',
      '',
      '649.57',
    ]);
  });

  test('in a document that is not doubled nothing is undone', () => {
    expect(splitSpacedCells('合计合计  1.00', { doubled: false })).toEqual([
      '合计合计',
      '',
      '1.00',
    ]);
  });
});
