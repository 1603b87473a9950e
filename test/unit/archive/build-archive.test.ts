import { describe, expect, test } from 'vitest';
import { buildArchive } from '../../../src/archive/build-archive.ts';
import type { ArchiveParts } from '../../../src/archive/build-archive.ts';
import { checkRecord } from '../../../src/archive/check-record.ts';
import { economicTotalByYear } from '../../../src/archive/economic-totals.ts';
import type { ArchiveModel } from '../../../src/archive/model.ts';
import { readRecords } from '../../../src/archive/read-records.ts';
import { readRegisters } from '../../../src/archive/read-registers.ts';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { copyExampleContent, exampleContent } from '../../support/example-content.ts';
import { addFinalAccounts } from '../../support/example-final-accounts.ts';

const archive = readContent(exampleContent);
const registers = readRegisters(exampleContent);
const { economicClasses, topics } = registers;
const summaries = Array.from(
  readRecords(exampleContent, { economicClasses, checkRecord, topics }),
  ({ summary }) => summary,
);
const parts: ArchiveParts = { contentDirectory: exampleContent, summaries, ...registers };
const [first, second] = summaries;
if (first === undefined || second === undefined) throw new Error('The example archive is empty');

describe('an archive with final accounts beside budgets', () => {
  const withAccounts = (): ArchiveModel => {
    const content = copyExampleContent();
    addFinalAccounts(content);
    return readContent(content);
  };

  test('holds both of one unit and year, the budget first', () => {
    const both = withAccounts();
    expect(both.unit('990200-tushuguan')?.unitYears.map(({ year, kind }) => [year, kind])).toEqual([
      [2023, 'final-accounts'],
      [2024, 'budget'],
      [2024, 'final-accounts'],
    ]);
    expect(both.region('990200')).toMatchObject({ unitsBelow: 2, unitYearsBelow: 3 });
  });

  test('adds up the same money as without them, in every index', () => {
    const sums = (model: ArchiveModel) => ({
      regions: model.regions.map(({ region, expenditureByYear }) => [
        region.code,
        expenditureByYear,
      ]),
      subjects: model.subjects
        .filter(({ totalByYear }) => totalByYear.length > 0)
        .map(({ subject, totalByYear }) => [subject.code, totalByYear]),
      classes: model.economicClasses.map((entry) => economicTotalByYear(model, entry)),
      topics: model.topics.map(({ rows }) =>
        rows.map(({ cells }) => cells.map(({ current, carryover }) => [current, carryover])),
      ),
    });
    expect(sums(withAccounts())).toEqual(sums(archive));
  });

  test('lists them where readers look for what a unit spent on a subject or class', () => {
    const both = withAccounts();
    const kindsIn = (rows: readonly { unitYear: { disclosureId: string } }[]): string[] =>
      rows.map(({ unitYear }) => unitYear.disclosureId).filter((id) => id.endsWith('-accounts'));
    const own = ['990200-tushuguan-2023-final-accounts', '990200-tushuguan-2024-final-accounts'];
    expect(kindsIn(both.subject('2070104')?.rows ?? [])).toEqual(own);
    expect(kindsIn(both.economicClass('30201')?.rows ?? [])).toEqual(own);
  });
});

describe('buildArchive', () => {
  test('lists units with and without documents, each with its years oldest first', () => {
    expect(
      archive.units.map(({ unit, unitYears }) => [unit.id, unitYears.map(({ year }) => year)]),
    ).toEqual([
      ['990100-wenhuaguan', [2022, 2024]],
      ['990101-gongluduan', [2024]],
      ['990101-jiaotongju', [2023, 2024]],
      ['990200-danganguan', []],
      ['990200-tushuguan', [2024]],
    ]);
    expect(archive.years).toEqual([2022, 2023, 2024]);
  });

  test('keeps the name each document prints beside the latest name of the unit', () => {
    const entry = archive.unit('990101-jiaotongju');
    expect(entry?.unit.name).toBe('示例甲县交通局');
    expect(entry?.unitYears.map(({ unitName }) => unitName)).toEqual([
      '示例甲县交通运输局',
      '示例甲县交通局',
    ]);
  });

  test('gives every region its place in the tree and sums that never add a unit to its department', () => {
    const province = archive.region('990000');
    expect(province?.children.map(({ code }) => code)).toEqual(['990100', '990200']);
    expect(province).toMatchObject({ ancestors: [], units: [], unitsBelow: 5, unitYearsBelow: 6 });
    expect(province?.expenditureByYear).toEqual([
      { year: 2022, expenditure: { fen: 50_000_000, known: 1, missing: 0, overlapping: 0 } },
      { year: 2023, expenditure: { fen: 200_000_000, known: 1, missing: 0, overlapping: 0 } },
      { year: 2024, expenditure: { fen: 350_000_000, known: 3, missing: 0, overlapping: 1 } },
    ]);
    const county = archive.region('990101');
    expect(county?.ancestors.map(({ code }) => code)).toEqual(['990000', '990100']);
    expect(county?.units.map(({ unit }) => unit.id)).toEqual([
      '990101-gongluduan',
      '990101-jiaotongju',
    ]);
  });

  test('merges subjects by code, keeps every printed name and shows the one most documents print', () => {
    const entry = archive.subject('2140106');
    expect(entry?.subject).toEqual({
      code: '2140106',
      name: '公路养护',
      level: 'item',
      parent: '21401',
      names: [
        {
          name: '公路养护',
          years: [2023, 2024],
          disclosures: ['990101-jiaotongju-2023-budget', '990101-jiaotongju-2024-budget'],
        },
        {
          name: '公路养护（示例别名）',
          years: [2024],
          disclosures: ['990101-gongluduan-2024-budget'],
        },
      ],
    });
    expect(entry?.ancestors.map(({ code }) => code)).toEqual(['214', '21401']);
    expect(archive.subject('21401')?.children.map(({ code }) => code)).toEqual(['2140106']);
    expect(entry?.totalByYear).toEqual([
      { year: 2023, total: { fen: 200_000_000, known: 1, missing: 0, overlapping: 0 } },
      { year: 2024, total: { fen: 250_000_000, known: 1, missing: 0, overlapping: 1 } },
    ]);
  });

  test('lists a subject that only another table than 表3 prints, without rows', () => {
    expect(archive.subject('2230105')).toMatchObject({ rows: [], totalByYear: [], ancestors: [] });
  });

  test('lists every economic class of the register with the rows that use it', () => {
    const entry = archive.economicClass('30101');
    expect(entry?.parent?.code).toBe('301');
    expect(archive.economicClass('301')?.children.map(({ code }) => code)).toEqual(['30101']);
    expect(
      entry?.rows
        .filter(({ unitYear }) => unitYear.year === 2022)
        .map(({ amounts }) => [amounts.name2, amounts.totalFen]),
    ).toEqual([
      ['工资奖金津补贴', 40_000_000],
      ['工资福利支出', null],
    ]);
  });

  test('lists cited documents with their titles and the projects that cite them', () => {
    expect(
      archive.documents.map(({ number, titles, citations }) => [
        number,
        titles,
        citations.map(({ unitYear, project }) => `${unitYear.year} ${project.name}`),
      ]),
    ).toEqual([
      ['示财〔2019〕87号', ['关于示例事项的通知'], ['2024 零工市场示例项目']],
      [null, ['只有题名的示例办法'], ['2024 零工市场示例项目']],
    ]);
    expect(archive.document('2019-87-aa3e1cf7')?.number).toBe('示财〔2019〕87号');
  });

  test('answers undefined for what the archive does not have', () => {
    expect([
      archive.unit('x'),
      archive.unitYear('x'),
      archive.region('x'),
      archive.subject('x'),
      archive.economicClass('x'),
      archive.document('x'),
    ]).toEqual(Array(6).fill(undefined));
    expect(archive.unitYear('990101-gongluduan-2024-budget')?.unitName).toBe('示例甲县公路段');
  });

  test('is frozen to the bottom', () => {
    expect(() => {
      (archive.unitYears[0]?.totals as { revenueFen: number }).revenueFen = 1;
    }).toThrow(TypeError);
    expect(Object.isFrozen(archive)).toBe(true);
  });

  test('is the same where its lists and their entries alone are frozen', () => {
    const own = structuredClone(summaries);
    const model = buildArchive({ ...parts, summaries: own, frozen: 'lists' });
    expect(JSON.stringify(model)).toBe(JSON.stringify(archive));
    const { unitYears, regions } = model;
    const frozen = [model, unitYears, unitYears[0], regions, regions[0]].map(Object.isFrozen);
    expect(frozen).toEqual(Array(5).fill(true));
    expect(Object.isFrozen(unitYears[0]?.totals)).toBe(false);
  });

  test('does not depend on the order of the records', () => {
    const reversed = buildArchive({ ...parts, summaries: [...summaries].reverse() });
    expect(JSON.stringify(reversed)).toBe(JSON.stringify(archive));
  });

  test('is empty, with all regions, where there are no records', () => {
    const empty = buildArchive({ ...parts, summaries: [] });
    expect([empty.unitYears, empty.subjects, empty.years]).toEqual([[], [], []]);
    expect(empty.regions).toHaveLength(4);
  });

  test.each([
    [
      'two records with one id',
      { summaries: [first, first] },
      `Unexpected second record for ${first.disclosureId}`,
    ],
    [
      'two records of one kind for one page',
      { summaries: [first, { ...first, disclosureId: 'x' }] },
      `Unexpected second record for the page of ${first.unitId} ${first.year} budget`,
    ],
    [
      'a record of an unknown unit',
      { units: [] },
      `unitId: Unexpected "${first.unitId}", expected a unit of content/units.json`,
    ],
    [
      'a record of another region than its unit',
      { summaries: [{ ...first, regionCode: '990200' }] },
      'regionCode: Unexpected 990200, expected 990100 as in content/units.json',
    ],
    [
      'a unit twice',
      { units: [...registers.units, ...registers.units] },
      'Unexpected second unit 990100-wenhuaguan',
    ],
    [
      'a unit of an unknown region',
      { regions: registers.regions.filter(({ code }) => code !== '990200') },
      'Unexpected regionCode 990200',
    ],
    [
      'a region twice',
      { regions: [...registers.regions, ...registers.regions] },
      'Unexpected second region 990000',
    ],
    [
      'a region below an unknown one',
      { regions: registers.regions.filter(({ code }) => code !== '990000') },
      'Unexpected parent 990000',
    ],
    [
      'regions in a circle',
      {
        regions: registers.regions.map((region) =>
          region.code === '990000' ? { ...region, parent: '990100' } : region,
        ),
      },
      'Unexpected circle of parents',
    ],
    [
      'an economic class twice',
      { economicClasses: [...registers.economicClasses, ...registers.economicClasses] },
      'Unexpected second class 301',
    ],
    [
      'an economic class below an unknown one',
      { economicClasses: registers.economicClasses.slice(1, 2) },
      'Unexpected parent 301',
    ],
  ])('refuses %s', (_, change, message) => {
    expect(() => buildArchive({ ...parts, ...change })).toThrow(message);
  });
});
