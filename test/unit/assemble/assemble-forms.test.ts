import { describe, expect, test } from 'vitest';
import { assembleForms } from '../../../src/assemble/assemble-forms.ts';
import { formSchema } from '../../../src/schema/form.ts';
import type { Form } from '../../../src/schema/form.ts';
import { documentOf, tabbedForm } from './form-fixtures.ts';

const context = { year: 2024, unitName: '示例县人社局' };
const assemble = (lines: string) => assembleForms(documentOf(lines), context);
const phone = `139${'0'.repeat(8)}`;

/** What a reader compares by eye: money, indicators and citations on one line each. */
const digest = (form: Form) => ({
  ...form,
  whole:
    form.whole &&
    Object.values(form.whole)
      .map((amount) => amount?.printed ?? '-')
      .join(' '),
  yearMoney:
    form.yearMoney &&
    Object.values(form.yearMoney)
      .map((amount) => amount?.printed ?? '-')
      .join(' '),
  selfEvaluation: form.selfEvaluation?.map((line) =>
    [line.name, line.initialBudget?.printed, line.executed?.printed, line.rate, line.score]
      .map((part) => part ?? '-')
      .join(' '),
  ),
  documents: form.documents.map(({ title, number, field }) => `${field} ${title} ${number}`),
  indicators: form.indicators.map(({ span, level2, name, printed, score }) =>
    [span, level2, name, printed, score].map((part) => part ?? '-').join(' '),
  ),
});

describe('assembleForms', () => {
  test('a complete form, personal data dropped and counted', () => {
    const { forms, dropped, gaps } = assemble(tabbedForm('示例经费'));
    expect(forms.map(digest)).toEqual([
      {
        n: 1,
        kind: 'goal',
        title: '示例县(区)级预算部门(单位)项目支出绩效目标表',
        year: 2024,
        name: '示例经费',
        supervisingDepartment: { code: '407', name: '示例县人社局' },
        implementingUnit: '示例县人社局',
        attribute: '延续性项目(阶段开展)',
        duration: '3年',
        whole: '30,000 0 0 30,000 0 -',
        yearMoney: '10,000 0 0 10,000 0 -',
        selfEvaluation: undefined,
        totalScore: null,
        documents: ['basis 示例办法 示财社【2019】1号'],
        indicators: [
          'whole 数量指标 办案次数 ≥10件 -',
          'year 数量指标 办案次数 ≥4件 -',
          'whole 质量指标 办案率 100% -',
          'year 质量指标 办案率 100% -',
          'whole 服务对象满意度指标 群众满意度 ≥98% -',
          'year 服务对象满意度指标 群众满意度 ≥98% -',
        ],
        filledAt: '20231218170032',
        place: 'L1',
        lost: [],
      },
    ]);
    expect(dropped).toEqual({ handlers: 1, telephones: 1, idNumbers: 0 });
    expect(gaps).toEqual([]);
    expect(JSON.stringify(forms)).not.toContain('示例甲');
    expect(JSON.stringify(forms)).not.toContain(phone);
    forms.forEach((form) => expect(formSchema.parse(form)).toEqual(form));
  });

  test('a spaced layout', () => {
    const { forms, dropped } = assemble(`示例县(区)级预算部门（单位）项目支出绩效目标申报表
（2023年度）
项目名称 示例租赁费用
主管部门及代码 053-示例县人社局 实施单位 示例县人社局
项目属性 一次性项目（1年结束） 项目期 1年
项目资金
（元）
实施期资金总额： 12,000 年度资金总额： 12,000
其中：中央财政资金 0 其中：中央财政资金 0
省级财政资金 0 省级财政资金 0
市县（区）财政资
金
12,000 市县（区）财政资金 12,000
单位自筹 0 单位自筹 0
其他资金 其他资金
立项依据 示人社函[2022]3号 《关于示例
费用的请示》
实施期目标 年度目标
总体目标 按时拨付 按时拨付
绩
效
指
标
一级指标 二级指标 三级指标 指标值 二级指标 三级指标 指标值
产出指标
数量指标
会场 1套
数量指标
会场 1套
质量 ≥90% 质量 ≥90%
社会效益指标 便捷程度 便捷 社会效益指标 便捷程度便捷
负责人： 经办人： 示例甲 联系电话： ${phone} 填报日期： 20230524134623`);
    expect(forms.map(digest)).toEqual([
      {
        n: 1,
        kind: 'goal',
        title: '示例县(区)级预算部门（单位）项目支出绩效目标申报表',
        year: 2023,
        name: '示例租赁费用',
        supervisingDepartment: { code: '053', name: '示例县人社局' },
        implementingUnit: '示例县人社局',
        attribute: '一次性项目（1年结束）',
        duration: '1年',
        whole: '12,000 0 0 12,000 0 -',
        yearMoney: '12,000 0 0 12,000 0 -',
        selfEvaluation: undefined,
        totalScore: null,
        documents: ['basis 关于示例费用的请示 示人社函[2022]3号'],
        indicators: [
          'whole 数量指标 会场 1套 -',
          'year 数量指标 会场 1套 -',
          'whole 数量指标 质量 ≥90% -',
          'year 数量指标 质量 ≥90% -',
          'whole 社会效益指标 便捷程度 便捷 -',
          'year 社会效益指标 便捷程度 便捷 -',
        ],
        filledAt: '20230524134623',
        place: 'L1',
        lost: ['一级指标“效益指标”的标签未印出'],
      },
    ]);
    expect(dropped).toEqual({ handlers: 1, telephones: 1, idNumbers: 0 });
  });

  test('a self-evaluation without title, and one that follows it without a head', () => {
    const form = (name: string): string => `项目|目名称|${name}||||||||
|主管部门|示例县人社局||||实施单位||示例县人社局|
||||年初预算数|全年预算数|全年执行数||分值|执行率|得分
||年度资金总额||300 万元|300 万元|250 万元||10|83%|9. 3
||||预期目标||||实际完成情况
年度总体目标|根据示财社【2011】12号《关于示例的通知》|||||财务的财务的财务的财务的
|一级指标|二级指标||三级指标|年度指标值|实际完成值|分值|得分|
|产出指标|数量指标|指标1：|办案数|30|28|10|9. 7|
||总分||||||93|`;
    const { forms, gaps } = assemble(
      `填列单位(公章): (2025年度)\n${form('甲经费')}\n${form('乙经费')}`,
    );
    const shared = {
      kind: 'self-evaluation',
      title: null,
      supervisingDepartment: { code: null, name: '示例县人社局' },
      implementingUnit: '示例县人社局',
      attribute: null,
      duration: null,
      whole: null,
      yearMoney: null,
      selfEvaluation: ['年度资金总额 300 250 83% 9. 3'],
      totalScore: null,
      documents: ['goal 关于示例的通知 示财社【2011】12号'],
      indicators: ['year 数量指标 办案数 30 9. 7'],
      filledAt: null,
    };
    expect(forms.map(digest)).toEqual([
      { ...shared, n: 1, year: 2025, name: '甲经费', place: 'L1', lost: ['表题未印出'] },
      {
        ...shared,
        n: 2,
        year: null,
        name: '乙经费',
        place: 'L11',
        lost: ['表题未印出', '表题下的年度未印出'],
      },
    ]);
    expect(gaps.map(({ place, what }) => [place, what])).toEqual([
      ['L7C7', '第1张绩效表（甲经费）的一段文字识别严重受损，未从中读取引用文件'],
      ['L16C7', '第2张绩效表（乙经费）的一段文字识别严重受损，未从中读取引用文件'],
    ]);
    forms.forEach((one) => expect(formSchema.parse(one)).toEqual(one));
  });

  test('a self-evaluation told by its indicator columns alone', () => {
    const { forms } = assemble(`项目支出绩效自评表
项目名称|甲经费
实施单位|示例县人社局
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|办案数|30|28|10|9`);
    expect(forms.map(({ kind, title, indicators }) => [kind, title, indicators.length])).toEqual([
      ['self-evaluation', '项目支出绩效自评表', 1],
    ]);
  });

  test('a goal form of one span with a measure of its own', () => {
    const { forms } = assemble(`2025年示例补助资金绩效目标表
(2025年度)
I|页目名称||示例补助资金
1|主管部门||示例县人社局
3|资金情况 (元)||实施期资金总额:|1426 万元
立项依据|||《示例促进法》
绩|一级 指标|二级指标|三级指标|指标值
||数量指|甲|520 人
||标|乙|100 人`);
    expect(forms[0]?.whole?.total).toEqual({
      printed: '1426',
      moneyUnit: '万元',
      fen: 1_426_000_000,
      place: 'L5C5',
    });
    expect(forms.map(digest)[0]).toMatchObject({
      yearMoney: null,
      documents: ['basis 示例促进法 null'],
      indicators: ['whole 数量指标 甲 520 人 -', 'whole 数量指标 乙 100 人 -'],
      lost: [
        '实施单位未印出',
        '项目属性未印出',
        '项目期未印出',
        '年度资金各栏未印出',
        '一级指标“产出指标”的标签未印出',
      ],
    });
  });

  test('a head that shows through from another page is a gap, not a form', () => {
    const first = tabbedForm('甲经费');
    const ghost = first.split('\n').slice(0, 19).join('\n');
    const { forms, gaps } = assemble(`${first}\n${ghost}\n${tabbedForm('乙经费')}`);
    expect(forms.map(({ n, name }) => [n, name])).toEqual([
      [1, '甲经费'],
      [2, '乙经费'],
    ]);
    expect(gaps).toEqual([
      {
        place: 'L25',
        what: '表头“甲经费”与前面的表同名同额，是透印在别的表上的重复表头，不另作一张表',
        kind: 'not-understood',
        tableId: null,
        projectN: null,
      },
    ]);
  });

  test('what cannot be read is told with its place', () => {
    const lines = tabbedForm('甲经费')
      .replace('|省级财政资金|0|', '|省级财政资金|0O|')
      .replace('||质量指标|办案率|100%|质量指标|办案率|100%', '甲|乙|丙|丁|戊|己|庚|辛|壬')
      .replace('20231218170032', '2023121817003');
    const { forms, gaps } = assemble(lines);
    expect(gaps.map(({ place, what }) => [place, what])).toEqual([
      ['L21', '第1张绩效表（甲经费）的一行绩效指标未能拆分为指标名称和指标值'],
      ['L8C3', '第1张绩效表（甲经费）的一处资金数额无法读作数字'],
    ]);
    expect(forms[0]?.whole?.provincial).toBeNull();
    expect([forms[0]?.filledAt, forms[0]?.lost]).toEqual([
      null,
      ['填报日期“2023121817003”不是14位数字，未作为时间读取'],
    ]);
  });

  test('telephone numbers inside a kept text are dropped', () => {
    expect(assemble(tabbedForm(`示例经费${phone}`)).forms[0]?.name).toBe('示例经费');
  });

  test('a form with its name lost, a footer without a date, a mention that is no form', () => {
    const nameless = tabbedForm('甲')
      .split('\n')
      .filter((line) => !/^(?:项目名称|主管部门|项目属性)/u.test(line))
      .join('\n');
    const { forms, gaps } = assemble(
      `${nameless.replace('20231218170032', '').replace('|单位自筹|0||', '|单位自筹|x1||')}\n项目支出绩效目标表\n示例\n填列单位：示例\n项目名称\n实际|一级指标|二级指标\n十二、其他说明`,
    );
    expect(
      forms.map(({ name, filledAt, whole }) => [name, filledAt, whole?.total?.printed]),
    ).toEqual([[null, null, '30,000']]);
    expect(gaps.map(({ what }) => what)).toEqual(['第1张绩效表的一处资金数额无法读作数字']);
  });

  test('a document without forms has none', () => {
    expect(assemble('示例文字')).toEqual({
      forms: [],
      dropped: { handlers: 0, telephones: 0, idNumbers: 0 },
      gaps: [],
    });
  });
});
