import { expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import type { TopicProject } from '../../../src/archive/topic-model.ts';
import { groupTopicIndicators } from '../../../src/components/topic-indicator-groups.ts';
import type { Indicator } from '../../../src/schema/indicator.ts';
import { exampleContent } from '../../support/example-content.ts';
import { exampleForm, exampleIndicator } from '../../support/example-disclosure.ts';

const projects: readonly TopicProject[] =
  readContent(exampleContent).topic('shili-linggong')?.projects ?? [];

/** The groups in short when the first projects have these indicators. */
function grouped(...indicators: Partial<Indicator>[][]) {
  const forms = new Map(
    indicators.map((list, i) => [
      projects[i]?.project.id ?? '',
      exampleForm({ indicators: list.map(exampleIndicator) }),
    ]),
  );
  return groupTopicIndicators(projects, forms).map(({ category, indicators: list }) => [
    category,
    ...list.map(({ name, lines }) => [
      name,
      ...lines.map(({ item, i, year, whole, actual }) => [
        projects.indexOf(item),
        i,
        year,
        whole,
        actual,
      ]),
    ]),
  ]);
}

test('indicators of one name stand together, in the order of the categories of the forms', () => {
  expect(
    grouped(
      [
        { level2: '满意度指标', name: '满意度', printed: '≥90%' },
        { level2: '数量指标', name: '培训（人次）', printed: '450' },
      ],
      [
        { level2: '数量指标', name: '培训 (人次)', printed: '500' },
        { level2: '其他 指标', name: '示例', printed: '及时', actual: '已完成' },
      ],
    ),
  ).toEqual([
    ['数量', ['培训（人次）', [0, 2, '450', null, null], [1, 1, '500', null, null]]],
    ['服务对象满意度', ['满意度', [0, 1, '≥90%', null, null]]],
    ['其他', ['示例', [1, 2, '及时', null, '已完成']]],
  ]);
});

test('the goal of the whole period is told only where it differs from that of the year', () => {
  expect(
    grouped([
      { span: 'whole', name: '甲', printed: '10' },
      { span: 'year', name: '甲', printed: '10' },
      { span: 'whole', name: '乙', printed: '30' },
      { span: 'year', name: '乙', printed: '10' },
      { span: 'whole', name: '丙', printed: '5' },
      { span: 'year', name: '丁', printed: null },
    ]),
  ).toEqual([
    [
      '数量',
      ['甲', [0, 2, '10', null, null]],
      ['乙', [0, 4, '10', '30', null]],
      ['丙', [0, 5, null, '5', null]],
      ['丁', [0, 6, null, null, null]],
    ],
  ]);
});

test('indicators without a name are never put together', () => {
  const lost = { level1: null, level2: null, name: null };
  expect(grouped([{ ...lost, printed: '1' }], [{ ...lost, printed: '1' }])).toEqual([
    ['类别缺失', [null, [0, 1, '1', null, null]], [null, [1, 1, '1', null, null]]],
  ]);
});
