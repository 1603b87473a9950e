import { columnLabels } from '../format/labels.ts';
import type { Amount } from '../schema/amount.ts';
import type { Form } from '../schema/form.ts';
import type { Row, Table } from '../schema/table.ts';

/** An amount of a project with what it is, as printed. */
export interface EmbeddedAmount {
  readonly label: string;
  /** As printed, or as corrected where the print is damaged. */
  readonly text: string;
  readonly moneyUnit: string;
}

/**
 * The amounts of a project: its row's total and the sources that are not zero, then what its form prints
 * of the whole period and the year, or of the execution. What is not printed is not there.
 */
export function embeddedAmounts(
  row: { table: Table; row: Row } | undefined,
  form: Form | undefined,
): EmbeddedAmount[] {
  const cells = (row?.row.cells ?? []).filter(({ column, fen }) => column === 'total' || fen !== 0);
  const printed = (label: string, amount: Amount | null | undefined): EmbeddedAmount[] =>
    amount === null || amount === undefined
      ? []
      : [{ label, text: amount.read ?? amount.printed, moneyUnit: amount.moneyUnit }];
  return [
    ...cells.map((cell) => ({
      label: columnLabels[cell.column],
      text: cell.read ?? cell.printed,
      moneyUnit: row?.table.moneyUnit ?? '',
    })),
    ...printed('绩效表：实施期资金总额', form?.whole?.total),
    ...printed('绩效表：年度资金总额', form?.yearMoney?.total),
    ...(form?.selfEvaluation ?? []).flatMap((line) => [
      ...printed(`${line.name}：年初预算数`, line.initialBudget),
      ...printed(`${line.name}：全年预算数`, line.fullYearBudget),
      ...printed(`${line.name}：全年执行数`, line.executed),
    ]),
  ];
}

/** How many rows and cells of a table a correction repairs. */
export const correctedPlaces = (table: Table): number =>
  table.rows.reduce(
    (count, row) =>
      count +
      Number(row.correction !== undefined) +
      row.cells.filter((cell) => cell.correction !== undefined).length,
    0,
  );
