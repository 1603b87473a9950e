import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { listFolder } from '../../../src/archive/list-folder.ts';
import { compareText } from '../../../src/archive/order.ts';
import { partOf } from '../../../src/archive/part-of.ts';
import { sha256 } from '../../../src/archive/record-file.ts';
import type { PartRecord } from '../../../src/archive/part-record.ts';
import { archiveFileNames, recordFileNames } from '../../../src/downloads/data-rows.ts';
import { digestFile } from '../../../src/downloads/digested-file.ts';
import type { PlacedFile } from '../../../src/downloads/digested-file.ts';
import { joinData } from '../../../src/downloads/join-data.ts';
import { parquetNames } from '../../../src/downloads/open-parquet.ts';
import { partDataListPath } from '../../../src/downloads/part-data-files.ts';
import type { PartDataFiles } from '../../../src/downloads/part-data-files.ts';
import { typedColumns, typedRows } from '../../../src/downloads/typed-columns.ts';
import { dataFileNames, dataFiles } from '../../../src/schema/data-files.ts';
import type { DataFileName } from '../../../src/schema/data-files.ts';
import { exampleContent, temporaryFolder } from '../../support/example-content.ts';
import { dataPackageFaults } from '../../support/data-package-faults.ts';
import { readForeignParquet } from '../../support/foreign-parquet.ts';
import { parseDataFile } from '../../support/parse-data-file.ts';
import { makeDataParts } from '../../support/part-records.ts';

const archive = readContent(exampleContent);

/** An archive divided in one way, made and joined. */
interface Joined {
  readonly parts: readonly string[];
  readonly out: string;
  readonly files: readonly PlacedFile[];
}

async function makeJoined(
  partition: Parameters<typeof makeDataParts>[1],
  folder: string,
  change?: (record: PartRecord) => PartRecord,
): Promise<Joined> {
  const out = join(folder, 'dist');
  const parts = await makeDataParts(exampleContent, partition, join(folder, 'parts'), change);
  return { parts, out, files: joinData({ parts, archive, out }) };
}

let folder = '';
let whole: Joined;
let divided: Joined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'archive-join-'));
  whole = await makeJoined('none', join(folder, 'whole'));
  divided = await makeJoined('prefecture-year', join(folder, 'divided'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Rows of the CSV files of a table, those of parts in the order of parts. */
const rowsIn = ({ parts, out }: Joined, name: DataFileName) => {
  const whole = join(out, `data/${name}.csv`);
  const texts = existsSync(whole)
    ? [readFileSync(whole, 'utf8')]
    : parts.map((part) => {
        const path = `data/parts/${basename(part)}/${name}.csv.gz`;
        return gunzipSync(readFileSync(join(out, path))).toString('utf8');
      });
  return texts.flatMap((text) => parseDataFile(dataFiles[name], text));
};

const asText = (rows: readonly object[]): string[] =>
  rows.map((row) => JSON.stringify(row)).sort(compareText);

/** Rows of a CSV file with the types the other formats have. */
function typedRowsIn(joined: Joined, name: DataFileName): object[] {
  const columns = typedColumns(dataFiles[name]);
  return typedRows(columns, rowsIn(joined, name)).map((row) =>
    Object.fromEntries(columns.map((column, i) => [column.name, row[i] ?? null])),
  );
}

function sqliteRows(file: string, name: string): object[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare(`SELECT * FROM "${name}"`).all();
  database.close();
  return rows.map((row) => ({ ...row }));
}

/** Digests of all files below a folder, by path. */
const digests = (root: string): Record<string, string> =>
  Object.fromEntries(listFolder(root).map((path) => [path, digestFile(join(root, path)).sha256]));

/** Paths whose files differ, or are in one of the two alone. */
function differing(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>) {
  const paths = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort(compareText);
  return paths.filter((path) => a[path] !== b[path]);
}

describe('the data files of a divided archive', () => {
  test('are of several parts, some with several records', () => {
    expect(divided.parts.map((part) => part.split('/').at(-1))).toEqual([
      '9901-2022',
      '9901-2023',
      '9901-2024',
      '9902-2024',
    ]);
    expect(whole.parts).toHaveLength(1);
  });

  test.each(dataFileNames)('have the rows of %s.csv of the undivided one', (name) => {
    expect(asText(rowsIn(divided, name))).toEqual(asText(rowsIn(whole, name)));
  });

  test('stand part by part, in a part by id', () => {
    const expected = archive.unitYears
      .map((unitYear) => [partOf('prefecture-year', unitYear), unitYear.disclosureId] as const)
      .sort(([a, one], [b, other]) => compareText(a, b) || compareText(one, other));
    for (const name of ['disclosures', 'lines'] as const) {
      const ids = rowsIn(divided, name).map((row) => row['disclosure_id']);
      expect([...new Set(ids)]).toEqual(expected.map(([, id]) => id));
    }
  });

  test('give each record the very files of the undivided one', () => {
    const ofRecords = ({ files }: Joined) =>
      files
        .filter(({ path }) => path.startsWith('units/'))
        .map(({ path, sha256 }) => [path, sha256]);
    expect(ofRecords(divided)).toEqual(ofRecords(whole));
    expect(ofRecords(whole)).toHaveLength(3 * archive.unitYears.length);
  });

  test('are one SQLite file a part and one of registers, with all rows of the undivided one', () => {
    const folder = join(divided.out, 'data/sqlite');
    const files = readdirSync(folder).sort();
    expect(files).toEqual([
      ...divided.parts.map((part) => `${part.split('/').at(-1)}.sqlite`),
      'registers.sqlite',
    ]);
    const one = join(whole.out, 'data/archive.sqlite');
    for (const name of recordFileNames) {
      const rows = files.slice(0, -1).flatMap((file) => sqliteRows(join(folder, file), name));
      expect(asText(rows), name).toEqual(asText(sqliteRows(one, name)));
      expect(asText(rows), name).toEqual(asText(typedRowsIn(divided, name)));
    }
    for (const name of archiveFileNames) {
      const rows = sqliteRows(join(folder, 'registers.sqlite'), name);
      expect(rows, name).toEqual(typedRowsIn(divided, name));
      expect(sqliteRows(one, name), name).toEqual(rows);
    }
  });

  test('are Parquet files that another reader puts together by the province and year of their path', () => {
    for (const joined of [whole, divided]) {
      for (const name of parquetNames) {
        const files = listFolder(join(joined.out, 'data/parquet', name));
        const rows = files.flatMap((file) => {
          const [, province, year] = /^province=(\d{2})0000\/year=(\d{4})\//u.exec(file) ?? [];
          const found = readForeignParquet(
            readFileSync(join(joined.out, 'data/parquet', name, file)),
          );
          for (const { disclosure_id: id } of found)
            expect(String(id), file).toMatch(new RegExp(`^${province}\\d{4}-.*-${year}-`, 'u'));
          return found;
        });
        expect(asText(rows), name).toEqual(asText(typedRowsIn(joined, name)));
      }
    }
    const partition = 'data/parquet/lines/province=990000/year=2024';
    expect(readdirSync(join(divided.out, partition)).sort()).toEqual([
      'part-9901-2024.parquet',
      'part-9902-2024.parquet',
    ]);
    expect(readdirSync(join(whole.out, partition))).toEqual(['part.parquet']);
  });

  test('are packed CSV files of each part, also where it has no row, and whole ones of registers', () => {
    const csv = ({ files }: Joined) =>
      files.map(({ path }) => path).filter((path) => /^data\/.*csv/u.test(path));
    expect(csv(divided)).toEqual(
      [
        ...divided.parts.flatMap((part) =>
          recordFileNames.map((name) => `data/parts/${basename(part)}/${name}.csv.gz`),
        ),
        ...archiveFileNames.map((name) => `data/${name}.csv`),
      ].sort(compareText),
    );
    expect(csv(whole)).toEqual(dataFileNames.map((name) => `data/${name}.csv`).sort(compareText));
  });

  test('make a data package that holds by the standard alone', () => {
    for (const { out } of [whole, divided])
      expect(dataPackageFaults(join(out, 'data'))).toEqual([]);
  });
});

describe('joinData', () => {
  test('tells every file it wrote, with the size and digest it has', () => {
    for (const { out, files } of [whole, divided]) {
      expect(files.map(({ path }) => path)).toEqual(listFolder(out));
      for (const { path, ...digest } of files)
        expect(digestFile(join(out, path)), path).toEqual(digest);
    }
  });

  test('makes the same bytes of parts made again elsewhere', async () => {
    const again = await makeJoined('prefecture-year', temporaryFolder());
    expect(again.files).toEqual(divided.files);
  });

  test('changes no more than its part and what holds all parts when a record changes', async () => {
    const id = '9902-2024';
    const changed = await makeJoined('prefecture-year', temporaryFolder(), (record) => {
      if (partOf('prefecture-year', record.summary) !== id) return record;
      const unitName = '示例二市档案局';
      const bytes = Buffer.concat([record.bytes, Buffer.from(' ')]);
      const summary = { ...record.summary, unitName, recordSha256: sha256(bytes) };
      return { ...record, summary, bytes };
    });
    for (const [i, part] of divided.parts.entries()) {
      const isChanged = part.endsWith(id);
      expect(differing(digests(part), digests(changed.parts[i] ?? '')).length > 0).toBe(isChanged);
    }
    expect(differing(digests(divided.out), digests(changed.out))).toEqual([
      'data/datapackage.json',
      `data/parts/${id}/disclosures.csv.gz`,
      `data/sqlite/${id}.sqlite`,
      'units/990200-tushuguan/2024/record.json',
    ]);
  });

  test('leaves files of records and parts untouched where they stand as they are', async () => {
    const { parts, out, files } = await makeJoined('prefecture-year', temporaryFolder());
    const placed = files.filter(({ path }) => /^units\/|^data\/(?:parts|parquet)\//u.test(path));
    const changedAt = () => placed.map(({ path }) => statSync(join(out, path)).ctimeMs);
    const before = changedAt();
    writeFileSync(join(out, placed.at(-1)?.path ?? ''), 'spoilt');
    joinData({ parts, archive, out });
    expect(changedAt().slice(0, -1)).toEqual(before.slice(0, -1));
    expect(digests(out)).toEqual(digests(divided.out));
  });

  test('removes what an earlier build left of parts that are gone, and nothing else', async () => {
    const { parts, out } = await makeJoined('prefecture-year', temporaryFolder());
    writeFileSync(join(out, 'data/index.html'), 'page');
    const files = joinData({ parts: whole.parts, archive, out });
    expect(listFolder(join(out, 'data'))).toEqual(
      [
        'index.html',
        ...files.flatMap(({ path }) => (path.startsWith('data/') ? [path.slice(5)] : [])),
      ].sort(compareText),
    );
    joinData({ parts, archive, out });
    expect(digests(join(out, 'data'))).toEqual({
      ...digests(join(divided.out, 'data')),
      'index.html': digestFile(join(out, 'data/index.html')).sha256,
    });
  });

  test('of no parts makes files without a row, registers aside', () => {
    const out = temporaryFolder();
    joinData({ parts: [], archive, out });
    for (const name of recordFileNames) {
      expect(rowsIn({ parts: [], out, files: [] }, name)).toEqual([]);
      expect(sqliteRows(join(out, 'data/archive.sqlite'), name)).toEqual([]);
    }
    expect(rowsIn({ parts: [], out, files: [] }, 'regions')).toEqual(rowsIn(whole, 'regions'));
  });

  test.each(['../secret', 'data/../../secret', '/etc/passwd', 'pages/index.html', 'units/.git'])(
    'refuses a part that names a file %s',
    (path) => {
      const part = temporaryFolder();
      const list = partDataListPath(part);
      mkdirSync(dirname(list));
      const told = JSON.parse(
        readFileSync(partDataListPath(whole.parts[0] ?? ''), 'utf8'),
      ) as PartDataFiles;
      const digest = { bytes: 1, sha256: '0'.repeat(64) };
      writeFileSync(list, JSON.stringify({ ...told, files: [...told.files, { path, ...digest }] }));
      expect(() => joinData({ parts: [part], archive, out: temporaryFolder() })).toThrow(
        `Unexpected path ${JSON.stringify(path)}, expected a file below data/ or units/.`,
      );
    },
  );

  test('refuses a part that is not there whole', () => {
    const part = temporaryFolder();
    expect(() => joinData({ parts: [part], archive, out: temporaryFolder() })).toThrow(
      'files.json',
    );
  });
});
