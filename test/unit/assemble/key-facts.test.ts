import { describe, expect, test } from 'vitest';
import { assembleKeyFacts } from '../../../src/assemble/key-facts.ts';
import { extractText } from '../../../src/extract/text-document.ts';
import type { KeyFact } from '../../../src/schema/key-fact.ts';

const context = { year: 2031, unitName: '示例县档案局' };

const read = (body: string): ReturnType<typeof assembleKeyFacts> =>
  assembleKeyFacts(
    extractText(
      new TextEncoder().encode(`第三部分 2031年度单位预算情况说明\n${body}\n第四部分 名词解释\n`),
    ),
    context,
  );

const short = (fact: KeyFact): string =>
  [
    fact.topic,
    fact.measure,
    fact.label,
    fact.printed,
    fact.fen ?? fact.number ?? '',
    fact.directionPrinted ?? '',
    fact.base ?? '',
    fact.place,
  ].join('|');

const changeSection = `一、单位预算收支数据变动情况及原因
2031年度示例县档案局预算收入总计1,200.50万元，其中：本年收入
1,000.00万元，上年结转200.50万元，比上年增加84

5.13万元，增长12.5%，主要原因是2030年度上年结转0万元，新增库房改造费用30万元；减少印刷费1.5万元；本年单位预算支出总计1,200.50万元，其中：本年预算安排1,000.00万元，上年结转200.50万元，比上年增加845.13万元，增长12.5%。`;

describe('assembleKeyFacts', () => {
  test('reads totals, their parts, the change of the total and its reasons over broken lines', () => {
    const { keyFacts, statements, gaps } = read(changeSection);
    expect(keyFacts.map(short)).toEqual([
      'revenue-total|amount|收入总计|1,200.50万元|1200500000|||L3',
      'revenue-current|amount|本年收入|1,000.00万元|1000000000|||L4',
      'carryover|amount|上年结转|200.50万元|200500000|||L4',
      'revenue-total|change-amount|收入总计|845.13万元|845130000|增加|上年|L4',
      'revenue-total|change-percent|收入总计|12.5%|12.5|增长|上年|L6',
      'main-reason-amount|amount|上年结转|0万元|0||2030年|L6',
      'main-reason-amount|change-amount|库房改造费用|30万元|30000000|新增||L6',
      'main-reason-amount|change-amount|印刷费|1.5万元|1500000|减少||L6',
      'expenditure-total|amount|支出总计|1,200.50万元|1200500000|||L6',
      'expenditure-current|amount|本年预算安排|1,000.00万元|1000000000|||L6',
      'expenditure-carryover|amount|支出中的上年结转|200.50万元|200500000|||L6',
      'expenditure-total|change-amount|支出总计|845.13万元|845130000|增加|上年|L6',
      'expenditure-total|change-percent|支出总计|12.5%|12.5|增长|上年|L6',
    ]);
    expect(keyFacts.map((fact) => fact.n)).toEqual(keyFacts.map((_, i) => i + 1));
    expect(statements).toEqual({ read: 3, notUnderstood: [] });
    expect(gaps).toEqual([]);
  });

  test.each([
    [
      'full-width digits and signs',
      '三、支出预算情况说明\n支出预算１００．００万元，其中：基本支出６０．００万元，占６０．００％；项目支出４０万元，占４０％。',
    ],
    [
      'blanks inside the line',
      '三、支出预算情况说明\n2031 年度支出预算 100.00 万元，其中： 基本支出60.00万元 ，占60.00%；项目支出 40万元，占40%。',
    ],
    [
      'a page number between the lines',
      '三、支出预算情况说明\n支出预算100.00万元，其中：基本支出60.00万元，占60.00%；项目\n\n- 17 -\n\n支出40万元，占40%。',
    ],
    [
      'a doubled heading',
      '三、支出预算情况说明三、支出预算情况说明\n支出预算100.00万元，其中：基本支出60.00万元，占60.00%；项目支出40万元，占40%。合计合计 项目项目',
    ],
  ])('reads the same facts with %s', (_, body) => {
    const facts = read(body).keyFacts.map((fact) => [
      fact.topic,
      fact.measure,
      fact.fen,
      fact.number,
    ]);
    expect(facts).toEqual([
      ['expenditure-total', 'amount', 100_000_000, '100.00'],
      ['basic', 'amount', 60_000_000, '60.00'],
      ['basic', 'share', null, '60.00'],
      ['project', 'amount', 40_000_000, '40'],
      ['project', 'share', null, '40'],
    ]);
  });

  test('keeps both printed direction words, a base carried on, and details in brackets apart', () => {
    const { keyFacts } = read(
      '八、机关运行经费增减变动原因说明\n本单位机关运行经费财政拨款预算8.5万元，比2030年预算减少0.1万元，增加1.2%，原因是通信补贴增加0.1万元（调出1人，减少0.3万元）。',
    );
    expect(keyFacts.map(short)).toEqual([
      'agency-operating|amount|机关运行经费|8.5万元|8500000|||L3',
      'agency-operating|change-amount|机关运行经费|0.1万元|100000|减少|2030年|L3',
      'agency-operating|change-percent|机关运行经费|1.2%|1.2|增加|2030年|L3',
      'reason-amount|change-amount|通信补贴|0.1万元|100000|增加||L3',
      'reason-count|count|调出|1人|1|||L3',
      'reason-detail|change-amount|变动原因|0.3万元|300000|减少||L3',
    ]);
  });

  test.each([
    ['原因是印刷费减少2万元，会议费增加1万元', 'reason-amount'],
    ['原因是印刷费减少2万元，人员变动', 'main-reason-amount'],
    ['主要原因是印刷费减少2万元', 'main-reason-amount'],
  ])('tells reasons that claim to be all from reasons that do not: %s', (reasons, topic) => {
    const { keyFacts } = read(
      `八、机关运行经费增减变动原因说明\n机关运行经费8.5万元，比上年减少1万元，${reasons}。`,
    );
    expect(new Set(keyFacts.slice(2).map((fact) => fact.topic))).toEqual(new Set([topic]));
  });

  test('tells a stated equality, a stated nothing and a placeholder date from numbers', () => {
    const { keyFacts } = read(
      '七、“三公”经费增减变动原因说明\n“三公”经费预算6万元，与2030年预算数持平。其中：公务接待费0万元，与上年预算数相同。\n十一、国有资产占有使用情况\n1、车辆情况：\n本单位现无公车。\n2、房屋情况：\n截至0年0月0日，示例县档案局使用的办公用房建筑总面积88.5平方米。',
    );
    expect(keyFacts.map((fact) => `${fact.section}|${short(fact)}`)).toEqual([
      '七、|three-public|amount|“三公”经费|6万元|6000000|||L3',
      '七、|three-public|unchanged|“三公”经费|与2030年预算数持平||持平|2030年|L3',
      '七、|three-public-reception|amount|公务接待费|0万元|0|||L3',
      '七、|three-public-reception|unchanged|公务接待费|与上年预算数相同||相同|上年|L3',
      '十一、1|vehicles-held|none|公务用车实有|本单位现无公车||||L6',
      '十一、2|as-of-date|date|截至日期|0年0月0日||||L8',
      '十一、2|floor-area|area|办公用房建筑面积|88.5平方米|88.5|||L8',
    ]);
  });

  test('reads projects under performance management, published goals and listed projects, not the forms', () => {
    const { keyFacts } = read(
      '十、绩效管理情况\n1、整体绩效目标\n单位实行绩效目标管理的项目2个，涉及一般公共预算拨款9万。（1）退休人员增加补贴：5万元。\n（2）库房维护（二期）：40000元。\n2、项目绩效目标\n公开项目绩效目标2个，涉及项目金额9万元，占单位项目支出总额的100%。其中：其他运转类项目1个，涉及金额5万元。\n示例县预算单位项目支出绩效目标表\n项目名称 库房维护\n成本指标 维护费 ≤40000元\n十一、国有资产占有使用情况',
    );
    expect(keyFacts.map(short)).toEqual([
      'performance-projects|count|绩效管理的项目|2个|2|||L4',
      'performance-projects|amount|绩效管理的项目|9万|9000000|||L4',
      'performance-listed-project|amount|退休人员增加补贴|5万元|5000000|||L4',
      'performance-listed-project|amount|库房维护(二期)|40000元|4000000|||L5',
      'performance-published|count|公开绩效目标的项目|2个|2|||L7',
      'performance-published|amount|公开绩效目标的项目|9万元|9000000|||L7',
      'performance-published|share|公开绩效目标的项目|100%|100|||L7',
      'performance-published-other-operation|count|公开绩效目标的其他运转类项目|1个|1|||L7',
      'performance-published-other-operation|amount|公开绩效目标的其他运转类项目|5万元|5000000|||L7',
    ]);
  });

  test.each([
    ['一、单位预算收支数据变动情况及原因\n往来款余额12万元。', '数字所指事项未能识别'],
    [
      '二、收入预算情况说明\n预算收入100.5，主要包括一般公共预算拨款收入90万元。',
      '数字没有计量单位',
    ],
    ['二、收入预算情况说明\n上年结转8.11万元10.84%单位资金0万元0%', '图中文字，不成句'],
  ])('lists a statement it does not understand and guesses nothing: %#', (body, reason) => {
    const { statements, gaps } = read(body);
    expect(statements).toEqual({ read: 0, notUnderstood: [{ place: 'L3', reason }] });
    expect(gaps).toEqual([
      {
        place: 'L3',
        what: `情况说明${body.slice(0, 2)}有数字未读入：${reason}`,
        kind: 'not-understood',
        tableId: null,
        projectN: null,
      },
    ]);
  });

  test('has no facts for a document without explanations', () => {
    const document = extractText(new TextEncoder().encode('预算公开表1\n收入总计 100.00\n'));
    expect(assembleKeyFacts(document, context)).toEqual({
      keyFacts: [],
      gaps: [],
      statements: { read: 0, notUnderstood: [] },
    });
  });
});
