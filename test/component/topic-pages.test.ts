import { describe, expect, test } from 'vitest';
import { readContent } from '../../scripts/lib/read-content.ts';
import type { TopicRow } from '../../src/archive/topic-model.ts';
import TopicBars from '../../src/components/TopicBars.astro';
import TopicGrid from '../../src/components/TopicGrid.astro';
import TopicUnits from '../../src/components/TopicUnits.astro';
import { attribute, elementsOf, figuresOf, textOf } from '../lib/html-query.ts';
import { renderComponent } from '../lib/render-component.ts';
import { exampleContent } from '../support/example-content.ts';

const archive = readContent(exampleContent);
const region = archive.region('990101')?.region;
const empty = {
  unitYears: 1,
  projects: 0,
  formOnly: 0,
  finalAccounts: 0,
  current: null,
  carryover: null,
};
const sum = { fen: null, known: 0, missing: 0, overlapping: 0 };
const row = {
  region,
  ancestors: [],
  cells: [
    { ...empty, year: 2020, state: 'unarchived', unitYears: 0 },
    { ...empty, year: 2021, state: 'none' },
    { ...empty, year: 2022, state: 'mentioned' },
    { ...empty, year: 2023, state: 'found', projects: 1, current: { ...sum, missing: 1 } },
    {
      ...{ ...empty, year: 2024, state: 'found', projects: 4, formOnly: 1 },
      current: { ...sum, fen: 600_000_000, known: 1, overlapping: 1 },
      carryover: { ...sum, fen: 0, known: 1 },
    },
  ],
} as TopicRow;

describe('TopicGrid', () => {
  test('says blank, none, only mentioned, no amount and amounts of each phase apart', async () => {
    const page = await renderComponent(TopicGrid, {
      rows: { shown: [row], leftOut: 2 },
      years: [2020, 2021, 2022, 2023, 2024],
      anchorOf: (code: string, year: number) => (year === 2024 ? `in-${code}-${year}` : undefined),
    });
    const cells = [...elementsOf(page)].filter(({ tagName }) => tagName === 'td');
    expect(cells.map((cell) => textOf(cell).replace(/ /gu, ''))).toEqual([
      '',
      '无',
      '仅见于指标',
      '1项；另1项未印金额',
      '本年600.00结转0.004项；另1项仅见于绩效表；另1项已含在主管部门内',
    ]);
    expect(figuresOf(page)).toEqual([
      { fen: 600_000_000, text: '600.00' },
      { fen: 0, text: '0.00' },
    ]);
    const links = [...elementsOf(page)].flatMap((element) => attribute(element, 'href') ?? []);
    expect(links).toEqual(['/regions/990101/', '#mentions', '#in-990101-2024']);
    expect(textOf(page)).toContain('另有 2 个收录了文件的地区没有');
  });
});

describe('TopicBars', () => {
  test('draws each phase as a bar of its own, as long as its amount, and none for nothing or zero', async () => {
    const other = {
      ...row,
      cells: [
        { ...empty, year: 2024, state: 'found', carryover: { ...sum, fen: 150_000_000, known: 1 } },
      ],
    };
    const page = await renderComponent(TopicBars, { rows: [row, other] });
    const widths = [...elementsOf(page)]
      .filter(({ tagName }) => tagName === 'rect')
      .map((element) => attribute(element, 'width'));
    expect(widths).toEqual(['100.00%', '25.00%']);
    expect(figuresOf(page).map(({ fen }) => fen)).toEqual([600_000_000, 150_000_000]);
  });

  test('is left out where there is nothing to compare', async () => {
    const page = await renderComponent(TopicBars, { rows: [row] });
    expect(textOf(page)).toBe('');
  });
});

describe('TopicUnits', () => {
  test('names what makes a finding of nothing weaker', async () => {
    const entry = archive.unit('990200-tushuguan');
    const unitYears = entry?.unitYears.map((unitYear) => ({
      ...unitYear,
      missingTables: ['projects-current'],
    }));
    const page = await renderComponent(TopicUnits, {
      units: { shown: [{ ...entry, unitYears }], leftOut: 0 },
    });
    const cell = [...elementsOf(page)].find(({ tagName }) => tagName === 'td');
    expect(cell === undefined ? '' : textOf(cell)).toBe(
      '2024 没有公开项目支出预算表，只查了绩效表；文本有缺损 1 处',
    );
  });
});
