import { describe, expect, test } from 'vitest';
import {
  editDistance,
  mayBeSameProject,
  projectNameKeys,
} from '../../../src/assemble/project-names.ts';

test.each([
  [
    '2024年业务工作经费（办公 设备）',
    '2024年业务工作经费(办公设备)',
    '2024年业务工作经费办公设备',
    '业务工作经费',
  ],
  [
    '“示例”专项资金晋财社【2023】19号',
    '"示例"专项资金晋财社【2023】19号',
    '示例专项资金',
    '示例专项资金',
  ],
  ['２０２３年度示例', '2023年度示例', '2023年度示例', '示例'],
])('the keys of %s', (name, exact, plain, stem) => {
  expect(projectNameKeys(name)).toEqual({ exact, plain, stem });
});

test.each([
  ['', '', 0],
  ['甲', '', 1],
  ['', '甲乙', 2],
  ['绥民律师', '恒民律师', 1],
  ['临时工工资', '临时工资', 1],
  ['奖励激励金', '奖励补助金', 2],
  ['甲乙丙', '丙乙甲', 2],
])('%s and %s differ by %i', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});

describe('mayBeSameProject', () => {
  test.each([
    ['2023年示例补助', '2024年示例补助', false],
    ['示例补助', '2024年示例补助', true],
    ['中央财政补助', '省级财政补助', false],
    ['中央财政补助', '财政补助', true],
    ['示例资金(第一批)', '示例资金(第二批)', false],
    ['高校示例', '高效示例', true],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(mayBeSameProject(a, b)).toBe(expected);
  });
});
