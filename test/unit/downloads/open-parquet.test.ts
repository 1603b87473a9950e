import { parquetMetadata } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { openParquet, rowGroup } from '../../../src/downloads/open-parquet.ts';
import { typedColumns } from '../../../src/downloads/typed-columns.ts';
import type { TypedRow } from '../../../src/downloads/typed-columns.ts';
import { dataFiles } from '../../../src/schema/data-files.ts';
import { readForeignParquet } from '../../support/foreign-parquet.ts';

const columns = typedColumns(dataFiles.lines);

/** A row of lines.csv; every third prints no amount. */
const lineRow = (i: number): TypedRow =>
  columns.map(({ name, type }) => {
    if (name === 'amount_fen') return i % 3 === 0 ? null : (i % 2 === 0 ? -1 : 1) * i;
    return type === 'integer' ? i : `示例${i % 7}`;
  });

describe('openParquet', () => {
  test.each([1, rowGroup, rowGroup + 1])(
    'writes %d rows that another reader gives back, never more than one row group held',
    (count) => {
      const file = openParquet('lines');
      const rows = Array.from({ length: count }, (_, i) => lineRow(i));
      for (let i = 0; i < count; i += 9_999) file.write(rows.slice(i, i + 9_999));
      const bytes = file.close() ?? new Uint8Array();
      const { row_groups: groups } = parquetMetadata(new Uint8Array(bytes).buffer);
      expect(groups.map(({ num_rows: rows }) => Number(rows))).toEqual(
        count <= rowGroup ? [count] : [rowGroup, count - rowGroup],
      );
      const names = columns.map(({ name }) => name);
      const found = readForeignParquet(bytes).map((row) => names.map((name) => row[name]));
      expect(JSON.stringify(found)).toBe(JSON.stringify(rows));
    },
  );

  test('writes nothing where no row is', () => {
    const file = openParquet('projects');
    file.write([]);
    expect(file.close()).toBeNull();
  });
});
