import { describe, expect, test } from 'vitest';
import { run } from '../../../scripts/check-document.ts';
import { exampleDisclosure, exampleFact } from '../../../src/checks/example-disclosure.ts';
import type { Disclosure } from '../../../src/schema/disclosure.ts';

async function check(
  args: readonly string[],
  files: Readonly<Record<string, Disclosure | string>>,
): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const textOf = (path: string): string | null => {
    const file = files[path];
    return file === undefined ? null : typeof file === 'string' ? file : JSON.stringify(file);
  };
  const code = await run(args, {
    readBytes: (path) => Promise.resolve(new TextEncoder().encode(textOf(path) ?? '')),
    readText: (path) => Promise.resolve(textOf(path)),
    listFiles: () => Promise.resolve([]),
    print: (line) => lines.push(line),
  });
  return { code, lines };
}

const later = exampleDisclosure({
  keyFacts: [
    exampleFact(1, { printed: '92.00万元' }),
    exampleFact(2, {
      printed: '12.00万元',
      measure: 'change-amount',
      direction: 'increase',
      directionPrinted: '增加',
      base: '上年',
    }),
    exampleFact(3, {
      printed: '14%',
      measure: 'change-percent',
      direction: 'increase',
      directionPrinted: '增长',
      base: '上年',
    }),
  ],
});

const earlier = exampleDisclosure({
  id: '990101-shili-2030-budget',
  year: 2030,
  keyFacts: [exampleFact(1, { printed: '70.00万元' })],
});

describe('check-document', () => {
  test('reports differences in the order of attention and succeeds', async () => {
    expect(await check(['record.json'], { 'record.json': later })).toEqual({
      code: 0,
      lines: [
        '示例单位 2031 (990101-shili-2031-budget)',
        '  3 results; the document has 0 places not understood and 0 lost',
        'Differences 差异: 1',
        '  L1503 stated-changes 情况说明一、收入总计本年 92.00，增加 12.00，推算上年 80.00，变动幅度 15.00%，情况说明为 14%，不一致',
        'Undecidable 无法判断: 1',
        '  L1501 stated-amounts 表1 收入总计未印出数字，情况说明一、收入总计 92.00 万元，无法核对',
        'Rounding 舍入: 0',
        'Not applicable 不适用: 0',
        'Passes 通过: 1',
      ],
    });
  });

  test('lists passes when asked and compares with the year before when the archive has it', async () => {
    const files = {
      'record.json': later,
      'archive/disclosures/990101/990101-shili/2030-budget.json': earlier,
    };
    const { lines } = await check(['record.json', '--content', 'archive', '--passes'], files);
    expect(lines).toContain(
      '  L1502 last-year-agrees 2031年情况说明一、收入总计减变动推算的上年数 80.00，2030年情况说明一、收入总计 70.00，相差 10.00 万元',
    );
    expect(lines.at(-1)).toBe(
      '  L1502 direction-words 情况说明一、收入总计“增加12.00万元”与“增长14%”，增减方向一致',
    );
  });

  test.each([
    [[], {}, /^Refused: Unexpected arguments, expected a file/u],
    [['a.json'], {}, /^Refused: a\.json: Unexpected missing file/u],
    [['a.json'], { 'a.json': '{}' }, /^Refused: a\.json/u],
    [['a.txt', '--year', '31'], {}, /^Refused: --year: Unexpected "31"/u],
    [['a.txt'], { 'a.txt': '' }, /^Refused: /u],
  ])('refuses %j', async (args, files, message) => {
    const { code, lines } = await check(args, files);
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(message)]);
  });
});
