import type { Disclosure } from '../../src/schema/disclosure.ts';

/** One of a list by a number of any size. */
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

const cells = (record: Disclosure) =>
  record.tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
const formAmounts = (record: Disclosure) =>
  record.forms.flatMap(({ whole, yearMoney }) =>
    [whole, yearMoney].flatMap((money) =>
      Object.values(money ?? {}).filter((amount) => amount !== null),
    ),
  );
const numbered = (record: Disclosure) =>
  record.forms.flatMap((form) => form.indicators).filter(({ number }) => number !== null);

/** Single faults of a record, each at the n-th place it can be made. */
export const recordFaults: Readonly<Record<string, (record: Disclosure, n: number) => void>> = {
  'an amount of a table one 分 off': (record, n) => (pick(cells(record), n).fen += 1),
  'a sign': (record, n) => {
    const cell = pick(
      cells(record).filter(({ fen }) => fen !== 0),
      n,
    );
    cell.fen = -cell.fen;
  },
  'a cell left out': (record, n) => {
    const row = pick(
      record.tables.flatMap((table) => table.rows).filter((one) => one.cells.length > 0),
      n,
    );
    row.cells.splice(n % row.cells.length, 1);
  },
  'a cell twice': (record, n) => {
    const row = pick(
      record.tables.flatMap((table) => table.rows).filter((one) => one.cells.length > 0),
      n,
    );
    row.cells.push({ ...pick(row.cells, n) });
  },
  'a row at the next line': (record, n) => {
    const cell = pick(cells(record), n);
    cell.place = cell.place.replace(
      /([LR])(\d+)(?=C)/u,
      (_, kind: string, line: string) => `${kind}${Number(line) + 1}`,
    );
  },
  'a table left out': (record, n) => {
    const filled = record.tables.filter((table) => table.status === 'filled');
    record.tables.splice(record.tables.indexOf(pick(filled, n)), 1);
  },
  'a table in 元': (record, n) => {
    const filled = record.tables.filter((table) => table.status === 'filled');
    pick(filled, n).moneyUnit = '元';
  },
  'an amount of a form one 分 off': (record, n) => (pick(formAmounts(record), n).fen += 1),
  'an amount of a form left out': (record, n) => {
    const money = pick(
      record.forms.map((form) => form.yearMoney).filter((one) => one !== null),
      n,
    );
    money.central = null;
  },
  'an indicator left out': (record, n) => {
    const indicator = pick(numbered(record), n);
    for (const form of record.forms)
      form.indicators = form.indicators.filter((one) => one !== indicator);
  },
  'another value of an indicator': (record, n) => {
    const indicator = pick(numbered(record), n);
    indicator.printed = (indicator.printed ?? '').replace(/\d/u, (digit) =>
      String((Number(digit) + 1) % 10),
    );
  },
  'a key fact one 分 off': (record, n) => {
    const fact = pick(
      record.keyFacts.filter(({ fen }) => fen !== null),
      n,
    );
    fact.fen = (fact.fen ?? 0) + 1;
  },
};
