import { describe, expect, test } from 'vitest';
import { citedDocuments } from '../../../src/assemble/cited-documents.ts';

const cite = (...texts: string[]) =>
  citedDocuments(
    texts.map((text, i) => ({ field: 'basis' as const, parts: [{ text, place: `L${i + 1}` }] })),
    '示例市甲县人社局',
  ).map(({ title, number, place }) => [title, number, place]);

describe('citedDocuments', () => {
  test.each([
    ['《关于甲的通知》（示政发〔2016〕1号）', [['关于甲的通知', '示政发〔2016〕1号', 'L1']]],
    ['《甲细则》的通知(示政发【2022】75号)', [['甲细则', '示政发【2022】75号', 'L1']]],
    ['示人社函[2022]3号 《关于甲的请示》', [['关于甲的请示', '示人社函[2022]3号', 'L1']]],
    ['《关于印发〈甲方案〉的通知》', [['关于印发〈甲方案〉的通知', null, 'L1']]],
    ['《关于印发《甲方案》的通知》', [['关于印发《甲方案》的通知', null, 'L1']]],
    ['《关于甲 的通知》', [['关于甲的通知', null, 'L1']]],
    [
      '《甲办法》各地认真落实。（示政发〔2014〕9号）',
      [
        ['甲办法', null, 'L1'],
        [null, '示政发〔2014〕9号', 'L1'],
      ],
    ],
    [
      '（示政发〔2014〕9号）《甲办法》',
      [
        [null, '示政发〔2014〕9号', 'L1'],
        ['甲办法', null, 'L1'],
      ],
    ],
    ['《条例》和《办法》', []],
    ['《条例》（示政发〔2014〕9号）', [['条例', '示政发〔2014〕9号', 'L1']]],
    ['关于甲的通知》（示政发〔2014〕9号）', [[null, '示政发〔2014〕9号', 'L1']]],
    ['《没有结尾的标题', []],
    ['没有文件', []],
  ])('%s', (text, expected) => {
    expect(cite(text)).toEqual(expected);
  });

  test('the same document is kept once, at its first place', () => {
    expect(cite('《甲办法》（示政发〔2014〕9号）', '《甲办法》（示政发【2014】9号）')).toEqual([
      ['甲办法', '示政发〔2014〕9号', 'L1'],
    ]);
  });

  test('a bare title or number gives way to the full citation', () => {
    expect(
      cite('《甲办法》', '根据示政发〔2014〕9号文件', '《甲办法》（示政发〔2014〕9号）'),
    ).toEqual([['甲办法', '示政发〔2014〕9号', 'L3']]);
  });

  test('a citation broken over two lines is one, placed where it begins', () => {
    const parts = [
      { text: '根据《关于甲', place: 'L1' },
      { text: '的通知》（示政发', place: 'L2' },
      { text: '[2014]9号）和示财发〔2015〕2号', place: 'L3' },
    ];
    expect(citedDocuments([{ field: 'overview', parts }], '示例市人社局')).toEqual([
      {
        title: '关于甲的通知',
        number: '示政发[2014]9号',
        normalisedNumber: '示政发〔2014〕9号',
        field: 'overview',
        place: 'L1',
      },
      {
        title: null,
        number: '示财发〔2015〕2号',
        normalisedNumber: '示财发〔2015〕2号',
        field: 'overview',
        place: 'L3',
      },
    ]);
  });

  test('the unit tells where a number that follows other words begins', () => {
    const parts = [{ text: '2022年全民示例培训奖励金汾财社【2023】3号', place: 'L1' }];
    const [found] = citedDocuments([{ field: 'name', parts }], '汾阳市人社局');
    expect(found?.number).toBe('汾财社【2023】3号');
  });
});
