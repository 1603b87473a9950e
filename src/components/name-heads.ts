import { markup, type Html } from './html.ts';
import type { NameLabels } from './table-sides.ts';
import type { Row } from '../schema/table.ts';

/** Which columns besides the name tell the rows of a grid apart. */
export interface NameColumns {
  readonly hasCode: boolean;
  readonly hasName2: boolean;
}

/** The columns that some of the rows fill. */
export const nameColumns = (rows: readonly Row[]): NameColumns => ({
  hasCode: rows.some(({ code }) => code !== null),
  hasName2: rows.some(({ name2 }) => name2 !== null),
});

/** The heads of the columns that name the rows. */
export const nameHeads = ({ hasCode, hasName2 }: NameColumns, labels: NameLabels): Html => markup`
  ${hasCode && markup`<th scope="col">${labels.code}</th>`}
  <th scope="col">${labels.name}</th>
  ${hasName2 && markup`<th scope="col">${labels.name2}</th>`}`;
