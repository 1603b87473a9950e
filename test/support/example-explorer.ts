import {
  explorerProject,
  type ExplorerProject,
  type ExplorerRow,
} from '../../src/format/explorer-file.ts';
import type { DirectoryEntry } from '../../src/format/search-record.ts';

/** A project of the explorer of our own making; blank but for what is given. */
export function exampleProject(
  row: Partial<ExplorerRow> = {},
  entry: Partial<DirectoryEntry> = {},
): ExplorerProject {
  return explorerProject(
    {
      unitId: '990101-shilidanwei',
      unitName: '示例单位',
      regionCode: '990101',
      year: 2024,
      kind: 'budget',
      includedIn: '',
      ...entry,
    },
    {
      n: 1,
      slug: 'shili',
      name: '示例项目',
      formName: null,
      phase: 'current',
      subject: '',
      amountFen: null,
      fundFens: {
        general: null,
        fund: null,
        state_capital: null,
        special_account: null,
        unit_funds: null,
      },
      formFens: { whole: null, year: null, central: null, provincial: null, local: null },
      attribute: null,
      indicators: 0,
      ...row,
    },
  );
}
