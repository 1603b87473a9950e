import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Disclosure } from '../../../src/schema/disclosure.ts';
import { disclosureSchema } from '../../../src/schema/disclosure.ts';
import { verificationSchema } from '../../../src/schema/verification.ts';
import { run } from '../../../scripts/verify.ts';

/** 示例: our own small document, invented figures. */
const text = [
  '示例市示例局2024年度单位预算公开',
  '2024年预算支出总表',
  '单位：万元',
  '科目编码\t科目名称\t合计\t基本支出\t项目支出',
  '合计\t\t1,432.48\t347.03\t1085.45',
  '20801\t示例管理事务\t1,432.48\t347.03\t1085.45',
  '第三部分 2024年度单位预算情况说明',
  '支出预算1,432.48万元，比上年增加12.',
  '50万元。',
  '项目资金（元）\t实施期资金总额：\t30,000\t年度资金总额：\t10,000',
  '\t其他资金\t\t其他资金\t0',
  '绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t二级指标\t三级指标\t指标值',
  '\t质量指标\t示例率\t≥95%\t质量指标\t示例率\t',
].join('\n');

const sha256 = (of: string) => createHash('sha256').update(of).digest('hex');
const sourceOf = (of: string) => ({
  file: 'shili.txt',
  title: '示例',
  mediaType: 'text/plain',
  sha256: sha256(of),
  bytes: Buffer.byteLength(of),
  lines: of.split('\n').length,
  publisher: null,
  url: null,
  fetchedOn: null,
  note: null,
});
const row = (n: number, line: number, code: string | null, name: string) => ({
  row: n,
  side: null,
  kind: code === null ? ('total' as const) : ('group' as const),
  code,
  name,
  name2: null,
  cells: [
    { column: 'total' as const, printed: '1,432.48', fen: 1432480000, place: `L${line}C3` },
    { column: 'basic' as const, printed: '347.03', fen: 347030000, place: `L${line}C4` },
    { column: 'project' as const, printed: '1085.45', fen: 1085450000, place: `L${line}C5` },
  ],
  place: `L${line}`,
});
const amount = (printed: string, fen: number, place: string) => ({
  printed,
  moneyUnit: '元' as const,
  fen,
  place,
});
const none = { total: null, central: null, provincial: null, local: null, own: null, other: null };
const fact = (n: number, printed: string, fen: number, number: string, line: number) => ({
  n,
  section: '一、',
  topic: 'expenditure-total',
  measure: 'amount' as const,
  label: '支出总计',
  printed,
  moneyUnit: '万元' as const,
  fen,
  number,
  unit: null,
  direction: null,
  directionPrinted: null,
  base: null,
  place: `L${line}`,
});

/** A record that agrees with the document above. */
function makeRecord(): Disclosure {
  return {
    schemaVersion: 1,
    id: '999901-shilishishiliju-2024-budget',
    unitId: '999901-shilishishiliju',
    unitName: '示例市示例局',
    regionCode: '999901',
    year: 2024,
    kind: 'budget',
    tableSet: 'shanxi-13',
    supervisingDepartment: null,
    source: sourceOf(text),
    tables: [
      {
        id: 'expenditure-by-subject',
        title: '2024年预算支出总表',
        moneyUnit: '万元',
        moneyUnitFrom: 'printed',
        status: 'filled',
        note: null,
        columns: ['total', 'basic', 'project'],
        rows: [row(1, 5, null, '合计'), row(2, 6, '20801', '示例管理事务')],
        place: 'L2',
      },
    ],
    missingTables: [],
    projects: [],
    forms: [
      {
        n: 1,
        kind: 'goal',
        title: null,
        year: 2024,
        name: '示例项目',
        supervisingDepartment: null,
        implementingUnit: null,
        attribute: null,
        duration: null,
        whole: { ...none, total: amount('30,000', 3000000, 'L10C3') },
        yearMoney: {
          ...none,
          total: amount('10,000', 1000000, 'L10C5'),
          other: amount('0', 0, 'L11C5'),
        },
        selfEvaluation: null,
        totalScore: null,
        documents: [],
        indicators: [
          {
            span: 'whole',
            level1: null,
            level2: '质量指标',
            name: '示例率',
            printed: '≥95%',
            comparator: '≥',
            number: '95',
            unit: '%',
            weight: null,
            actual: null,
            score: null,
            place: 'L13',
          },
        ],
        filledAt: null,
        place: 'L10',
        lost: [],
      },
    ],
    keyFacts: [
      fact(1, '1,432.48万元', 1432480000, '1432.48', 8),
      fact(2, '12.50万元', 12500000, '12.50', 8),
    ],
    corrections: [],
    gaps: [],
    dropped: { handlers: 0, telephones: 0, idNumbers: 0 },
  };
}

const recordPath = 'content/disclosures/999901/999901-shilishishiliju/2024-budget.json';

/** Runs the command over a source and a record held in memory. */
async function verify(
  record: Disclosure,
  { source = text, args = ['shili.txt'] }: { source?: string; args?: string[] } = {},
) {
  const files = new Map([
    ['shili.txt', source],
    ['quelle/shili.txt', source],
    [recordPath, JSON.stringify(record)],
  ]);
  const lines: string[] = [];
  const written: Record<string, string> = {};
  const holds = await run(args, {
    readBytes: (path) => Promise.resolve(Buffer.from(files.get(path) ?? '')),
    listFiles: (folder) =>
      Promise.resolve([...files.keys()].filter((path) => path.startsWith(`${folder}/`))),
    writeText: (path, content) => {
      written[path] = content;
      return Promise.resolve();
    },
    print: (line) => lines.push(line),
  });
  return { holds, lines, written };
}

/** The example record with something changed. */
function changed(change: (record: Disclosure) => void): Disclosure {
  const record = structuredClone(makeRecord());
  change(record);
  return record;
}

const cellsOf = (record: Disclosure, r: number) => record.tables[0]?.rows[r]?.cells ?? [];
const differences = (lines: readonly string[]) => lines.slice(5, -1);

describe('npm run verify', () => {
  test('a record that agrees is verified with its counts', async () => {
    disclosureSchema.parse(makeRecord());
    expect(await verify(makeRecord())).toEqual({
      holds: true,
      lines: [
        '999901-shilishishiliju-2024-budget: shili.txt, sha256 and size agree',
        '  tables: 6 compared, 6 equal, 0 explained by corrections, 0 differences',
        '  forms: 3 compared, 3 equal, 0 explained by corrections, 0 differences',
        '  indicators: 1 compared, 1 equal, 0 explained by corrections, 0 differences',
        '  key-facts: 2 compared, 2 equal, 0 explained by corrections, 0 differences',
        '  VERIFIED',
      ],
      written: {},
    });
  });

  test.each<[string, (record: Disclosure) => void, string[]]>([
    [
      'one changed digit of an amount',
      (record) => Object.assign(cellsOf(record, 0)[1] ?? {}, { fen: 347040000 }),
      [
        '  L5C4 expenditure-by-subject row 1 basic: reads differently; record "347.03万元 (347040000分)", source "347.03"',
      ],
    ],
    [
      'one changed digit of what is printed',
      (record) => Object.assign(cellsOf(record, 0)[1] ?? {}, { printed: '347.04', fen: 347040000 }),
      [
        '  L5C4 expenditure-by-subject row 1 basic: reads differently; record "347.04万元 (347040000分)", source "347.03"',
      ],
    ],
    [
      'a separator left out of what is printed',
      (record) => Object.assign(cellsOf(record, 0)[0] ?? {}, { printed: '1432.48' }),
      [
        '  L5C3 expenditure-by-subject row 1 total: not printed at its place; record "1432.48", source "1,432.48"',
      ],
    ],
    [
      'a cell missing in the record',
      (record) => cellsOf(record, 1).splice(1, 1),
      ['  L6C4 a number of the source: missing in the record; record nothing, source "347.03"'],
    ],
    [
      'two cells exchanged',
      (record) => {
        Object.assign(cellsOf(record, 1)[1] ?? {}, { place: 'L6C5' });
        Object.assign(cellsOf(record, 1)[2] ?? {}, { place: 'L6C4' });
      },
      [
        '  L6C5 expenditure-by-subject row 2 basic: reads differently; record "347.03万元 (347030000分)", source "1085.45"',
        '  L6C4 expenditure-by-subject row 2 project: reads differently; record "1085.45万元 (1085450000分)", source "347.03"',
        '  L6C5 expenditure-by-subject row 2 basic: in another column; record "basic", source "项目支出"',
        '  L6C4 expenditure-by-subject row 2 project: in another column; record "project", source "基本支出"',
      ],
    ],
    [
      'a cell given to another column',
      (record) => Object.assign(cellsOf(record, 1)[1] ?? {}, { column: 'project' }),
      [
        '  L6C4 expenditure-by-subject row 2 project: in another column; record "project", source "基本支出"',
      ],
    ],
    [
      'a row given another name and a row another code',
      (record) => {
        for (const one of record.tables[0]?.rows ?? []) one.cells.splice(1, 2);
        Object.assign(record.tables[0]?.rows[0] ?? {}, { name: '总计' });
        Object.assign(record.tables[0]?.rows[1] ?? {}, { code: '20802' });
      },
      [
        ...[5, 6].flatMap((line) =>
          [
            'C4 a number of the source: missing in the record; record nothing, source "347.03"',
            'C5 a number of the source: missing in the record; record nothing, source "1085.45"',
          ].map((rest) => `  L${line}${rest}`),
        ),
        '  L5C3 expenditure-by-subject row 1 total: in another row; record "总计", source "合计 1,432.48 347.03 1085.45"',
        '  L6C3 expenditure-by-subject row 2 total: in another row; record "20802 示例管理事务", source "20801 示例管理事务 1,432.48 347.03 1085.45"',
      ],
    ],
    [
      'an extra cell in the record',
      (record) =>
        cellsOf(record, 0).push({ column: 'total', printed: '5.00', fen: 5000000, place: 'L5C6' }),
      [
        '  L5C6 expenditure-by-subject row 1 total: missing in the source; record "5.00万元 (5000000分)", source nothing',
      ],
    ],
    [
      'a table that the record does not have',
      (record) => record.tables.splice(0),
      [
        'L5C3 1,432.48',
        'L5C4 347.03',
        'L5C5 1085.45',
        'L6C3 1,432.48',
        'L6C4 347.03',
        'L6C5 1085.45',
      ]
        .map((one) => one.split(' '))
        .map(
          ([place, number]) =>
            `  ${place} a number of the source: missing in the record; record nothing, source "${number}"`,
        ),
    ],
    [
      'a table in another measure, which every amount shows too',
      (record) => {
        const [table] = record.tables;
        if (table !== undefined) Object.assign(table, { moneyUnit: '元', rows: [] });
        record.tables.push(...makeRecord().tables.map((one) => ({ ...one, place: 'L1' })));
      },
      [
        '  L2 expenditure-by-subject: in another measure; record "元", source "万元"',
        '  L1 expenditure-by-subject: outside its table; record "2024年预算支出总表", source nothing',
      ],
    ],
    [
      'a cell outside its table',
      (record) =>
        cellsOf(record, 0).push({
          column: 'total',
          printed: '1,432.48',
          fen: 1432480000,
          place: 'L8',
        }),
      [
        '  L8 expenditure-by-subject row 1 total: missing in the source; record "1,432.48万元 (1432480000分)", source nothing',
        '  L8 expenditure-by-subject row 1 total: outside its table; record "1,432.48", source "L2-L6"',
      ],
    ],
    [
      'an amount of a form that is zero and left out',
      (record) => Object.assign(record.forms[0]?.yearMoney ?? {}, { other: null }),
      ['  L11C5 a number of the source: missing in the record; record nothing, source "0"'],
    ],
    [
      'an amount of a form in another measure',
      (record) =>
        Object.assign(record.forms[0]?.whole ?? {}, {
          total: { printed: '30,000', moneyUnit: '元', fen: 30000000000, place: 'L10C3' },
        }),
      [
        '  L10C3 form 1 whole total: reads differently; record "30,000元 (30000000000分)", source "30,000"',
      ],
    ],
    [
      'an indicator value that is not printed there',
      (record) =>
        Object.assign(record.forms[0]?.indicators[0] ?? {}, { printed: '≥96%', number: '96' }),
      [
        '  L13 form 1 indicator 1: not printed at its place; record "≥96%", source nothing',
        '  L13 a value of the source: missing in the record; record nothing, source "≥95%"',
      ],
    ],
    [
      'an indicator number that its print does not have',
      (record) => Object.assign(record.forms[0]?.indicators[0] ?? {}, { number: '59' }),
      ['  L13 form 1 indicator 1: reads differently; record "≥59%", source "≥95%"'],
    ],
    [
      'an indicator left out',
      (record) => record.forms[0]?.indicators.splice(0),
      ['  L13 a value of the source: missing in the record; record nothing, source "≥95%"'],
    ],
    [
      'a key fact misread',
      (record) => Object.assign(record.keyFacts[0] ?? {}, { fen: 143248000 }),
      [
        '  L8 fact 1 expenditure-total: reads differently; record "143248000分", source "1,432.48万元"',
      ],
    ],
    [
      'a key fact at another line',
      (record) => Object.assign(record.keyFacts[1] ?? {}, { place: 'L9' }),
      [
        '  L9 fact 2 expenditure-total: not printed at its place; record "12.50万元", source nothing',
      ],
    ],
  ])('%s is a difference with its place', async (_, change, expected) => {
    const { holds, lines } = await verify(changed(change));
    expect(differences(lines)).toEqual(expected);
    expect(lines.at(-1)).toBe(`  NOT VERIFIED: ${expected.length} differences`);
    expect(holds).toBe(false);
  });
});

describe('npm run verify with corrections', () => {
  const damaged = text.replace('合计\t\t1,432.48\t347.03', '合计\t\t1,432. 4B\t347.03');
  const correction = {
    id: 'c1',
    scope: 'cell',
    place: 'L5C3',
    tableId: 'expenditure-by-subject',
    printed: '1,432. 4B',
    replacement: '1,432.48',
    reason: '示例：识别错误',
    kind: 'ocr',
    evidence: null,
    on: '2026-01-31',
  } as const;
  const corrected = changed((record) => {
    record.source = sourceOf(damaged);
    record.corrections.push(correction);
    Object.assign(cellsOf(record, 0)[0] ?? {}, {
      printed: '1,432. 4B',
      read: '1,432.48',
      correction: 'c1',
    });
  });

  test('a correction explains the cell it repairs and is listed', async () => {
    const { holds, lines } = await verify(corrected, { source: damaged });
    expect([holds, lines[1], ...differences(lines)]).toEqual([
      true,
      '  tables: 6 compared, 5 equal, 1 explained by corrections, 0 differences',
      '  L5C3 correction c1 (ocr): "1,432. 4B" read as "1,432.48"',
    ]);
  });

  test('the same repair without a correction is a difference', async () => {
    const record = { ...corrected, corrections: [] };
    const { holds, lines } = await verify(record, { source: damaged });
    expect([holds, ...differences(lines)]).toEqual([
      false,
      '  L5C3 expenditure-by-subject row 1 total: reads differently; record "1,432.48万元 (1432480000分)", source "1,432.4"',
    ]);
  });

  test('a correction of what the source does not print is a difference', async () => {
    const record = { ...makeRecord(), corrections: [correction] };
    const { holds, lines } = await verify(record);
    expect([holds, ...differences(lines).slice(1)]).toEqual([
      false,
      '  L5C3 correction c1: does not fit the source; record "1,432. 4B", source nothing',
    ]);
  });
});

describe('npm run verify and files', () => {
  test('another file than the source is named and nothing is compared', async () => {
    const { holds, lines } = await verify(makeRecord(), {
      source: `${text}\n`,
      args: ['shili.txt', '--record', recordPath],
    });
    const [other, own] = [`${text}\n`, text].map(
      (of) => `${sha256(of)} (${Buffer.byteLength(of)} bytes)`,
    );
    expect({ holds, lines }).toEqual({
      holds: false,
      lines: [
        '999901-shilishishiliju-2024-budget: shili.txt',
        `  Unexpected source ${other}, expected ${own}. Verify the file the record was imported from.`,
        '  NOT VERIFIED',
      ],
    });
  });

  test('a source that the second reader cannot open is told, and the others go on', async () => {
    const record = changed((one) => {
      one.source.mediaType = 'application/pdf';
    });
    expect(await verify(record, { args: ['--all', 'quelle'] })).toEqual({
      holds: false,
      lines: [
        '999901-shilishishiliju-2024-budget: shili.txt: Unexpected file, expected a PDF that PDFium can open. Compare it with the record by eye.',
        '  NOT VERIFIED',
        '0 verified, 1 not verified, 0 without their source',
      ],
      written: {},
    });
  });

  test('a source without a record is refused', async () => {
    await expect(verify(makeRecord(), { source: `${text}\n` })).rejects.toThrow(
      `shili.txt: Unexpected SHA-256 ${sha256(`${text}\n`)}, expected that of a record's source.`,
    );
  });

  test.each([
    [[], 'Unexpected arguments, expected one source file'],
    [['a.txt', 'b.txt'], 'Unexpected arguments, expected one source file'],
    [['shili.txt', '--on', '2026'], '--on: Unexpected "2026", expected a date'],
  ])('%j is refused', async (args, message) => {
    await expect(verify(makeRecord(), { args })).rejects.toThrow(message);
  });

  test('the outcome is written for the record file as it is', async () => {
    const { written } = await verify(makeRecord(), {
      args: ['shili.txt', '--write', '--on', '2026-01-31'],
    });
    const path = 'content/verifications/999901/999901-shilishishiliju/2024-budget.json';
    expect(Object.keys(written)).toEqual([path]);
    expect(verificationSchema.parse(JSON.parse(written[path] ?? ''))).toEqual({
      disclosureId: '999901-shilishishiliju-2024-budget',
      sourceSha256: sha256(text),
      recordSha256: sha256(JSON.stringify(makeRecord())),
      cellsCompared: 12,
      equal: 12,
      explained: 0,
      parts: [
        { part: 'tables', compared: 6, equal: 6, explained: 0 },
        { part: 'forms', compared: 3, equal: 3, explained: 0 },
        { part: 'indicators', compared: 1, equal: 1, explained: 0 },
        { part: 'key-facts', compared: 2, equal: 2, explained: 0 },
      ],
      verifiedOn: '2026-01-31',
    });
  });

  test('an outcome with a difference is not written', async () => {
    const record = changed((one) => cellsOf(one, 0).splice(0, 1));
    expect(await verify(record, { args: ['shili.txt', '--write'] })).toMatchObject({
      holds: false,
      written: {},
    });
  });

  test('--all verifies the records whose source is in the folder', async () => {
    const all = ['--all', 'quelle'];
    const found = await verify(makeRecord(), { args: all });
    expect([found.holds, found.lines.at(-1)]).toEqual([
      true,
      '1 verified, 0 not verified, 0 without their source',
    ]);
    const absent = await verify(makeRecord(), { source: `${text}\n`, args: all });
    expect([absent.holds, ...absent.lines]).toEqual([
      false,
      '999901-shilishishiliju-2024-budget: shili.txt is not in quelle',
      '0 verified, 0 not verified, 1 without their source',
    ]);
  });
});
