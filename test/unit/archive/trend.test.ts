import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { unitTrend } from '../../../src/archive/trend.ts';
import { exampleContent } from '../../support/example-content.ts';

const archive = readContent(exampleContent);
const trend = (id: string) =>
  unitTrend(archive.unit(id)?.unitYears ?? []).map(({ year, unitYear, renamed }) => [
    year,
    unitYear?.disclosureId ?? null,
    renamed,
  ]);

describe('unitTrend', () => {
  test('shows a year without a document as a gap', () => {
    expect(trend('990100-wenhuaguan')).toEqual([
      [2022, '990100-wenhuaguan-2022-budget', null],
      [2023, null, null],
      [2024, '990100-wenhuaguan-2024-budget', null],
    ]);
  });

  test('joins a renamed unit and says when the name changed', () => {
    expect(trend('990101-jiaotongju')).toEqual([
      [2023, '990101-jiaotongju-2023-budget', null],
      [2024, '990101-jiaotongju-2024-budget', { from: '示例甲县交通运输局', to: '示例甲县交通局' }],
    ]);
  });

  test('is empty for a unit without documents', () => {
    expect(trend('990200-danganguan')).toEqual([]);
  });
});
