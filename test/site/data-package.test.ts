import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { listFiles } from '../../scripts/lib/site-links.ts';
import { dataPackageFaults } from '../support/data-package-faults.ts';
import { temporaryFolder } from '../support/example-content.ts';

describe.each([
  ['the archive', inject('siteDir')],
  ['the example archive', inject('exampleDir')],
])('the data package of %s', (_, site) => {
  test('holds by the standard alone: files, values, keys and references', () => {
    expect(dataPackageFaults(join(site, 'data'))).toEqual([]);
  });

  test('names every data file there is, in every format', async () => {
    const { resources } = JSON.parse(readFileSync(join(site, 'data/datapackage.json'), 'utf8')) as {
      resources: { path: string }[];
    };
    const files = (await listFiles(join(site, 'data'))).filter((file) =>
      /\.(?:csv|csv\.gz|sqlite|parquet)$/u.test(file),
    );
    expect(resources.map(({ path }) => path).sort()).toEqual(files);
    expect(new Set(files.map((file) => file.replace(/^.*\./u, '')))).toEqual(
      new Set(['csv', 'sqlite', 'parquet']),
    );
  });
});

describe('a reader of data packages', () => {
  const schema = {
    fields: [
      { name: 'id', type: 'string', constraints: { required: true } },
      { name: 'year', type: 'integer' },
      { name: 'amount', type: 'number' },
      { name: 'on', type: 'date' },
      { name: 'kind', type: 'string', constraints: { enum: ['budget'] } },
      { name: 'above', type: 'string' },
    ],
    primaryKey: ['id'],
    foreignKeys: [{ fields: ['above'], reference: { resource: 'rows', fields: ['id'] } }],
  };
  const csv = 'id,year,amount,on,kind,above\r\na,2024,-1.50,2026-01-31,budget,\r\nb,,,,,a\r\n';

  /** The faults of a package with one table and what is laid over its resource. */
  function faultsOf(text = csv, more: object = {}): string[] {
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'rows.csv'), text);
    const resource = {
      name: 'rows',
      path: 'rows.csv',
      mediatype: 'text/csv',
      bytes: Buffer.byteLength(text),
      hash: `sha256:${createHash('sha256').update(text).digest('hex')}`,
      schema,
      ...more,
    };
    writeFileSync(join(folder, 'datapackage.json'), JSON.stringify({ resources: [resource] }));
    return dataPackageFaults(folder);
  }

  test('finds nothing wrong where nothing is', () => {
    expect(faultsOf()).toEqual([]);
  });

  test.each([
    ['a number in words', csv.replace('-1.50', '一'), {}, 'rows: row 1, amount: "一" is no number'],
    [
      'thousands separators',
      csv.replace('-1.50', '"1,000"'),
      {},
      'rows: row 1, amount: "1,000" is no number',
    ],
    [
      'a part of a year',
      csv.replace('2024', '2024.5'),
      {},
      'rows: row 1, year: "2024.5" is no integer',
    ],
    [
      'a day that never was',
      csv.replace('01-31', '02-31'),
      {},
      'rows: row 1, on: "2026-02-31" is no date',
    ],
    [
      'a value out of the list',
      csv.replace('budget,', 'other,'),
      {},
      'rows: row 1, kind: "other" is no choice',
    ],
    ['a missing value', csv.replace('\r\nb', '\r\n'), {}, 'rows: row 2, id: is missing'],
    [
      'a key twice',
      csv.replace('\r\nb', '\r\na'),
      {},
      'rows: row 2: the key a does not name one row',
    ],
    ['a reference to nothing', csv.replace(',a\r\n', ',c\r\n'), {}, 'rows: above leads nowhere: c'],
    [
      'columns in another order',
      csv.replace('id,year', 'year,id'),
      {},
      'rows: the header is year,id,amount,on,kind,above',
    ],
    ['a value too many', csv.replace(',a\r\n', ',a,b\r\n'), {}, 'rows: row 2 has 7 values'],
    ['a changed file', csv, { hash: `sha256:${'0'.repeat(64)}` }, 'rows: has another digest'],
    ['a cut file', csv, { bytes: 1 }, `rows: has ${csv.length} bytes`],
    [
      'a file outside the package',
      csv,
      { path: '../rows.csv' },
      'rows: path "../rows.csv" is no file of the package',
    ],
    ['a name with blanks', csv, { name: 'my rows' }, 'name "my rows"'],
  ])('finds %s', (_, text, more, fault) => {
    expect(faultsOf(text, more)).toContain(fault);
  });

  /** The faults of a package whose table stands in two files, packed, each also told by itself or not. */
  function faultsInParts(texts: readonly string[], isTold = true): string[] {
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    const files = texts.map((text, i) => {
      const bytes = gzipSync(text);
      const path = `${i}.csv.gz`;
      writeFileSync(join(folder, path), bytes);
      const hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
      return { name: path, path, mediatype: 'application/gzip', bytes: bytes.length, hash };
    });
    const path = files.map((file) => file.path);
    const table = { name: 'rows', path, mediatype: 'application/gzip', compression: 'gz', schema };
    const resources = [table, ...(isTold ? files : [])];
    writeFileSync(join(folder, 'datapackage.json'), JSON.stringify({ resources }));
    return dataPackageFaults(folder);
  }

  const second = csv.replace('\r\na', '\r\nc').replace('\r\nb', '\r\nd');

  test('reads the files of a table in parts together', () => {
    expect(faultsInParts([csv, second])).toEqual([]);
  });

  test.each([
    ['a key in two of them', [csv, csv], true, 'rows: row 3: the key a does not name one row'],
    [
      'one with other columns',
      [csv, second.replace('id,', 'name,')],
      true,
      'rows: the header is name,year,amount,on,kind,above',
    ],
    ['one without a digest', [csv, second], false, 'rows: 1.csv.gz is told no digest'],
    ['none', [], true, 'rows: no file'],
  ])('finds among them %s', (_, texts, isTold, fault) => {
    expect(faultsInParts(texts, isTold)).toContain(fault);
  });
});
