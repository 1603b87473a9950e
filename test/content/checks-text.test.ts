import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkDisclosure } from '../../src/checks/check-disclosure.ts';
import { everyCheck } from '../../src/checks/every-check.ts';
import {
  exampleDisclosure,
  exampleFact,
  exampleForm,
  exampleIndicator,
  exampleMoney,
} from '../../src/checks/example-disclosure.ts';
import { halfStepFen } from '../../src/checks/side.ts';
import { resultLabels } from '../../src/format/labels.ts';
import { checkPath, checksTextPath, findingsPath } from '../../src/format/url.ts';
import { formatFen } from '../../src/money/fen.ts';
import { disclosureSchema } from '../../src/schema/disclosure.ts';
import type { Disclosure } from '../../src/schema/disclosure.ts';

const checksText = readFileSync('content/pages/checks.md', 'utf8');
const methodText = readFileSync('content/pages/method.md', 'utf8');
const section = (text: string, heading: string): string =>
  (text.split(`\n## ${heading}\n`)[1] ?? '').split('\n## ')[0] ?? '';
const texts = [
  ['checks.md', checksText, section(checksText, '五种结果')],
  ['method.md', methodText, section(methodText, '核对')],
] as const;
const messages = everyCheck.flatMap(({ examples }) =>
  examples.flatMap(({ expected }) => expected.map(({ message }) => message)),
);

describe.each(texts)('%s', (_, text, results) => {
  test('names the five results as the pages do', () => {
    const named = [...results.matchAll(/^- \*\*(.+?)\*\*/gmu)].map(([, word]) => word);
    expect(named.sort()).toEqual(Object.values(resultLabels).sort());
  });

  test('gives half a unit of the last printed place as the checks have it', () => {
    expect(results).toContain(`${formatFen(halfStepFen('0.01', '万元'), '万元')} 万元`);
  });

  test('leads to nothing on the pages of the checks that is not there', () => {
    const links = [...text.matchAll(/\]\((\/(?:findings|method)\/[^)]*)\)/gu)].map(([, to]) => to);
    const known = [findingsPath, checksTextPath, ...everyCheck.map(({ id }) => checkPath(id))];
    expect(links).toContain(findingsPath);
    expect(links.filter((link) => !known.includes(link ?? ''))).toEqual([]);
  });
});

describe('checks.md', () => {
  test('says of roundings and blanks what the results say', () => {
    expect(checksText).toContain('写明共几个数、界限是多少');
    expect(
      messages.filter((message) => /（\d+ 个印出的数，界限 [\d.]+ 万元）/u.test(message)),
    ).not.toEqual([]);
    expect(checksText).toContain('写明有几项没有计入');
    expect(messages.filter((message) => /（\d+ 项未印出数字，未计入）/u.test(message))).not.toEqual(
      [],
    );
  });

  test('says of the condition on unit funds what a check says', () => {
    expect(checksText).toContain('收入另有单位资金时，收支总表的总计不必等于财政拨款');
    expect(messages).toContain('不适用：收支总表另有单位资金，总计不必与财政拨款相等');
  });

  test('puts in the first place what the checks put there', () => {
    expect(section(checksText, '先看哪一条')).toContain('印为空表而别处有钱、元与万元混用');
    const first = everyCheck.filter(({ attention }) => attention === 1).map(({ id }) => id);
    expect(first).toEqual(['empty-tables', 'unit-slips']);
    const last = everyCheck.filter(({ attention }) => attention === 4).map(({ family }) => family);
    expect([...new Set(last)]).toEqual(['names-and-dates']);
  });
});

/** A form that adds up and was filled in in time, with what is given. */
const withForm = (extra: Parameters<typeof exampleForm>[1]): Disclosure =>
  exampleDisclosure({ forms: [exampleForm(1, extra)] });
const money = exampleMoney(2110, { total: '50,000', local: '50,000' });

/** For each row of the table: a document in which a reader can see it. */
const seen: Readonly<Record<string, Disclosure>> = {
  自评表的分值得分: withForm({
    kind: 'self-evaluation',
    totalScore: '99',
    indicators: [
      exampleIndicator({ weight: '10', score: '10' }),
      exampleIndicator({ weight: '20', score: '50' }),
    ],
  }),
  单价的上限: withForm({
    yearMoney: money,
    indicators: [
      exampleIndicator({
        name: '补贴标准',
        level2: '成本指标',
        printed: '≤60000元/人',
        comparator: '≤',
        number: '60000',
        unit: '元/人',
      }),
    ],
  }),
  不足位的填报时间: withForm({ yearMoney: money, filledAt: null }),
  面积为零: exampleDisclosure({
    keyFacts: [
      exampleFact(1, {
        topic: 'floor-area',
        label: '办公用房建筑面积',
        measure: 'area',
        printed: '0平方米',
      }),
    ],
  }),
  资产的价值: exampleDisclosure({
    keyFacts: [
      exampleFact(1, {
        topic: 'equipment-general',
        label: '通用设备',
        measure: 'count',
        printed: '3台',
      }),
      exampleFact(2, {
        topic: 'equipment-general-value',
        label: '通用设备价值',
        printed: '0.00万元',
      }),
    ],
  }),
};

describe('what can be seen and is not checked', () => {
  const rows = [...section(checksText, '看得见而不核对的').matchAll(/^\| ([^|]+?) +\|/gmu)].map(
    ([, what]) => what ?? '',
  );
  const named = rows.filter((row) => row !== '什么' && !/^-+$/u.test(row));

  test('is listed in checks.md, and in short in method.md', () => {
    expect(named).toEqual(Object.keys(seen));
    expect(methodText).toContain(named.join('、'));
  });

  test.each(Object.entries(seen))('%s is no difference', (_, disclosure) => {
    expect(disclosureSchema.parse(disclosure)).toEqual(disclosure);
    const found = checkDisclosure(disclosure).filter(({ result }) => result === 'difference');
    expect(found).toEqual([]);
  });

  test('a fill-in time of thirteen digits is not kept in a record', () => {
    const odd = withForm({ filledAt: '2031010112000' });
    expect(disclosureSchema.safeParse(odd).success).toBe(false);
  });

  test('the same price without “for each” is a difference', () => {
    const disclosure = withForm({
      yearMoney: money,
      indicators: [
        exampleIndicator({
          level2: '成本指标',
          printed: '≤60000元',
          comparator: '≤',
          number: '60000',
          unit: '元',
        }),
      ],
    });
    const found = checkDisclosure(disclosure).filter(({ result }) => result === 'difference');
    expect(found.map(({ checkId }) => checkId)).toEqual(['cost-within-budget']);
  });
});

describe('every check', () => {
  test.each(everyCheck)('$id tells its rule in whole sentences', (check) => {
    for (const text of [check.explanation, check.basis, check.condition, check.tolerance]) {
      expect(text).toMatch(/[。）]$/u);
    }
    expect(check.title.length).toBeLessThan(30);
  });
});
