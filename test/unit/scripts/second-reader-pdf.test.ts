import { describe, expect, test } from 'vitest';
import { exampleBlocks } from '../../../scripts/lib/examples/example-blocks.ts';
import { examplePdf } from '../../../scripts/lib/examples/example-pdf.ts';
import { type PageLine, unruledTexts } from '../../../scripts/lib/second-reader/pdf-bands.ts';
import { frameRows } from '../../../scripts/lib/second-reader/pdf-frame-rows.ts';
import { cellStart, findFrames } from '../../../scripts/lib/second-reader/pdf-frames.ts';
import type { Glyph } from '../../../scripts/lib/second-reader/pdf-glyphs.ts';
import { pdfRows } from '../../../scripts/lib/second-reader/pdf-rows.ts';
import { findStrokes } from '../../../scripts/lib/second-reader/pdf-strokes.ts';
import { lineText, printedLines } from '../../../scripts/lib/second-reader/pdf-words.ts';
import { plainRadicals } from '../../../scripts/lib/second-reader/plain-radicals.ts';

/** A drawing of black boxes, two pixels a point. */
function drawing(boxes: readonly (readonly [x: number, y: number, w: number, h: number])[]) {
  const [width, height, scale] = [200, 200, 2];
  const pixels = new Uint8Array(width * height).fill(255);
  for (const [x, y, w, h] of boxes)
    for (let j = y * scale; j < (y + h) * scale; j += 1)
      pixels.fill(0, j * width + x * scale, j * width + (x + w) * scale);
  return { width, height, scale, pixels };
}

const middles = (strokes: ReturnType<typeof findStrokes>, level: boolean) => [
  ...new Set(strokes.filter((one) => one.level === level).map(({ at }) => Math.round(at))),
];

describe('findStrokes', () => {
  test('sees thin lines, level and upright, with where they begin and end but for their crossing', () => {
    const strokes = findStrokes(
      drawing([
        [10, 20, 60, 0.5],
        [10, 20, 0.5, 40],
      ]),
    );
    expect(strokes).toEqual([
      { level: true, at: 20.25, from: 10.5, to: 70 },
      { level: false, at: 10.25, from: 20.5, to: 60 },
    ]);
  });

  test('takes no shaded field for lines, but sees the lines on it', () => {
    const field = drawing([]);
    for (let i = 0; i < field.pixels.length / 2; i += 1) field.pixels[i] = 200;
    expect(findStrokes(field)).toEqual([]);
    field.pixels.fill(0, 60 * field.width, 61 * field.width);
    expect(middles(findStrokes(field), true)).toEqual([30]);
  });

  test('closes the gaps of dotted lines, and passes over specks', () => {
    const dots = Array.from({ length: 20 }, (_, i) => [10 + 2 * i, 50, 1, 0.5] as const);
    expect(findStrokes(drawing([...dots, [90, 90, 2, 0.5]]))).toEqual([
      { level: true, at: 50.25, from: 10, to: 49 },
    ]);
  });

  test('refuses more lines than any table has', () => {
    const width = 60_000;
    const pixels = new Uint8Array(width * 40).fill(255);
    for (let x = 0; x < width; x += 2) for (let y = 16; y < 30; y += 1) pixels[y * width + x] = 0;
    const striped = { width, height: 40, scale: 0.25, pixels };
    expect(() => findStrokes(striped)).toThrow('over 20000 lines');
  });
});

/** Boxes as level and upright strokes. */
const ruled = (...boxes: (readonly [x0: number, y0: number, x1: number, y1: number])[]) =>
  boxes.flatMap(([x0, y0, x1, y1]) => [
    { level: true, at: y0, from: x0, to: x1 },
    { level: true, at: y1, from: x0, to: x1 },
    { level: false, at: x0, from: y0, to: y1 },
    { level: false, at: x1, from: y0, to: y1 },
  ]);

describe('findFrames', () => {
  test('gives columns and rows of each table, from the top', () => {
    const frames = findFrames([
      ...ruled([0, 50, 40, 60], [40, 50, 80, 60]),
      ...ruled([0, 0, 40, 10], [40, 0, 80, 10], [0, 10, 80, 20]),
    ]);
    expect(frames.map(({ xs, ys }) => ({ xs, ys }))).toEqual([
      { xs: [0, 40, 80], ys: [0, 10, 20] },
      { xs: [0, 40, 80], ys: [50, 60] },
    ]);
  });

  test('takes neither a box around a text nor an underline for a table', () => {
    expect(findFrames(ruled([0, 0, 80, 20]))).toEqual([]);
    expect(findFrames([{ level: true, at: 5, from: 0, to: 80 }])).toEqual([]);
  });

  test('a merged cell begins at its upper left slot', () => {
    const [frame] = findFrames(
      ruled([0, 0, 20, 20], [20, 0, 60, 10], [20, 10, 40, 20], [40, 10, 60, 20]),
    );
    if (frame === undefined) throw new Error('Unexpected missing frame');
    expect([0, 1].map((row) => [0, 1, 2].map((column) => cellStart(frame, row, column)))).toEqual([
      [
        [0, 0],
        [0, 1],
        [0, 1],
      ],
      [
        [0, 0],
        [1, 1],
        [1, 2],
      ],
    ]);
  });
});

/** Text as glyphs of ten points, Latin signs half as wide. */
function printed(text: string, left: number, baseline: number): Glyph[] {
  let x = left;
  return Array.from(text).flatMap((sign) => {
    const width = sign < '\u0080' ? 5 : 10;
    x += width;
    return sign === ' ' ? [] : [{ sign, left: x - width, right: x, baseline, size: 10 }];
  });
}

describe('printedLines', () => {
  test('parts words at gaps and lines by height, whatever the order of printing', () => {
    const glyphs = [...printed('下行', 0, 120), ...printed('预算 12.50', 0, 100)].toReversed();
    expect(printedLines(glyphs).map(lineText)).toEqual(['预算 12.50', '下行']);
  });

  test('counts a character printed twice to look bold once, and twins twice', () => {
    const once = printed('合计11', 0, 100);
    const again = once.map((glyph) => ({ ...glyph, left: glyph.left + 0.4 }));
    expect(printedLines([...once, ...again]).map(lineText)).toEqual(['合计11']);
  });
});

describe('frameRows', () => {
  const [frame] = findFrames(ruled([0, 0, 100, 60], [100, 0, 160, 60]));
  if (frame === undefined) throw new Error('Unexpected missing frame');
  const words = (...glyphs: Glyph[][]) => printedLines(glyphs.flat()).flatMap((line) => line.words);

  test('a row whose columns only are ruled is one row for each amount', () => {
    const cells = [
      printed('教育', 2, 15),
      printed('1.50', 120, 15),
      printed('文化', 2, 30),
      printed('22.00', 120, 30),
    ];
    expect(frameRows(frame, words(...cells))).toEqual([
      ['教育', '1.50'],
      ['文化', '22.00'],
    ]);
  });

  test('a text of several lines is one cell', () => {
    const cells = [printed('示例文化', 2, 15), printed('馆', 2, 30), printed('1.50', 120, 22)];
    expect(frameRows(frame, words(...cells))).toEqual([['示例文化馆', '1.50']]);
  });

  test('a number that runs over the edge stays whole', () => {
    expect(frameRows(frame, words(printed('123456789.00', 95, 20)))).toEqual([
      ['', '123456789.00'],
    ]);
  });
});

describe('unruledTexts', () => {
  const lines = (...rows: (readonly (readonly [string, number])[])[]): PageLine[] =>
    printedLines(
      rows.flatMap((row, i) => row.flatMap(([text, left]) => printed(text, left, 100 + 15 * i))),
    ).map((line) => ({ page: 1, line }));

  test('cuts the rows of a table at its columns, a head apart from its amounts too', () => {
    const table = lines(
      [['2024年示例预算收支总表', 0]],
      [
        ['项目', 0],
        ['合计', 100],
        ['本年', 160],
        ['上年', 220],
      ],
      [
        ['教育', 0],
        ['1.50', 130],
        ['1.00', 190],
      ],
      [
        ['文化', 0],
        ['22.00', 125],
        ['22.00', 185],
      ],
      [['注：示例', 0]],
    );
    expect([...unruledTexts(table).values()]).toEqual([
      '2024年示例预算收支总表',
      '项目\t合计\t本年\t上年',
      '教育\t1.50\t1.00\t',
      '文化\t22.00\t22.00\t',
      '注：示例\t\t\t',
    ]);
  });

  test('leaves lines of text as they are', () => {
    const text = lines([['一、示例', 0]], [['本年 12.50 万元', 0]]);
    expect([...unruledTexts(text).values()]).toEqual(['一、示例', '本年 12.50 万元']);
  });
});

describe('plainRadicals', () => {
  test.each([
    ['项⽬⽀出', '项目支出'],
    ['部⻔公务⽤⻋', '部门公务用车'],
    ['财政专⼾', '财政专户'],
    ['部门', '部门'],
  ])('%s is %s', (text, plain) => {
    expect(plainRadicals(text)).toBe(plain);
  });
});

describe('pdfRows', () => {
  test('sees a table over two pages with the columns of both', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => `示例${i}\t${i}.50\t<`).join('\n');
    const blocks = exampleBlocks(`示例表\n名称\t合计\t本年\n${rows}`);
    const places = await pdfRows(examplePdf(blocks, { ruled: true, turned: true }));
    expect(places.slice(0, 3)).toEqual([
      { place: 'P1L1', text: '示例表' },
      { place: 'P1L2', text: '名称\t合计\t本年' },
      { place: 'P1L3', text: '示例0\t0.50\t' },
    ]);
    expect(places.at(-1)).toEqual({
      place: expect.stringMatching(/^P2L\d+$/u) as string,
      text: '示例49\t49.50\t',
    });
  });

  test('tells that a file is no PDF it can open', async () => {
    await expect(pdfRows(new TextEncoder().encode('%PDF-1.7 合计'))).rejects.toThrow(
      'Unexpected file, expected a PDF that PDFium can open.',
    );
  });
});
