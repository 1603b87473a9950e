import { describe, expect, test } from 'vitest';
import {
  isSelfEvaluationHeader,
  readSelfEvaluationMoney,
} from '../../../src/assemble/self-evaluation-money.ts';
import type { SelfEvaluationMoney } from '../../../src/assemble/self-evaluation-money.ts';
import { rowsFrom } from './form-fixtures.ts';

const header = '||||年初预算数|全年预算数|全年执行数||分值|执行率|得分';
const show = (line: SelfEvaluationMoney): string => {
  const amounts = [line.initialBudget, line.fullYearBudget, line.executed];
  const money = amounts.map((amount) =>
    amount === null ? '-' : `${amount.printed}${amount.moneyUnit}`,
  );
  return [line.name, ...money, line.weight, line.rate, line.score]
    .map((part) => part ?? '-')
    .join(' ');
};
const read = (lines: string): string[] =>
  readSelfEvaluationMoney(rowsFrom(`${header}\n${lines}`)).map(show);

describe('readSelfEvaluationMoney', () => {
  test.each([
    [
      '|项目资金|年度资金总|额|300 万元|300 万元|250 万元||10|83%|8',
      '年度资金总额 300万元 300万元 250万元 10 83% 8',
    ],
    [
      '|(万元)|其中: 当年则|才政拨款|300|200|100||-|100%|_',
      '其中：当年财政拨款 300万元 200万元 100万元 - 100% -',
    ],
    ['||上年|结转资|||||-||', '上年结转资金 - - - - - -'],
    ['||其他|资金|||5元||-||', '其他资金 - - 5元 - - -'],
    ['||区级财政资金||23500元|||||100%|', '区级财政资金 23500元 - - - 100% -'],
    [
      '172|口次人|年度资金总额|页|12元|12元|12元||10|100%|',
      '年度资金总额 12元 12元 12元 10 100% -',
    ],
    ['||年度资金总额||10|100%|', '年度资金总额 - - - 10 100% -'],
    ['||年度资金总额||30 0|5|', '年度资金总额 - - - - - -'],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual([expected]);
  });

  test('rows without a name are no lines', () => {
    expect(read('|||||||\n|x|1|2|3')).toEqual([]);
  });

  test('元 is taken where no measure is printed', () => {
    expect(read('||年度资金总额||3|2|1')).toEqual(['年度资金总额 3元 2元 1元 - - -']);
  });

  test('without a header row amounts are still read in order', () => {
    expect(readSelfEvaluationMoney(rowsFrom('年度资金总额|3元|2元|1元')).map(show)).toEqual([
      '年度资金总额 3元 2元 1元 - - -',
    ]);
  });

  test('fewer amounts without a header to place them stay unread', () => {
    expect(readSelfEvaluationMoney(rowsFrom('年度资金总额|3元|2元')).map(show)).toEqual([
      '年度资金总额 - - - - - -',
    ]);
  });
});

test('the header of the money columns is recognised', () => {
  expect(rowsFrom(`${header}\n年度资金总额|3`).map(isSelfEvaluationHeader)).toEqual([true, false]);
});
