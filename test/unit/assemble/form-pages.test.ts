import { describe, expect, test } from 'vitest';
import { cutFormPages, isFormTitle } from '../../../src/assemble/form-pages.ts';
import { rowsFrom, tabbedForm } from './form-fixtures.ts';

const cut = (lines: string) =>
  cutFormPages(rowsFrom(lines)).map(({ title, place, rows }) => [title, place, rows.at(-1)?.place]);

describe('isFormTitle', () => {
  test.each([
    ['示例县(区)级预算部门（单位）项目支出绩效目标申报表', true],
    ['2025年示例补助资金绩效目标表', true],
    ['项目支出绩效自评表', true],
    ['项目支出绩效目标表（2024年度）', true],
    ['（项目绩效目标表公开情况见附件）', false],
    ['并填写《项目支出绩效目标申报表》', false],
    ['1、项目绩效目标表', false],
    ['2024年项目支出预算表', false],
  ])('%s: %s', (line, expected) => {
    const [row] = rowsFrom(line);
    expect(row !== undefined && isFormTitle(row)).toBe(expected);
  });
});

describe('cutFormPages', () => {
  test('a page goes from its title to the next title or to the heading after the forms', () => {
    const lines = `前文\n${tabbedForm('甲')}\n${tabbedForm('乙')}\n十一、国有资产占有使用情况\n后文`;
    expect(cut(lines)).toEqual([
      ['示例县(区)级预算部门(单位)项目支出绩效目标表', 'L2', 'L25'],
      ['示例县(区)级预算部门(单位)项目支出绩效目标表', 'L26', 'L49'],
    ]);
  });

  test.each([
    '第四部分 名词解释',
    '五、示例说明',
    '十二、其他说明',
    '预算公开表1',
    '2024年预算收支总表',
    '表五 2024年一般公共预算支出预算表（不含上年结转）',
  ])('%s ends the forms', (heading) => {
    expect(cut(`${tabbedForm('甲')}\n${heading}\n后文`)).toEqual([
      ['示例县(区)级预算部门(单位)项目支出绩效目标表', 'L1', 'L24'],
    ]);
  });

  test('a numbered line inside a form does not end it', () => {
    const lines = tabbedForm('甲').replace('项目实施计划', '一、示例计划\n项目实施计划');
    expect(cut(lines)[0]?.[2]).toBe('L25');
  });

  test('forms without titles begin at 填列单位 and at a second name row', () => {
    const lines = `填列单位(公章): (2025年度)
项目名称|甲
主管部门|示例局|实施单位|示例局
项|目名称|乙
主管部门|示例局|实施单位|示例局
填列单位(公章):
项目名称|丙
主管部门|示例局|实施单位|示例局`;
    expect(cut(lines)).toEqual([
      [null, 'L1', 'L3'],
      [null, 'L4', 'L5'],
      [null, 'L6', 'L8'],
    ]);
  });

  test('the head of a project table is no form', () => {
    expect(cut('项目名称|合计|一般公共预算\n甲|1.00|1.00')).toEqual([]);
  });

  test('a title without rows is no page', () => {
    expect(cut('项目支出绩效目标表')).toEqual([]);
  });
});
