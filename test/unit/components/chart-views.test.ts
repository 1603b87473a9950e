import { describe, expect, test } from 'vitest';
import { chartViews } from '../../../src/components/chart-views.ts';
import { exampleDisclosure, exampleTable } from '../../support/example-disclosure.ts';

const projects = (amounts: readonly (string | undefined)[]) =>
  exampleDisclosure({
    tables: [
      exampleTable(
        'projects-current',
        ['total'],
        amounts.map((total, i) => ({
          name: `项目${i + 1}`,
          amounts: total === undefined ? {} : { total },
        })),
      ),
    ],
  });

describe('chartViews', () => {
  test('ranks rows by amount, equal ones in document order, and leaves out blanks and zeros', () => {
    expect(chartViews(projects(['5.00', undefined, '70.10', '0.00', '5']))).toEqual([
      {
        id: 'projects-by-amount',
        title: '项目按金额排列',
        tableId: 'projects-current',
        tableTitle: '2024年示例表 projects-current',
        moneyUnit: '万元',
        rows: [3, 1, 5],
        columns: [{ id: 'total', label: '合计' }],
        summary: '共 3 个项目有支出，最多的是项目3（70.10 万元），其次是项目1（5.00 万元）。',
      },
    ]);
  });

  test('says so when it draws only the largest', () => {
    const [chart] = chartViews(projects(Array.from({ length: 14 }, (_, i) => `${i + 1}.00`)));
    expect(chart?.rows).toHaveLength(12);
    expect(chart?.summary).toBe(
      '共 14 个项目有支出，最多的是项目14（14.00 万元），其次是项目13（13.00 万元）。图中画出最大的 12 项。',
    );
  });

  test('draws nothing where there is nothing to compare', () => {
    expect(chartViews(projects(['5.00', undefined]))).toEqual([]);
  });

  test('stacks basic and project expenditure of the 类 only', () => {
    const table = exampleTable(
      'expenditure-by-subject',
      ['total', 'basic', 'project'],
      [
        { kind: 'total', name: '合计', amounts: { total: '3.00' } },
        { kind: 'group', code: '208', name: '甲类', amounts: { total: '1.00' } },
        { kind: 'group', code: '20801', name: '甲款', amounts: { total: '1.00' } },
        { kind: 'group', code: '213', name: '乙类', amounts: { total: '2.00' } },
      ],
    );
    const [chart] = chartViews(exampleDisclosure({ tables: [table] }));
    expect(chart?.rows).toEqual([4, 2]);
    expect(chart?.columns.map(({ id }) => id)).toEqual(['basic', 'project']);
  });

  test('goes one level down where everything belongs to one 类', () => {
    const table = exampleTable(
      'expenditure-by-subject',
      ['total'],
      [
        { kind: 'group', code: '208', name: '甲类', amounts: { total: '3.00' } },
        { kind: 'group', code: '20801', name: '甲款', amounts: { total: '1.00' } },
        { kind: 'group', code: '20807', name: '乙款', amounts: { total: '2.00' } },
      ],
    );
    const [chart] = chartViews(exampleDisclosure({ tables: [table] }));
    expect(chart?.rows).toEqual([3, 2]);
    expect(chart?.summary).toBe(
      '共 2 款有支出，最多的是乙款（2.00 万元），其次是甲款（1.00 万元）。',
    );
  });
});
