import { describe, expect, test } from 'vitest';
import { readFormHead } from '../../../src/assemble/form-head.ts';
import { rowsFrom } from './form-fixtures.ts';

const unit = '示例县人社局';
const complete = {
  name: '示例经费',
  supervisingDepartment: { code: '407', name: unit },
  implementingUnit: unit,
  attribute: '一次性项目(1年结束)',
  duration: '1年',
};

describe('readFormHead', () => {
  test.each([
    [
      'tab-separated',
      `项目名称||示例经费|||
主管部门及代码||407-${unit}||实施单位||${unit}
项目属性||一次性项目(1年结束)||项目期||1年`,
      true,
    ],
    [
      'spaced, the name broken over two lines',
      `项目名称 示例
经费
主管部门及代码 407-${unit} 实施单位 ${unit}
项目属性 一次性项目(1年结束) 项目期 1年`,
      true,
    ],
    [
      'labels lost or misread',
      `示例经费||||
项目编码||407-${unit}||实施单位||${unit}
主管部门及代码||408-另一局||实施单位||另一局
行政性||一次性项目(1年结束)||项目日期||1年`,
      false,
    ],
    [
      'the label of the name misread',
      `项目总体||示例经费|||
407-${unit}||实施单位||${unit}
||一次性项目(1年结束)||项目期||1年`,
      false,
    ],
    [
      'labels broken over cells',
      `项|目名称|示例经费
1|主管部门|407-${unit}|实施单位|${unit}
项目类别|一次性项目(1年结束)|项目期限|1年`,
      true,
    ],
  ])('%s', (_, lines, nameLabelled) => {
    const { namePlace, ...head } = readFormHead(rowsFrom(lines));
    expect(head).toEqual({ ...complete, nameLabelled });
    expect(namePlace).toMatch(/^L1(?:C[123])?$/u);
  });

  test('a name broken over cells is put together, other words are parted by a blank', () => {
    const head = readFormHead(rowsFrom('项目名称|全区示例|单位 A1|B2 经费'));
    expect([head.name, head.namePlace]).toEqual(['全区示例单位 A1 B2 经费', 'L1C2']);
  });

  test('a department without a code has none', () => {
    const head = readFormHead(rowsFrom(`主管部门|${unit}|实施单位|`));
    expect([head.supervisingDepartment, head.implementingUnit]).toEqual([
      { code: null, name: unit },
      null,
    ]);
  });

  test('two words without a label are no name', () => {
    expect(readFormHead(rowsFrom('示例|另一个示例')).name).toBeNull();
  });

  test('nothing printed, nothing read', () => {
    expect(readFormHead([])).toEqual({
      name: null,
      namePlace: null,
      supervisingDepartment: null,
      implementingUnit: null,
      attribute: null,
      duration: null,
      nameLabelled: false,
    });
  });
});
