import { describe, expect, test } from 'vitest';
import { assembleProse } from '../../../src/assemble/prose.ts';
import { extractText } from '../../../src/extract/text-document.ts';

const prose = (...lines: string[]) =>
  assembleProse(extractText(new TextEncoder().encode(lines.join('\n'))));

describe('assembleProse', () => {
  test('keeps overview and explanations by heading, joins broken lines and leaves tables and forms out', () => {
    const read = prose(
      '第一部分 概况',
      '一、本单位职责',
      '    示例单位负责示例事务，办理示例',
      '登记。',
      '（一）示例其一。',
      '第二部分 2024年单位预算报表',
      '预算公开表1',
      '2024年预算收支总表',
      '第三部分 2024年度单位预算情况说明',
      '一、单位预算收支数据变动情况及原因',
      '示例收入总计1.00万元。',
      '十、绩效管理情况',
      '示例项目1个。',
      '示例部门项目支出绩效目标表',
      '项目概况	示例表内文字，不是说明。	3	4',
      '十一、国有资产占有使用情况',
      '示例车辆1辆。',
      '第四部分 名词解释',
      '一、基本支出：示例。',
    );
    expect(read).toEqual([
      {
        heading: '一、本单位职责',
        markdown: '示例单位负责示例事务，办理示例登记。\n\n（一）示例其一。',
        place: 'L2',
      },
      {
        heading: '一、单位预算收支数据变动情况及原因',
        markdown: '示例收入总计1.00万元。',
        place: 'L10',
      },
      { heading: '十、绩效管理情况', markdown: '示例项目1个。', place: 'L12' },
      { heading: '十一、国有资产占有使用情况', markdown: '示例车辆1辆。', place: 'L16' },
    ]);
  });

  test('text of the source never becomes markup, and personal numbers are dropped', () => {
    const read = prose(
      '第三部分 2024年度单位预算情况说明',
      '一、单位预算收支数据变动情况及原因',
      '# 示例 <script>*甲*</script> [乙](javascript:丙) 13800138000。',
    );
    expect(read.map(({ markdown }) => markdown)).toEqual([
      '\\# 示例 \\<script>\\*甲\\*\\</script> \\[乙]\\(javascript:丙) 。',
    ]);
  });

  test('a document without these parts has no prose', () => {
    expect(prose('示例', '没有部分标题。')).toEqual([]);
  });
});
