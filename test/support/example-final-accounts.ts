import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { recordFile } from '../../src/archive/record-file.ts';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import { hostileName } from './example-records.ts';

const tableSet = 'table-sets/quanguo-juesuan-9.json';
const example = JSON.parse(
  readFileSync('test/fixtures/final-accounts/disclosure.json', 'utf8'),
) as Disclosure;

/** Final accounts (决算) of our own making, of a unit of the example archive. */
export function exampleFinalAccounts(year: number, unitId = '990200-tushuguan'): Disclosure {
  const kind = 'final-accounts';
  return {
    ...structuredClone(example),
    id: `${unitId}-${year}-${kind}`,
    unitId,
    unitName: hostileName,
    regionCode: unitId.slice(0, 6),
    year,
  };
}

/** The same with another 总计 of expenditure than of revenue, mended by a correction, and a form. */
function differing(year: number): Disclosure {
  const disclosure = exampleFinalAccounts(year);
  const summary = disclosure.tables[0];
  const cell = summary?.rows.at(-1)?.cells[0];
  if (summary === undefined || cell === undefined) throw new Error('no total');
  Object.assign(cell, { printed: '306.9o', read: '306.90', fen: 306_900_000, correction: 'c1' });
  disclosure.corrections = [
    {
      id: 'c1',
      scope: 'cell',
      place: cell.place,
      tableId: summary.id,
      printed: '306.9o',
      replacement: '306.90',
      reason: '识别把数字零认作字母 o（示例）',
      kind: 'ocr',
      evidence: null,
      on: '2024-06-01',
    },
  ];
  return disclosure;
}

function write(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}

/**
 * Adds final accounts to a copy of the example archive: for a year with a budget, and for one without,
 * where they do not agree with themselves and hold a correction.
 */
export function addFinalAccounts(content: string): Disclosure[] {
  cpSync(join('content', tableSet), join(content, tableSet));
  const records = [exampleFinalAccounts(2024), differing(2023)];
  for (const record of records) {
    write(join(content, 'disclosures', recordFile(record)), record);
    const { id: disclosureId, corrections } = record;
    if (corrections.length === 0) continue;
    write(join(content, 'corrections', recordFile(record)), { disclosureId, corrections });
  }
  return records;
}
