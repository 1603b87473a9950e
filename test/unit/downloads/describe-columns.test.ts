import { describe, expect, test } from 'vitest';
import file from '../../../content/data-columns.json' with { type: 'json' };
import { describeColumns } from '../../../src/downloads/describe-columns.ts';
import { columnsOf, dataFileNames, dataFiles } from '../../../src/schema/data-files.ts';

describe('describeColumns', () => {
  test.each(dataFileNames)('every column of %s.csv is explained, in order', (name) => {
    const described = describeColumns(name);
    expect(described.columns.map((column) => column.name)).toEqual(columnsOf(dataFiles[name]));
    expect(described.about).toMatch(/^一行是/u);
    expect(
      described.columns.filter(({ explanation }) => !/\p{Script=Han}/u.test(explanation)),
    ).toEqual([]);
  });

  test('nothing is explained that no file has', () => {
    const unknown = Object.entries(file.files).flatMap(([name, { columns }]) =>
      Object.keys(columns)
        .filter((column) => !columnsOf(dataFiles[name as keyof typeof dataFiles]).includes(column))
        .map((column) => `${name}.${column}`),
    );
    expect(unknown).toEqual([]);
    expect(Object.keys(file.files).sort()).toEqual([...dataFileNames].sort());
  });

  test('a column that may be empty says so', () => {
    const { columns } = describeColumns('lines');
    expect(columns.filter(({ mayBeEmpty }) => mayBeEmpty).map(({ name }) => name)).toEqual([
      'code',
      'name',
      'name2',
      'printed',
      'amount_yuan',
    ]);
  });
});
