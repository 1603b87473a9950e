import { expect, test } from 'vitest';
import { cutEdge } from '../../../src/assemble/indicator-edge.ts';
import { tokensFrom } from './form-fixtures.ts';

test.each([
  ['绩效指标|产出指标|数量指标|人数|5人', '产出指标', '数量指标 人数 5人'],
  ['绩效 指标|产出指标|数量指标|人数|5人', '产出指标', '数量指标 人数 5人'],
  ['成本指标|经济成本指标|费用|5元', '成本指标', '经济成本指标 费用 5元'],
  ['成本指标|费用|5元', undefined, '成本指标 费用 5元'],
  ['满意度|服务对象|群众满意度|95%', '满意度指标', '服务对象 群众满意度 95%'],
  ['满意度|95%|满意度|95%', undefined, '满意度 95% 满意度 95%'],
  ['度指标|象满意度指标|群众满意度|95%', undefined, '群众满意度 95%'],
  ['益指标|人数', undefined, '益指标 人数'],
  ['指 标|人数', undefined, '人数'],
  ['效益指标', '效益指标', ''],
])('%s has first-level label %s and leaves %s', (line, level1, rest) => {
  const edge = cutEdge(tokensFrom(line));
  expect([edge.level1, edge.rest.map(({ text }) => text).join(' ')]).toEqual([level1, rest]);
});
