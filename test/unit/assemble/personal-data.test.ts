import { describe, expect, test } from 'vitest';
import {
  containsPersonalData,
  countPersonalData,
  hasIdChecksum,
  withoutPersonalNumbers,
} from '../../../src/assemble/personal-data.ts';
import { rowsFrom } from './form-fixtures.ts';

// Invented: an area code that is not given out, with a check digit computed for it.
const idNumber = ['990101', '19000101', '0034'].join('');
const wrongIdNumber = ['990101', '19000101', '0035'].join('');
const mobile = `139${'0'.repeat(8)}`;

describe('containsPersonalData', () => {
  test.each([
    mobile,
    `联系 ${mobile.replaceAll('0', '０')}`,
    `身份证${idNumber}`,
    '经办人：示例甲',
    '负责人: 示例',
    '填报人姓名：示例乙',
    '联系电话：3333333',
    '电话 0358-8888888',
  ])('%s', (text) => {
    expect(containsPersonalData(text)).toBe(true);
  });

  test.each([
    '20230525164204',
    `a${mobile}b4c5d6`,
    'ab12cd34ef5613912345678901234567890123456789012345678901234',
    '2080799',
    '3,710,644.1',
    '14324800000.00',
    `0.${mobile}`,
    wrongIdNumber,
    '负责人： 经办人： 联系电话： 填报日期：',
    '企业负责人工资收入',
    '人均3人',
  ])('%s is no personal data', (text) => {
    expect(containsPersonalData(text)).toBe(false);
  });
});

test('the check digit of an ID-card number is computed', () => {
  expect(
    [idNumber, wrongIdNumber, ['990101', '19000101', '019x'].join('')].map(hasIdChecksum),
  ).toEqual([true, false, true]);
});

test('numbers of persons go out of a text, the rest stays', () => {
  expect(withoutPersonalNumbers(`甲${mobile}乙${idNumber}丙20230525164204`)).toBe(
    '甲乙丙20230525164204',
  );
});

describe('countPersonalData', () => {
  test.each([
    [`负责人： 经办人： 示例甲 联系电话： ${mobile} 填报日期： 20230524182116`, 1, 1, 0],
    ['负责人：|示例乙|经办人：|示例甲|联系电话：|3333333|填报日期：|20230524182116', 2, 1, 0],
    ['负责人||经办人|示例甲|联系电话|9222617|填报日期|20231201155959', 1, 1, 0],
    ['负责人:|经办人:示例甲|联系电话:0358-8888888|填报日期: 20231218172355', 1, 1, 0],
    ['负责人:|经办人:||联系电话:||填报日期:||20231218170032', 0, 0, 0],
    [`咨询请拨打${mobile}。`, 0, 1, 0],
    [`身份证 ${idNumber}`, 0, 0, 1],
    ['企业负责人工资收入 3 万元', 0, 0, 0],
  ])('%s', (line, handlers, telephones, idNumbers) => {
    expect(countPersonalData(rowsFrom(line))).toEqual({ handlers, telephones, idNumbers });
  });
});
