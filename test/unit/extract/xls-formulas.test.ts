import { CFB, utils, type WorkBook, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractDocument } from '../../../src/extract/index.ts';
import { withoutFormulas } from '../../../src/extract/xls-formulas.ts';
import { formatFixture } from '../../lib/hostile-files.ts';

/** A record: kind, length, data. */
function record(kind: number, ...data: number[]): number[] {
  return [kind & 255, kind >> 8, data.length & 255, data.length >> 8, ...data];
}

const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

describe('withoutFormulas', () => {
  test('empties the formula of a cell and passes over formulas alone; all else stays', () => {
    const before = [
      ...record(0x0809, 0, 6),
      ...record(0x0006, ...zeros(6), 1, 2, 3, 4, 5, 6, 7, 8, ...zeros(6), 5, 0, 30, 1, 0, 30, 2),
      ...record(0x0203, 9, 9),
      ...record(0x04bc, 7, 7),
      ...record(0x0006, 1),
      ...record(0x000a),
    ];
    const after = [
      ...record(0x0809, 0, 6),
      ...record(0x0006, ...zeros(6), 1, 2, 3, 4, 5, 6, 7, 8, ...zeros(6), 0, 0, 30, 1, 0, 30, 2),
      ...record(0x0203, 9, 9),
      ...record(0x089b, 7, 7),
      ...record(0x089b, 1),
      ...record(0x000a),
    ];
    expect([...withoutFormulas(Uint8Array.from(before))]).toEqual(after);
  });

  test('leaves the length of any stream as it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(withoutFormulas(bytes)).toHaveLength(bytes.length);
      }),
    );
  });
});

interface Container {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { content: Uint8Array }[];
}

interface ContainerFiles {
  read(data: Uint8Array, options: object): Container;
  write(container: Container, options: object): ArrayLike<number>;
}

/** A workbook of XLS with a formula and the value it last had. */
function bookWithFormula(): Uint8Array {
  const book: WorkBook = utils.book_new();
  const sheet = utils.aoa_to_sheet([['合计', 700.5]]);
  sheet['C1'] = { t: 'n', v: 701.5, f: 'B1+1' };
  sheet['!ref'] = 'A1:C1';
  utils.book_append_sheet(book, sheet, '示例');
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer);
}

describe('an old workbook', () => {
  test('shows the value of its formulas', async () => {
    const { blocks } = await extractDocument(bookWithFormula());
    const rows = blocks.flatMap((block) => block.rows.map((row) => row.cells.map((c) => c.text)));
    expect(rows).toEqual([['合计', '700.5', '701.5']]);
  });

  test('whose texts became formulas is read without them, and not followed without end', async () => {
    const files = CFB as ContainerFiles;
    const container = files.read(formatFixture('example.xls'), { type: 'array' });
    const at = container.FullPaths.findIndex((one) => one.endsWith('Workbook'));
    const book = container.FileIndex[at];
    if (book === undefined) throw new Error('Unexpected file without workbook');
    const content = Uint8Array.from(book.content);
    const view = new DataView(content.buffer);
    for (let i = 0; i + 4 <= content.length; i += 4 + view.getUint16(i + 2, true))
      if (view.getUint16(i, true) === 0x00fd) view.setUint16(i, 0x0021, true);
    book.content = content;
    const bytes = Uint8Array.from(files.write(container, { type: 'array' }));
    const { blocks } = await extractDocument(bytes);
    const cells = blocks.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    expect(cells.filter(({ text }) => text === '700.50').length).toBeGreaterThan(0);
    expect(cells.filter(({ text }) => text === '合计')).toEqual([]);
  });
});
