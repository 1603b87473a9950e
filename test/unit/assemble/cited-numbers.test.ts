import { expect, test } from 'vitest';
import { recogniseDocumentNumbers } from '../../../src/assemble/cited-numbers.ts';

test.each([
  ['示政办发〔2016〕109号', '示政办发〔2016〕109号', '示政办发〔2016〕109号'],
  ['根据示人社函[2022]379号文件精神', '示人社函[2022]379号', '示人社函〔2022〕379号'],
  ['（示财社【2023】19号）', '示财社【2023】19号', '示财社〔2023〕19号'],
  ['(晋财社(2025)1号)', '晋财社(2025)1号', '晋财社〔2025〕1号'],
  ['（财预〔２０２１〕２９号）', '财预〔２０２１〕２９号', '财预〔2021〕29号'],
  ['示财社 〔2021〕 第 29 号', '示财社〔2021〕第29号', '示财社〔2021〕29号'],
  ['2022年示例培训奖励金汾财社【2023】3号', '汾财社【2023】3号', '汾财社〔2023〕3号'],
  ['2022年示例培训奖励金晋财社【2023】3号', '晋财社【2023】3号', '晋财社〔2023〕3号'],
  ['2022年示例培训奖励资金人社部发【2023】3号', '人社部发【2023】3号', '人社部发〔2023〕3号'],
  ['“示例”专项资金汾财社【2023】19号', '汾财社【2023】19号', '汾财社〔2023〕19号'],
  ['专项资金示财社【2023】19号', '专项资金示财社【2023】19号', '专项资金示财社〔2023〕19号'],
  ['吕人社函【2023】19号', '吕人社函【2023】19号', '吕人社函〔2023〕19号'],
  ['某某某某某某某某某某【2023】3号', '某某某某某某某某【2023】3号', '某某某某某某某某〔2023〕3号'],
  ['的通知【2023】3号', '的通知【2023】3号', '的通知〔2023〕3号'],
  ['（示政办发201737号）', '示政办发201737号', null],
  ['示财农65号', '示财农65号', null],
])('%s cites %s', (text, printed, normalised) => {
  const found = recogniseDocumentNumbers(text, '汾');
  expect(found.map((number) => [number.printed, number.normalised])).toEqual([
    [printed, normalised],
  ]);
});

test.each(['第50次会议', '第15号', '12号楼', '幸福路8号', '2023年第一批', '示例〔2023年〕'])(
  '%s has no document number',
  (text) => {
    expect(recogniseDocumentNumbers(text, '')).toEqual([]);
  },
);

test('several numbers come in the order of the text with their offsets', () => {
  const text = '示财农65号、示财社〔2019〕1号';
  expect(
    recogniseDocumentNumbers(text, '').map(({ start, end }) => text.slice(start, end)),
  ).toEqual(['示财农65号', '示财社〔2019〕1号']);
});
