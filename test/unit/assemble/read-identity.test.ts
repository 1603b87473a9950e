import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findTables } from '../../../src/assemble/find-tables.ts';
import { readIdentity } from '../../../src/assemble/read-identity.ts';
import { extractText } from '../../../src/extract/text-document.ts';
import { tableSetSchema } from '../../../src/schema/table-set.ts';
import { tableSetText } from '../../lib/import-effects.ts';

const tableSet = tableSetSchema.parse(JSON.parse(tableSetText()));

const identify = (text: string, given?: { year: number }) => {
  const document = extractText(new TextEncoder().encode(text));
  return readIdentity(document, findTables(document, tableSet).regions, given);
};

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../fixtures/import', name, 'source.txt'), 'utf8');

const table = '2024年预算支出总表\n单位名称：甲局 单位：万元\n科目编码\t科目名称\t合计\n';

describe('readIdentity', () => {
  test.each([
    ['tabbed', '示例市示例区示例局', 2024, '2024年度单位预算公开'],
    ['doubled-blanks', '示例市示例区示例局', 2023, '2023年单位预算报表'],
    ['ocr-damage', '示例县示例局', 2025, '2025年度单位预算公开'],
  ])('%s', (name, unitName, year, title) => {
    expect(identify(fixture(name))).toEqual({ unitName, year, title });
  });

  test('the name most tables print is the name', () => {
    const text = `${table}单位名称：乙 局\n单位名称：乙局\t单位：元\n`;
    expect(identify(text).unitName).toBe('乙局');
  });

  test('what the document does not say is null', () => {
    expect(identify('预算支出总表\n科目编码\t科目名称\t合计')).toEqual({
      unitName: null,
      year: null,
      title: null,
    });
  });

  test('titles of two years are refused unless the year is given', () => {
    const text = `${table}2023年预算收入总表\n科目编码\t科目名称\t合计\n`;
    expect(() => identify(text)).toThrow('L4: Unexpected table title of 2023, expected 2024');
    expect(identify(text, { year: 2024 }).year).toBe(2024);
  });
});
