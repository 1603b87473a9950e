import { formRows } from '../../../src/assemble/form-rows.ts';
import type { FormRow, FormToken } from '../../../src/assemble/form-rows.ts';
import { extractText } from '../../../src/extract/text-document.ts';
import type { ExtractedDocument } from '../../../src/extract/extracted-document.ts';

/** 示例: a document of our own from lines in which `|` stands for a tab. */
export const documentOf = (lines: string): ExtractedDocument =>
  extractText(new TextEncoder().encode(lines.replaceAll('|', '\t')));

/** 示例: form rows of our own from lines in which `|` stands for a tab. */
export const rowsFrom = (lines: string): FormRow[] => formRows(documentOf(lines));

/** 示例: pieces of one line, `|` between cells; an empty line gives none. */
export const tokensFrom = (line: string): FormToken[] => [
  ...(rowsFrom(line || ' .')[0]?.tokens ?? []),
];

/** 示例: a complete goal form with tab-separated cells. */
export const tabbedForm = (name: string, total = '30,000', year = '10,000'): string =>
  `示例县(区)级预算部门(单位)项目支出绩效目标表
(2024年度)
项目名称||${name}|||||
主管部门及代码||407-示例县人社局||实施单位||示例县人社局|
项目属性||延续性项目(阶段开展)||项目期||3年|
项目资金(元)|实施期资金总额:|${total}||年度资金总额:|${year}||
|其中:中央财政资金|0||其中:中央财政资金|0||
|省级财政资金|0||省级财政资金|0||
|市县(区)财政资金|${total}||市县(区)财政资金|${year}||
|单位自筹|0||单位自筹|0||
|其他资金|||其他资金|||
项目概况||示例。|||||
立项依据||根据《示例办法》(示财社【2019】1号)|||||
项目设立必要性||示例|||||
保证项目实施的制度、措施||示例|||||
项目实施计划||示例|||||
实施期目标||||年度目标|||
总体目标||示例|||示例||
绩效指标|一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值
|产出指标|数量指标|办案次数|≥10件|数量指标|办案次数|≥4件
||质量指标|办案率|100%|质量指标|办案率|100%
|效益指标|经济效益指标|||经济效益指标||
|满意度指标|服务对象满意度指标|群众满意度|≥98%|服务对象满意度指标|群众满意度|≥98%
负责人:|经办人:|示例甲|联系电话:|139${'0'.repeat(8)}|填报日期:||20231218170032`;
