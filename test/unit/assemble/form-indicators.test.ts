import { describe, expect, test } from 'vitest';
import { readFormIndicators } from '../../../src/assemble/form-indicators.ts';
import { rowsFrom } from './form-fixtures.ts';

const header = '绩效指标|一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值';
const read = (lines: string, head: string | null = header) => {
  const reading = readFormIndicators(rowsFrom(head === null ? lines : `${head}\n${lines}`));
  return {
    ...reading,
    indicators: reading.indicators.map(({ span, level1, level2, name, printed }) =>
      [span, level1, level2, name, printed].map((part) => part ?? '-').join(' '),
    ),
  };
};

describe('readFormIndicators of tab-separated rows', () => {
  test('both spans, merged cells carried down, rows without indicators left out', () => {
    const lines = `|产出指标|数量指标|甲|≥2件|数量指标|甲|≥1件
|||乙|3件||乙|3件
|效益指标|经济效益指标|||经济效益指标||
||社会效益指标|丙|有效|社会效益指标||
负责人:|经办人:||联系电话:||填报日期:|20231218170032`;
    expect(read(lines)).toEqual({
      indicators: [
        'whole 产出指标 数量指标 甲 ≥2件',
        'year 产出指标 数量指标 甲 ≥1件',
        'whole 产出指标 数量指标 乙 3件',
        'year 产出指标 数量指标 乙 3件',
        'whole 效益指标 社会效益指标 丙 有效',
      ],
      missingLevel1: [],
      unread: [],
    });
  });

  test('a parsed value, the place of the name and a correction go with the indicator', () => {
    const [row] = rowsFrom('|产出指标|数量指标|甲 乙|≥2件|数量指标||');
    const corrected = row === undefined ? [] : [{ ...row, correction: 'c4' }];
    expect(readFormIndicators(corrected).indicators).toEqual([
      {
        span: 'whole',
        level1: '产出指标',
        level2: '数量指标',
        name: '甲乙',
        printed: '≥2件',
        comparator: '≥',
        number: '2',
        unit: '件',
        weight: null,
        actual: null,
        score: null,
        place: 'L1C4',
        correction: 'c4',
      },
    ]);
  });

  test('rows shifted by a cell, with a label lost on one side or a value lost at the end', () => {
    const lines = `||数量指标|甲|1件|数量指标|甲|1件
|||乙|100%|质量指标|乙|100%
|||成本指标|丙|5元|成本指标|丙
|可持续性影响指标|||可持续性影响指标|||
|满意度指标|服务对象满意度指|丁|98%|服务对象满意度指标|丁|98%`;
    expect(read(lines).indicators).toEqual([
      'whole - 数量指标 甲 1件',
      'year - 数量指标 甲 1件',
      'whole - 质量指标 乙 100%',
      'year - 质量指标 乙 100%',
      'whole - 成本指标 丙 5元',
      'year - 成本指标 丙 -',
      'whole 满意度指标 服务对象满意度指标 丁 98%',
      'year 满意度指标 服务对象满意度指标 丁 98%',
    ]);
  });

  test('a first-level label printed lower down or in the header row counts for its whole group', () => {
    const lines = `||数量指标|甲|1件|数量指标|甲|1件
|产出指标|质量指标|乙|1件|质量指标|乙|1件
绩效指标|效益指标|一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值
||社会效益指标|丙|好|社会效益指标|丙|好`;
    expect(read(lines, null).indicators.map((line) => line.split(' ')[1])).toEqual([
      '产出指标',
      '产出指标',
      '产出指标',
      '产出指标',
      '效益指标',
      '效益指标',
    ]);
  });

  test('a form with one set of columns has indicators of the whole period only', () => {
    const lines = `|||数量指|甲|520 人|
||标|标|乙|超过 3 人|
|||l||`;
    expect(read(lines, '绩|一级 指标|二级指标|三级指标|指标值').indicators).toEqual([
      'whole - 数量指标 甲 520 人',
      'whole - 数量指标 乙 超过 3 人',
    ]);
  });

  test('a lone value is kept with its name missing, a lone name with its value missing', () => {
    const lines = '||数量指标|甲|1件|数量指标|甲|1件\n||||≥3件|||\n|||乙||||';
    expect(read(lines).indicators.slice(2)).toEqual([
      'whole - 数量指标 - ≥3件',
      'whole - 数量指标 乙 -',
    ]);
  });

  test('a row that cannot be split without guessing is told, not guessed', () => {
    const reading = read('甲|乙|丙|丁|戊|己|庚|辛|壬');
    expect([reading.indicators, reading.unread]).toEqual([[], ['L2']]);
  });

  test('a row of labels only begins no indicator', () => {
    expect(read('||生态效益指标|生态效益指标|||生态效益指标|').indicators).toEqual([]);
  });

  test('first-level labels that are not printed are named', () => {
    expect(read('||社会效益指标|丙|好|社会效益指标|丙|好').missingLevel1).toEqual(['效益指标']);
  });
});

describe('readFormIndicators of spaced lines', () => {
  const spaced = '一级指标 二级指标 三级指标 指标值 二级指标 三级指标 指标值';

  test('labels of merged cells on lines of their own head one side, then the other', () => {
    const lines = `绩
效
产出指标
数量指标
甲 ≥500件
数量指标
甲 ≥300件
乙 ≥3人次 乙 ≥2人次
质量指标 质量指标 ≥95% 质量指标 质量指标 ≥95%
时效指标
丙 及时
时效指标
丙 按时
效益指标
经济效益指标 经济效益指标
可持续影响指标 丁 95% 可持续影响指标 丁 95%`;
    expect(read(lines, spaced)).toEqual({
      indicators: [
        'whole 产出指标 数量指标 甲 ≥500件',
        'year 产出指标 数量指标 甲 ≥300件',
        'whole 产出指标 数量指标 乙 ≥3人次',
        'year 产出指标 数量指标 乙 ≥2人次',
        'whole 产出指标 质量指标 质量指标 ≥95%',
        'year 产出指标 质量指标 质量指标 ≥95%',
        'whole 产出指标 时效指标 丙 及时',
        'year 产出指标 时效指标 丙 按时',
        'whole 效益指标 可持续影响指标 丁 95%',
        'year 效益指标 可持续影响指标 丁 95%',
      ],
      missingLevel1: [],
      unread: [],
    });
  });

  test('blanks that the layout has lost', () => {
    const lines = `社会效益指标 便捷程度 便捷 社会效益指标 便捷程度便捷
质量指标 完成率 ≥95% 质量指标 完成率≥95%
满意度指标 服务对象满意度指使用者满意度 满意 服务对象满意度指标使用者满意度 满意`;
    expect(read(lines, spaced).indicators).toEqual([
      'whole - 社会效益指标 便捷程度 便捷',
      'year - 社会效益指标 便捷程度 便捷',
      'whole - 质量指标 完成率 ≥95%',
      'year - 质量指标 完成率 ≥95%',
      'whole 满意度指标 服务对象满意度指标 使用者满意度 满意',
      'year 满意度指标 服务对象满意度指标 使用者满意度 满意',
    ]);
  });

  test('a stray word is told', () => {
    expect(read('数量指标 甲 1 数量指标 甲 1\n断开的名称', spaced).unread).toEqual(['L3']);
  });

  test('a stray Latin letter is nothing', () => {
    expect(read('l', spaced)).toEqual({ indicators: [], missingLevel1: [], unread: [] });
  });
});
