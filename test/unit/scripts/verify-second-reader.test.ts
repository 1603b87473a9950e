import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { layCorrections } from '../../../scripts/lib/second-reader/corrected-lines.ts';
import { formNumbers } from '../../../scripts/lib/second-reader/form-amounts.ts';
import {
  indicatorLines,
  indicatorValues,
} from '../../../scripts/lib/second-reader/indicator-values.ts';
import {
  evenWidths,
  splitLines,
  splitPlace,
  undouble,
  withoutBlanks,
} from '../../../scripts/lib/second-reader/plain-text.ts';
import { isPrintedAt, isPrintedInCell } from '../../../scripts/lib/second-reader/printed-at.ts';
import { findRepeatedHeads } from '../../../scripts/lib/second-reader/repeated-heads.ts';
import { decimalsOf, readFen } from '../../../scripts/lib/second-reader/printed-number.ts';
import {
  findTableRegions,
  tableNumbers,
} from '../../../scripts/lib/second-reader/table-amounts.ts';
import { recogniseColumn, tableHeads } from '../../../scripts/lib/second-reader/table-heads.ts';

describe('the second reader', () => {
  const folder = new URL('../../../scripts/lib/', import.meta.url);
  const files = [
    ...readdirSync(new URL('second-reader/', folder)).map((name) => `second-reader/${name}`),
    ...readdirSync(folder).filter((name) => name.startsWith('verify-')),
    '../verify.ts',
  ];

  test.each(files)('%s shares no code with the importer', (file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const imports = [...text.matchAll(/^import\s+(type\s)?[^;]*?from '(\.[^']*)';/gmu)];
    const shared = imports.filter(([, type, path]) => !type && path?.includes('src/'));
    expect(shared.map(([line]) => line)).toEqual([]);
    expect(text).not.toMatch(/import\(|src\/(?:extract|assemble|money)/u);
  });
});

describe('readFen', () => {
  test.each([
    ['782.91', '万元', 782910000],
    ['１，４３２．４８', '万元', 1432480000],
    ['1,432.48', '万元', 1432480000],
    ['4506. 99', '万元', 4506990000],
    ['0.00', '万元', 0],
    ['-12.5', '元', -1250],
    ['3,710,644.1', '元', 371064410],
    ['1.5', '亿元', 15000000000],
    ['12.340000', '元', 1234],
    ['5055, 10', '万元', null],
    ['14,32.48', '万元', null],
    ['0.001', '元', null],
    ['1.2.3', '万元', null],
    ['12.', '万元', null],
    ['.5', '万元', null],
    ['12万', '万元', null],
    ['', '万元', null],
    ['99999999999', '亿元', null],
  ] as const)('%s in %s is %s 分', (text, moneyUnit, fen) => {
    expect(readFen(text, moneyUnit)).toBe(fen);
  });
});

describe('decimalsOf', () => {
  test.each([
    ['782.91782.91', ['782.91']],
    ['1,432.481,432.48', ['1,432.48']],
    ['782.91一、一般公共服务支出', ['782.91']],
    ['782.91782.91本年支出合计本年支出合计', ['782.91']],
    ['年终结转649.57', ['649.57']],
    ['649.57年终结转', ['649.57']],
    ['5055, 10', ['5055,10']],
    ['350', ['350']],
    ['12.48万元', []],
    ['占54.65%', []],
    ['≥95.00', []],
    ['汾财社【2023】19号', []],
    ['科目名称', []],
  ])('%s has %j', (chunk, numbers) => {
    expect(decimalsOf(chunk)).toEqual(numbers);
  });
});

describe('tableNumbers', () => {
  test.each([
    ['一、一般公共预算\t1100.24\t一、一般公共服务支出\t\t\t', ['C2 1100.24']],
    ['2080101\t行政运行\t546.68\t536.68\t10.00', ['C3 546.68', 'C4 536.68', 'C5 10.00']],
    ['2080101\t行政运行\t546\t0\t10', ['C3 546', 'C4 0', 'C5 10']],
    ['1\t2\t3\t4\t5', []],
    ['1 2 3 4 5 6 7', []],
    ['20801 人力资源管理事务 409.41 347.03347.03 62.3862.38', ['409.41', '347.03', '62.38']],
    ['208', []],
    ['2080799 其他就业补助支出  2080799', []],
    ['208\t社会保障和就业支出\t\t208\t社会保障和就业支出\t3.00', ['C6 3.00']],
    ['2023年预算数2023年预算数', []],
    ['— 17 —', []],
    ['17', []],
    ['本年收入合计\t4506. 99\t支出总计\t5055, 10', ['C2 4506.99', 'C4 5055,10']],
    ['　　２０２３年网络租赁费用　１．２０　１．２０', ['1.20', '1.20']],
    ['收入总计 4506. 99 支出总计 1,432.48', ['4506.99', '1,432.48']],
  ])('%s prints %j', (line, numbers) => {
    const seen = tableNumbers(line, 1);
    expect(seen.map(({ cell, text }) => `${cell === null ? '' : `C${cell} `}${text}`)).toEqual(
      numbers,
    );
  });
});

describe('findTableRegions', () => {
  test('a table runs from its title to the next title or another part', () => {
    const lines = [
      '表一2024年预算收支总表.....\t2',
      '表九2024年国有资本经营预算收支预算表（不含上年',
      '结转）\t13',
      '第三部分 2024年度单位预算情况说明\t16',
      '２０２４年预算收支总表２０２４年预算收支总表',
      '单位名称：示例市示例局 单位：万元',
      '第二部分 2024年单位预算报表',
      '表六 2024年一般公共预算安排基本支出分经济科目表（不含',
      '上年结转）',
      '收入总计 1.00',
      ' 第三部分 第三部分 2024年度单位预算情况说明',
      '2024年度预算收入总计1.00万元，详见预算收支总表。',
    ];
    expect(findTableRegions(lines)).toEqual([
      { start: 5, end: 8, moneyUnit: '万元' },
      { start: 8, end: 11, moneyUnit: null },
    ]);
  });
});

describe('tableHeads', () => {
  const lines = [
    '2024年预算收入总表',
    '项目\t\t本年收入\t\t上年结转',
    '科目编码\t科目名称\t合计\t一般公\u3000共预算\t',
    '合计\t\t1.00\t1.00\t',
  ];
  const heads = tableHeads(lines, { start: 1, end: 5, moneyUnit: null });

  test('the head of a cell is everything above the first number', () => {
    expect([...heads.values()].map((head) => head.trim())).toEqual([
      '项目 科目编码',
      '科目名称',
      '本年收入 合计',
      '一般公共预算',
      '上年结转',
    ]);
  });

  test('a head that names one column is that column, others are none', () => {
    expect([...heads.values(), '一般公共预算 政府性基金'].map(recogniseColumn)).toEqual([
      undefined,
      undefined,
      'total',
      'general',
      'carryover',
      undefined,
    ]);
  });
});

describe('formNumbers', () => {
  test.each([
    [
      '项目资金(元)\t实施期资金总额:\t30,000\t\t年度资金总额:\t10,000\t\t',
      ['C3 30,000', 'C6 10,000'],
    ],
    ['\t其中:中央财政资金\t0\t\t其中:中央财政资金\t0', ['C3 0', 'C6 0']],
    ['\t\t市县(区)财政资金 300,000\t\t市县(区)财政资 金 300,000', ['C3 300,000', 'C5 300,000']],
    ['\t\t金\t\t0\t\t单位自筹\t\t0\t', ['C5 0', 'C9 0']],
    ['实施期资金总额： 130,000 年度资金总额： 130,000', ['130,000', '130,000']],
    ['130,000 市县（区）财政资金 130,000', ['130,000', '130,000']],
    ['其他资金 其他资金', []],
    ['\t年度资金总额\t300 万元\t300 万元\t\t10\t100%\t93', ['C3 300万元', 'C4 300万元']],
    ['172\t\t年度资金总额\t12072 7\t10\t12072', ['C4 120727', 'C6 12072']],
    ['\t资金情况 (元)\t\t实施期资金总额:\t1426 万元', ['C5 1426万元']],
    ['2024年中央财政资金5480000元用于就业补助。', []],
    ['项目概况\t安排中央财政资金 5,480,000 元', []],
    ['\t成本指标\t工作经费\t10000元', []],
  ])('%s prints %j', (line, numbers) => {
    expect(
      formNumbers(line, 1).map(
        ({ cell, text, moneyUnit }) =>
          `${cell === null ? '' : `C${cell} `}${text}${moneyUnit ?? ''}`,
      ),
    ).toEqual(numbers);
  });
});

describe('indicatorValues', () => {
  test.each([
    ['\t质量指标\t达标率\t≥98%\t质量指标\t达标率\t100%', ['≥98%', '100%']],
    ['\t时效指标\t完成时间\t9月底前完成\t时效指标\t及时性\t及时', ['9月底前完成']],
    [
      '\t成本指标\t2024年示例补助\t≤0.42万元/人\t10\t9. 7',
      ['2024年示例补助', '≤0.42万元/人', '10', '9.7'],
    ],
    ['质量指标 完成率≥95% 质量指标 完成率 ≥ 95', ['完成率≥95%', '95']],
    ['\t数量指标\t指标 1: 培训人数\t５２０ 人', ['520人']],
    ['负责人:\t经办人:\t填报日期:\t20231218170032', []],
  ])('%s prints %j', (line, values) => {
    expect(indicatorValues(line)).toEqual(values);
  });

  test('indicator blocks run from their head to the footer, without money and total scores', () => {
    const lines = [
      '100',
      '\t一级指标\t二级指标\t三级指标\t指标值',
      '\t\t数量指标\t示例次数\t12次',
      '',
      '\t省级财政资金\t0\t省级财政资金\t0',
      '\t\t质量指标\t示例率\t95%',
      '\t\t总分\t\t100\t94',
      '— 12 —',
      '第 3 页 共 9 页',
      '负责人：\t经办人：\t填报日期：\t20231218170032',
      '100',
    ];
    expect(indicatorLines(lines)).toEqual([3, 6]);
  });
});

describe('findRepeatedHeads', () => {
  const head = (name: string, whole: string) => [
    `项目名称\t\t${name}`,
    `项目资金（元）\t实施期资金总额：\t${whole}\t年度资金总额：\t0`,
    '\t单位自筹\t0\t单位自筹\t0',
    '项目概况\t\t示例',
    '\t省级财政资金\t9\t省级财政资金\t9',
  ];

  test('a head with the name and amounts of an earlier one is its repetition', () => {
    const lines = [...head('甲', '100'), ...head('乙', '100'), ...head('甲', '１００')];
    expect(findRepeatedHeads(lines)).toEqual([{ line: 11, original: 1, moneyLines: [12, 13] }]);
  });

  test('another amount, or none but zero, is another form', () => {
    expect(findRepeatedHeads([...head('甲', '100'), ...head('甲', '200')])).toEqual([]);
    expect(findRepeatedHeads([...head('甲', '0'), ...head('甲', '0')])).toEqual([]);
  });
});

describe('isPrintedAt', () => {
  const lines = [
    '年初预算 上年结转',
    '',
    '649.57万元，占',
    '45.35%。',
    '合计合计',
    '占7.',
    '— 2 —',
    '5%',
  ];
  test.each([
    [1, '上年结转649.57万元', true],
    [3, '649.57 万元', true],
    [3, '占45.35%', true],
    [1, '649.57万元', false],
    [5, '合计', true],
    [6, '占7.5%', true],
    [9, '合计', false],
    [3, '', false],
  ])('from line %i on "%s": %s', (line, printed, stands) => {
    expect(isPrintedAt(lines, line, printed)).toBe(stands);
  });

  test('a cell is searched alone where the line has cells', () => {
    expect(isPrintedInCell('合计\t1.00\t2.00', 2, '1.00')).toBe(true);
    expect(isPrintedInCell('合计\t1.00\t2.00', 3, '1.00')).toBe(false);
    expect(isPrintedInCell('合计 1.00 2.00', 3, '1.00')).toBe(true);
  });
});

describe('layCorrections', () => {
  const correction = {
    id: 'c1',
    scope: 'cell',
    place: 'L2C2',
    tableId: null,
    printed: '5055, 10',
    replacement: '5055.10',
    reason: '示例更正',
    kind: 'ocr',
    evidence: null,
    on: '2026-01-31',
  } as const;

  test.each([
    ['支出总计\t5055, 10\t', correction, '支出总计\t5055.10\t'],
    ['支出总计 5055, 10', correction, '支出总计 5055.10'],
    [
      '少人总计\t5055',
      { ...correction, scope: 'line', printed: '少人总计\t5055', replacement: '收入总计\t5055.10' },
      '收入总计\t5055.10',
    ],
    [
      '《示例促迸法》等',
      { ...correction, scope: 'text', printed: '促迸', replacement: '促进' },
      '《示例促进法》等',
    ],
  ] as const)('%s is repaired at its place', (line, made, repaired) => {
    expect(layCorrections(['', line], [made])).toEqual({ lines: ['', repaired], misfits: [] });
  });

  test.each([
    ['支出总计\t\t5055, 10', correction],
    ['支出总计', correction],
    ['支出总计\t5055, 10', { ...correction, scope: 'line' }],
    ['支出总计', { ...correction, printed: '' }],
    ['支出支出', { ...correction, scope: 'text', printed: '支出' }],
    ['支出总计', { ...correction, scope: 'text', printed: '收入' }],
  ] as const)('%s does not fit and stays', (line, made) => {
    expect(layCorrections(['', line], [made])).toEqual({ lines: ['', line], misfits: [made] });
  });
});

describe('plain text', () => {
  test.each([
    [evenWidths('（Ａ）\u00a0１\t２'), '(A) 1\t2'],
    [withoutBlanks('预 算　公开\t表'), '预算公开表'],
    [undouble('合计合计'), '合计'],
    [undouble('合计'), '合计'],
  ])('%j is %j', (text, expected) => {
    expect(text).toBe(expected);
  });

  test('lines are counted from 1 whatever ends them', () => {
    expect(splitLines('\ufeff甲\r\n乙\n')).toEqual(['甲', '乙', '']);
    expect(splitPlace('P7L12C3')).toEqual({ line: 12, cell: 3 });
    expect(splitPlace('L12')).toEqual({ line: 12, cell: null });
  });
});
