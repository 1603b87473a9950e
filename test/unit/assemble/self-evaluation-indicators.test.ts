import { describe, expect, test } from 'vitest';
import { readSelfEvaluationIndicators } from '../../../src/assemble/self-evaluation-indicators.ts';
import { rowsFrom } from './form-fixtures.ts';

const header = '|一级指标|二级指标||三级指标|年度 指标值|实际 完成值|分 值|得分|偏差原因';
const read = (lines: string, head = header) => {
  const reading = readSelfEvaluationIndicators(rowsFrom(`${head}\n${lines}`));
  return {
    ...reading,
    indicators: reading.indicators.map((one) =>
      [one.level1, one.level2, one.name, one.printed, one.actual, one.weight, one.score]
        .map((part) => part ?? '-')
        .join(' '),
    ),
  };
};

describe('readSelfEvaluationIndicators', () => {
  test('names, both values, weight and score by the columns of the header', () => {
    const lines = `||数量指标|指标1：|办案数量|30|28|10|9. 7||
绩|产出指标 (50分)|质量指标|指标 1:|合格率|≥95%|98%|10|9.8||`;
    expect(read(lines)).toEqual({
      indicators: [
        '产出指标 数量指标 办案数量 30 28 10 9. 7',
        '产出指标 质量指标 合格率 ≥95% 98% 10 9.8',
      ],
      missingLevel1: [],
      unread: [],
      totalScore: null,
    });
  });

  test('a new 指标1 begins a group whose label is printed further down', () => {
    const lines = `|产出指标|数量指标|指标1：|甲|1|1|5|5
|||指标1：|乙|2|2|5|5
||质量指标|指标2：|丙|3|3|5|5
||***|4：丁||4|4|5|5`;
    expect(read(lines).indicators).toEqual([
      '产出指标 数量指标 甲 1 1 5 5',
      '产出指标 质量指标 乙 2 2 5 5',
      '产出指标 质量指标 丙 3 3 5 5',
      '产出指标 质量指标 丁 4 4 5 5',
    ]);
  });

  test('a printed label ends the group of another label', () => {
    const lines = `|产出指标|数量指标||甲|1|1|5|5
||||乙|2|2|5|5
||时效指标||丙|3|3|5|5`;
    expect(read(lines).indicators.map((line) => line.split(' ')[1])).toEqual([
      '数量指标',
      '数量指标',
      '时效指标',
    ]);
  });

  test('after a page break the columns have moved and the row is read from its end', () => {
    const lines = `||数量指标|指标1：|甲|1|1|5|5||
|満意度指 标|服务对象满意度|群众满意度|95%|96%|5|4. 9
|||指标2：工作人员满意度|100%|98%`;
    expect(read(lines).indicators).toEqual([
      '- 数量指标 甲 1 1 5 5',
      '满意度指标 服务对象满意度指标 群众满意度 95% 96% 5 4. 9',
      '满意度指标 服务对象满意度指标 工作人员满意度 100% 98% - -',
    ]);
  });

  test('weight and score of a merged cell are printed once', () => {
    const lines = `||质量指标|指标 1:|甲|100%|99%|10|9
|||指标 2:|乙|100%|100%||`;
    expect(read(lines).indicators[1]).toBe('- 质量指标 乙 100% 100% - -');
  });

  test('a target that is not printed is missing, not the actual value', () => {
    expect(read('||数量指标||单位数量||47 个|5|4.9').indicators).toEqual([
      '- 数量指标 单位数量 - 47 个 5 4.9',
    ]);
  });

  test('damage under the label columns is no part of the name', () => {
    expect(read('|(50)3)|时效指标|指标1：|甲|及时|及时|8|7.8').indicators).toEqual([
      '- 时效指标 甲 及时 及时 8 7.8',
    ]);
  });

  test('the first-level labels that are not printed are named, unreadable rows told', () => {
    const reading = read('||社会效益|指标1：|甲|得到提升|得到提升|4|4\n||x|示例');
    expect([reading.missingLevel1, reading.unread]).toEqual([['效益指标'], ['L3']]);
  });

  test.each([
    ['||总分||||100|94', '94'],
    ['||总分|||100|97.', '97.'],
    ['||总分||||100|', null],
    ['||总分|', null],
  ])('%s gives the total score %s and ends the indicators', (line, totalScore) => {
    const reading = read(`||数量指标||甲|1|1|5|5\n${line}\n||数量指标||乙|1|1|5|5`);
    expect([reading.totalScore, reading.indicators.length]).toEqual([totalScore, 1]);
  });

  test('remarks end the indicators', () => {
    expect(read('||数量指标||甲|1|1|5|5\n|自评结果分析|产出情况|1|1|5|5').indicators).toHaveLength(
      1,
    );
  });

  test('with a header that names no columns rows are read from their end', () => {
    const lines = '|产出指标|数量指标|甲|1|1|5|5';
    expect(read(lines, '|一级指标|二级指标|三级指标|实际').indicators).toEqual([
      '产出指标 数量指标 甲 1 1 5 5',
    ]);
  });

  test('no header, no indicators', () => {
    expect(readSelfEvaluationIndicators(rowsFrom('甲|乙')).indicators).toEqual([]);
  });
});
