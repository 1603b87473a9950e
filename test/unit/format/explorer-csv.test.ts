import { expect, test } from 'vitest';
import { explorerCsvRows } from '../../../src/format/explorer-csv.ts';
import { exampleProject } from '../../support/example-explorer.ts';

test('the rows have the shown columns, amounts in 元, blanks empty, and no formula', () => {
  const projects = [
    exampleProject({
      name: '=1+1',
      formName: '@示例',
      amountFen: -12_345,
      formFens: { whole: null, year: 0, central: null, provincial: null, local: null },
    }),
    exampleProject({ n: 2, subject: '2080101' }, { unitName: '示例, "二"' }),
  ];
  const names = { region: () => '示例甲县', subject: () => '行政运行' };
  const columns = ['name', 'unit', 'region', 'subject', 'total', 'form_year', 'phase'] as const;
  const addressOf = (path: string): string => `https://example.org${path}`;
  expect(explorerCsvRows(projects, columns, names, addressOf)).toEqual([
    [
      ...['项目', '单位', '地区', '功能科目', '金额（合计）（元）', '绩效表：年度（元）', '阶段'],
      ...['form_name', 'project_id', 'disclosure_id', 'region_code', 'url'],
    ],
    [
      ...["'=1+1", '示例单位', '示例甲县', '行政运行', '-123.45', '0', '本年预算'],
      ...["'@示例", '990101-shilidanwei-2024-budget-p1', '990101-shilidanwei-2024-budget'],
      ...['990101', 'https://example.org/units/990101-shilidanwei/2024/#project-1-shili'],
    ],
    [
      ...['示例项目', '示例, "二"', '示例甲县', '2080101 行政运行', '', '', '本年预算'],
      ...['', '990101-shilidanwei-2024-budget-p2', '990101-shilidanwei-2024-budget'],
      ...['990101', 'https://example.org/units/990101-shilidanwei/2024/#project-2-shili'],
    ],
  ]);
});
