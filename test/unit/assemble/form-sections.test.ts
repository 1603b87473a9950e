import { describe, expect, test } from 'vitest';
import {
  citingTexts,
  cutFormSections,
  garbledPlace,
  isGarbled,
  readFormYear,
} from '../../../src/assemble/form-sections.ts';
import { rowsFrom, tabbedForm } from './form-fixtures.ts';

const range = (rows: readonly { place: string }[]): string =>
  `${rows[0]?.place}-${rows.at(-1)?.place}`;

describe('cutFormSections', () => {
  test('every block of a form', () => {
    const sections = cutFormSections(rowsFrom(tabbedForm('甲')).slice(1));
    expect({
      head: range(sections.head),
      money: range(sections.money),
      narrative: sections.narrative.map(({ row, stage }) => `${row.place} ${stage}`),
      indicators: range(sections.indicators),
      footer: range(sections.footer),
    }).toEqual({
      head: 'L3-L5',
      money: 'L6-L11',
      narrative: [
        'L12 overview',
        'L13 basis',
        'L14 necessity',
        'L15 measures',
        'L16 plan',
        'L17 goal-header',
        'L18 goal',
      ],
      indicators: 'L19-L23',
      footer: 'L24-L24',
    });
  });

  test('a line of text without a label belongs to the field above, even where it begins like an earlier one', () => {
    const rows = rowsFrom('立项依据 甲\n乙 丙\n项目概况 丁');
    expect(cutFormSections(rows).narrative.map(({ stage }) => stage)).toEqual([
      'basis',
      'basis',
      'basis',
    ]);
  });
});

test.each([
  ['（2024年度）', 2024],
  ['填列单位(公章): 示例局(2025年度)', 2025],
  ['２０２３年度', 2023],
  ['项目名称|2024年度示例', null],
])('the year of %s is %s', (line, year) => {
  expect(readFormYear(rowsFrom(line))).toBe(year);
});

describe('citingTexts', () => {
  test('fields with the place of every part, labels and garbled parts left out', () => {
    const rows = rowsFrom(`立项依据||示例办法|的示例的示例的示例的示例
项目概况
甲 乙
丙`);
    const narrative = [
      { row: rows[0], stage: 'basis' },
      { row: rows[1], stage: 'overview' },
      { row: rows[2], stage: 'overview' },
      { row: rows[3], stage: 'overview' },
      { row: rows[3], stage: 'name' },
    ].flatMap(({ row, stage }) => (row === undefined ? [] : [{ row, stage: stage as 'basis' }]));
    expect(citingTexts(narrative)).toEqual([
      { field: 'basis', parts: [{ text: '\n示例办法', place: 'L1C3' }] },
      {
        field: 'overview',
        parts: [
          { text: '甲', place: 'L3' },
          { text: ' 乙', place: 'L3' },
          { text: '丙', place: 'L4' },
        ],
      },
    ]);
  });
});

test('text that repeats itself over and over is garbled', () => {
  expect(
    ['财务的财务的财务的财务的', '等等 等等 等等 等等', '人人持证、技能社会', '000000000000'].map(
      isGarbled,
    ),
  ).toEqual([true, true, false, false]);
  expect(garbledPlace(rowsFrom('甲|乙\n丙|财务的财务的财务的财务的'))).toBe('L2C2');
  expect(garbledPlace(rowsFrom('甲|乙'))).toBeUndefined();
});
