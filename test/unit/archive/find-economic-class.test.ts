import { describe, expect, test } from 'vitest';
import { comparableName, indexEconomicClasses } from '../../../src/archive/find-economic-class.ts';
import type { EconomicClass } from '../../../src/schema/economic-class.ts';

const economicClass = (code: string, name: string, aliases: string[] = []): EconomicClass => ({
  code,
  name,
  aliases,
  parent: code.length === 3 ? null : code.slice(0, 3),
});

const find = indexEconomicClasses([
  economicClass('301', '工资福利支出'),
  economicClass('30101', '基本工资', ['基本工资额']),
  economicClass('30199', '其他支出'),
  economicClass('303', '对个人和家庭的补助'),
  economicClass('30399', '其他支出'),
  economicClass('399', '其他支出'),
]);

describe('indexEconomicClasses', () => {
  test.each([
    ['a name', { code: null, name: '基本工资', kind: 'line' }, null, '30101'],
    ['an alias', { code: null, name: '基本工资额', kind: 'line' }, '301', '30101'],
    ['a name with blanks', { code: null, name: ' 基本 工资', kind: 'line' }, '301', '30101'],
    [
      'a printed code before the name',
      { code: '30101', name: '其他支出', kind: 'line' },
      null,
      '30101',
    ],
    [
      'the class above, of lines that share a name',
      { code: null, name: '其他支出', kind: 'line' },
      '303',
      '30399',
    ],
    [
      'a group, of a class and lines that share a name',
      { code: null, name: '其他支出', kind: 'group' },
      '301',
      '399',
    ],
  ] as const)('decides by %s', (_, row, parent, code) => {
    expect(find(row, parent)?.code).toBe(code);
  });

  test.each([
    ['an unknown name', { code: null, name: '示例', kind: 'line' }, '301'],
    ['an unknown code and name', { code: '999', name: '示例', kind: 'line' }, '301'],
    ['a name that stays ambiguous', { code: null, name: '其他支出', kind: 'line' }, '302'],
  ] as const)('leaves %s open', (_, row, parent) => {
    expect(find(row, parent)).toBeNull();
  });
});

test('comparableName evens out width and blanks only', () => {
  expect(comparableName('（一） 示例\t１')).toBe('(一)示例1');
});
