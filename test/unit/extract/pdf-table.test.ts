import { describe, expect, test } from 'vitest';
import { cutColumns } from '../../../src/extract/pdf-columns.ts';
import { cellsOfGrid, findGrids } from '../../../src/extract/pdf-grid.ts';
import { cellText, linesOf, lineText } from '../../../src/extract/pdf-lines.ts';
import type { PdfText } from '../../../src/extract/pdf-page.ts';
import type { Rule } from '../../../src/extract/pdf-rules.ts';
import { goesOn, repeatedHead, standsIn, tableRows } from '../../../src/extract/pdf-table.ts';

/** A text of ten points, half a point wide per Latin sign and a whole one per Chinese character. */
const text = (content: string, left: number, baseline: number): PdfText => ({
  text: content,
  left,
  right: left + Array.from(content).reduce((sum, one) => sum + (one < '\u0080' ? 5 : 10), 0),
  baseline,
  size: 10,
});
const level = (y: number, x0: number, x1: number): Rule => ({ x0, x1, y0: y, y1: y });
const upright = (x: number, y0: number, y1: number): Rule => ({ x0: x, x1: x, y0, y1 });

/** Two columns and two rows, the cells of the first row merged. */
const merged = [
  ...[0, 20, 40].map((y) => level(y, 0, 200)),
  upright(0, 0, 40),
  upright(100, 20, 40),
  upright(200, 0, 40),
];

describe('findGrids', () => {
  test('rules that meet are one table, each part of a broken rule joined', () => {
    const broken = [
      level(20, 0, 99),
      level(20.5, 101, 200),
      ...merged.filter((rule) => rule.y0 !== 20 || rule.x0 === 100),
    ];
    const [grid] = findGrids(broken);
    expect(grid?.xs).toEqual([0, 100, 200]);
    expect(grid?.ys.map(Math.round)).toEqual([0, 20, 40]);
  });

  test.each([
    ['a line under a heading', [level(20, 0, 200)]],
    [
      'a frame around a text',
      [level(0, 0, 99), level(9, 0, 99), upright(0, 0, 9), upright(99, 0, 9)],
    ],
    ['lines without columns', [level(0, 0, 99), level(9, 0, 99), level(18, 0, 99)]],
  ])('%s is no table', (_, rules) => {
    expect(findGrids(rules)).toEqual([]);
  });

  test('a table open at its sides has its outer columns', () => {
    const [grid] = findGrids([level(0, 0, 200), level(20, 0, 200), upright(100, 0, 20)]);
    expect(grid).toMatchObject({ xs: [0, 100, 200], ys: [0, 20] });
  });

  test('slots without a rule between them are one cell', () => {
    const [grid] = findGrids(merged);
    expect(grid === undefined ? [] : cellsOfGrid(grid)).toEqual([
      [0, 0],
      [2, 3],
    ]);
  });
});

describe('tableRows', () => {
  const [grid = { xs: [], ys: [], rules: [] }] = findGrids(merged);

  test('a merged cell prints where it begins, a broken line in one cell is joined', () => {
    const texts = [
      text('支出', 80, 15),
      text('示例就', 5, 28),
      text('业支出', 5, 38),
      text('1.00', 150, 35),
    ];
    expect(tableRows({ grid, texts })).toEqual([
      ['支出', ''],
      ['示例就业支出', '1.00'],
    ]);
  });

  test('a run of text over the edge of a column is cut at its blank', () => {
    expect(tableRows({ grid, texts: [text('示例支出 12.00', 60, 35)] })[1]).toEqual([
      '示例支出',
      '12.00',
    ]);
  });

  test('lines of a row that only rules its columns are rows, where a column has several amounts', () => {
    const columns = [
      level(0, 0, 200),
      level(60, 0, 200),
      ...[0, 100, 200].map((x) => upright(x, 0, 60)),
    ];
    const [open = grid] = findGrids(columns);
    const texts = [
      text('甲', 5, 15),
      text('乙', 5, 35),
      text('丙', 5, 55),
      text('1.00', 150, 15),
      text('3.00', 150, 55),
    ];
    expect(tableRows({ grid: open, texts })).toEqual([
      ['甲', '1.00'],
      ['乙', ''],
      ['丙', '3.00'],
    ]);
  });

  test('texts beside the table stand outside it', () => {
    expect(standsIn(text('甲', 5, 15), grid)).toBe(true);
    expect(standsIn(text('甲', 5, 55), grid)).toBe(false);
  });
});

describe('tables over pages', () => {
  test('the same outer edges go on, others begin anew', () => {
    const grid = { ys: [0, 9], rules: [] };
    expect(goesOn({ ...grid, xs: [0, 50, 200] }, { ...grid, xs: [1, 99, 203] })).toBe(true);
    expect(goesOn({ ...grid, xs: [0, 50, 200] }, { ...grid, xs: [0, 50, 150] })).toBe(false);
  });

  test.each([
    [
      [
        ['科目', '合计'],
        ['教育', '1.00'],
      ],
      1,
    ],
    [[['教育', '1.00']], 0],
    [[['卫生', '2.00']], 0],
  ])('%j repeats %i rows of the head', (next, count) => {
    expect(
      repeatedHead(
        [
          ['科目', '合计'],
          ['教育', '1.00'],
        ],
        next,
      ),
    ).toBe(count);
  });
});

describe('lines', () => {
  test('a text printed twice to look bold is one text', () => {
    expect(linesOf([text('合计', 0, 10), text('合计', 0.4, 10)]).map(lineText)).toEqual(['合计']);
  });

  test('a blank that the layout puts beside a Latin sign is none, a wide gap is one blank', () => {
    expect(lineText({ texts: [text('2024 年预算', 0, 10)], baseline: 10, size: 10 })).toBe(
      '2024年预算',
    );
    expect(cellText([text('单位', 0, 10), text('万元', 60, 10)])).toBe('单位 万元');
  });
});

describe('cutColumns', () => {
  const rows = (lines: readonly (readonly PdfText[])[]): string[][] => {
    const loose = lines.map((texts) => ({
      texts,
      baseline: texts[0]?.baseline ?? 0,
      size: 10,
      page: 1,
    }));
    const columns = cutColumns(loose);
    return loose.map((line) => columns.get(line) ?? [lineText(line)]);
  };

  test('columns are where amounts print; empty ones keep their place by their head', () => {
    expect(
      rows([
        [text('科目', 0, 10), text('合计', 100, 10), text('基本', 150, 10), text('项目', 200, 10)],
        [text('合计', 0, 24), text('3.00', 105, 24), text('1.00', 155, 24)],
        [text('教育', 0, 38), text('2.00', 105, 38), text('1.00', 155, 38)],
        [text('卫生', 0, 52)],
      ]),
    ).toEqual([
      ['科目', '合计', '基本', '项目'],
      ['合计', '3.00', '1.00', ''],
      ['教育', '2.00', '1.00', ''],
      ['卫生', '', '', ''],
    ]);
  });

  test('prose stays prose', () => {
    const lines = [[text('示例单位预算收入为1.00万元，', 0, 10)], [text('比上年增加。', 0, 24)]];
    expect(rows(lines)).toEqual([['示例单位预算收入为1.00万元，'], ['比上年增加。']]);
  });
});
