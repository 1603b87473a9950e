import { describe, expect, test } from 'vitest';
import {
  fieldName,
  parseJson,
  parseRecord,
  recordFile,
  recordFilePath,
  sha256,
} from '../../../src/archive/record-file.ts';
import { exampleDisclosure, exampleTable } from '../../support/example-disclosure.ts';

const disclosure = exampleDisclosure();
const file = '990101/990101-shilidanwei/2024-budget.json';

test('recordFile names region, unit, year and kind', () => {
  expect(recordFile(disclosure)).toBe(file);
});

describe('recordFilePath', () => {
  test('stands below the folder of records', () => {
    expect(recordFilePath('/content', 'a/b.json')).toBe('/content/disclosures/a/b.json');
  });

  test.each(['../units.json', 'a/../../units.json', '', '.'])('refuses %j', (path) => {
    expect(() => recordFilePath('/content', path)).toThrow(
      `Unexpected record path "${path}", expected a file below content/disclosures/`,
    );
  });
});

describe('parseRecord', () => {
  test('returns the record of a file in its place', () => {
    expect(parseRecord(JSON.stringify(disclosure), file)).toEqual(disclosure);
  });

  test('names the file when the text is no JSON', () => {
    expect(() => parseRecord('{', file)).toThrow(
      `content/disclosures/${file}: Unexpected text, expected JSON`,
    );
  });

  test('names file and field when a field is malformed', () => {
    const text = JSON.stringify({ ...disclosure, year: '2024' });
    expect(() => parseRecord(text, file)).toThrow(
      `content/disclosures/${file}: Unexpected record.\n  year: Invalid input: expected number, received string\n`,
    );
  });

  test('names the cell whose amount is not what is printed', () => {
    const table = exampleTable('projects-current', ['total'], [{ amounts: { total: '1.00' } }]);
    const text = JSON.stringify({ ...disclosure, tables: [table] }).replace('1000000', '1000001');
    expect(() => parseRecord(text, file)).toThrow(
      '  tables[0].rows[0].cells[0].fen: fen is not what is printed',
    );
  });

  test('refuses an id that unit, year and kind do not make', () => {
    const id = '990101-anderswo-2024-budget';
    expect(() => parseRecord(JSON.stringify({ ...disclosure, id }), file)).toThrow(
      `content/disclosures/${file}: id: Unexpected "${id}", expected "${disclosure.id}"`,
    );
  });

  test('refuses a record in another place than its own', () => {
    const text = JSON.stringify(disclosure);
    expect(() => parseRecord(text, '990101/990101-shilidanwei/2023-budget.json')).toThrow(
      `Unexpected place of ${disclosure.id}, expected ${file}. Move the file.`,
    );
  });
});

test('parseJson keeps the cause of its refusal', () => {
  expect(parseJson('[1]', 'x.json')).toEqual([1]);
  expect(() => parseJson('', 'x.json')).toThrow('x.json: Unexpected text, expected JSON');
});

test.each([
  [[], '(record)'],
  [['year'], 'year'],
  [['tables', 0, 'rows', 2, 'name'], 'tables[0].rows[2].name'],
  [[3, 'id'], '[3].id'],
])('fieldName writes %j as %s', (path, name) => {
  expect(fieldName(path)).toBe(name);
});

test('sha256 is that of the UTF-8 bytes', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});
