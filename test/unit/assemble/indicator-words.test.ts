import { expect, test } from 'vitest';
import { cutRunningLabel, restoreBlanks } from '../../../src/assemble/indicator-words.ts';
import { tokensFrom } from './form-fixtures.ts';

const cut = (line: string): string[] =>
  tokensFrom(line)
    .flatMap(cutRunningLabel)
    .map(({ text }) => text);
const restored = (line: string): string[] =>
  restoreBlanks(tokensFrom(line)).map(({ text }) => text);

test.each([
  ['服务对象满意度指使用者满意度', ['服务对象满意度指', '使用者满意度']],
  ['服务对象满意度指标满意度', ['服务对象满意度指标', '满意度']],
  ['服务对象满意度指标', ['服务对象满意度指标']],
  ['使用者满意度', ['使用者满意度']],
])('a label that runs into the next cell is cut off: %s', (line, expected) => {
  expect(cut(line)).toEqual(expected);
});

test.each([
  ['工作完成率≥95%', ['工作完成率', '≥95%']],
  ['工作完成率 ≥95%', ['工作完成率', '≥95%']],
  ['≥95%', ['≥95%']],
  [
    '社会效益指标 便捷程度 便捷 社会效益指标 便捷程度便捷',
    ['社会效益指标', '便捷程度', '便捷', '社会效益指标', '便捷程度', '便捷'],
  ],
  ['便捷程度 便捷 便捷性', ['便捷程度', '便捷', '便捷性']],
])('lost blanks between name and value come back: %s', (line, expected) => {
  expect(restored(line)).toEqual(expected);
});

test('a row without pieces has none to restore', () => {
  expect(restoreBlanks([])).toEqual([]);
});
