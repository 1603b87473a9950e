import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listRecordFiles } from '../../src/archive/read-records.ts';
import { parseRecord, recordFilePath } from '../../src/archive/record-file.ts';
import { checkDisclosure } from '../../src/checks/check-disclosure.ts';
import { formatFenPlain } from '../../src/money/fen.ts';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import type { Finding } from '../../src/schema/finding.ts';

const readRecord = (file: string): Disclosure =>
  parseRecord(readFileSync(recordFilePath('content', file), 'utf8'), file);

const lineOf = ({ result, checkId, place, message }: Finding): string =>
  [result, checkId, place ?? '-', message].join('\t');

/** The disclosure with one table cell changed to another amount, printed as such. */
function withCellChanged(disclosure: Disclosure, index: number, byFen: number): Disclosure {
  const copy = structuredClone(disclosure);
  let at = 0;
  for (const table of copy.tables) {
    for (const cell of table.rows.flatMap((row) => row.cells)) {
      if (at === index) {
        cell.fen += byFen;
        cell.printed = formatFenPlain(cell.fen, table.moneyUnit, 2);
        delete cell.read;
      }
      at += 1;
    }
  }
  return copy;
}

const differences = (disclosure: Disclosure): number =>
  checkDisclosure(disclosure).filter(({ result }) => result === 'difference').length;

describe.each(listRecordFiles('content'))('%s', (file) => {
  const disclosure = readRecord(file);

  // The recorded results were confirmed by hand against the source text.
  test('has the recorded results apart from those that agree', async () => {
    const lines = checkDisclosure(disclosure)
      .filter(({ result }) => result !== 'pass')
      .map(lineOf);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`findings/${disclosure.id}.tsv`);
  });

  test('has no table cell that could change by 3.45 万元 unnoticed', () => {
    const cells = disclosure.tables.flatMap((table) =>
      table.rows.flatMap((row) => row.cells),
    ).length;
    const step = Math.max(1, Math.floor(cells / 40));
    const usual = differences(disclosure);
    const unnoticed = Array.from({ length: Math.floor(cells / step) }, (_, i) => i * step).filter(
      (index) => differences(withCellChanged(disclosure, index, 3_450_000)) <= usual,
    );
    expect(unnoticed).toEqual([]);
  });
});
