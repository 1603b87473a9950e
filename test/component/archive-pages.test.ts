import { describe, expect, test } from 'vitest';
import { readContent } from '../../scripts/lib/read-content.ts';
import { coverageByRegion } from '../../src/archive/coverage.ts';
import { childHoldings, nearestHoldings } from '../../src/archive/holdings.ts';
import type { RegionEntry } from '../../src/archive/model.ts';
import AggregateFigures from '../../src/components/AggregateFigures.astro';
import CoverageGrid from '../../src/components/CoverageGrid.astro';
import FenAmount from '../../src/components/FenAmount.astro';
import RegionBody from '../../src/components/RegionBody.astro';
import { attribute, elementsOf, figuresOf, textOf } from '../lib/html-query.ts';
import { renderComponent } from '../lib/render-component.ts';
import { exampleContent } from '../support/example-content.ts';

const archive = readContent(exampleContent);
const region = (code: string): RegionEntry => {
  const entry = archive.region(code);
  if (entry === undefined) throw new Error(`No region ${code}`);
  return entry;
};

describe('FenAmount', () => {
  test.each([
    ['an amount is shown in 万元 beside its 分', 1432480000, '1,432.48', [1432480000]],
    ['a printed zero is a zero', 0, '0.00', [0]],
    ['an amount that is not printed is a dash, no figure', null, '—', []],
  ])('%s', async (_name, fen, text, figures) => {
    const page = await renderComponent(FenAmount, { fen });
    expect(textOf(page).trim()).toBe(text);
    expect(figuresOf(page).map((figure) => figure.fen)).toEqual(figures);
  });
});

describe('AggregateFigures', () => {
  test('every sum says what it covers, and nothing known is no zero', async () => {
    const page = await renderComponent(AggregateFigures, {
      label: '支出总计',
      figures: [
        { year: 2023, sum: { fen: null, known: 0, missing: 2, overlapping: 0 } },
        { year: 2024, sum: { fen: 350_000_000, known: 3, missing: 0, overlapping: 1 } },
      ],
      outOf: 5,
    });
    expect(figuresOf(page)).toEqual([{ fen: 350_000_000, text: '350.00' }]);
    const notes = [...elementsOf(page)].filter(({ tagName }) => tagName === 'small').map(textOf);
    expect(notes).toEqual([
      '收录的 5 个单位中，计入 0 个；2 个原文无此数',
      '收录的 5 个单位中，计入 3 个；1 个已含在主管部门内，不重复计',
    ]);
    expect(textOf(page)).toContain('原文无此数');
  });
});

describe('RegionBody', () => {
  const render = (entry: RegionEntry) =>
    renderComponent(RegionBody, {
      entry,
      units: entry.units,
      page: 1,
      pages: 1,
      children: childHoldings(archive, entry),
      nearest: nearestHoldings(archive, entry),
      years: archive.years,
    });

  test('a region says how many units and documents it has and that this is not all', async () => {
    const text = textOf(await render(region('990000')));
    expect(text).toContain(
      '本级及所辖地区收录 5 个单位的 6 份公开。以下只是这些单位预算的合计，不是示例省的全部支出。',
    );
  });

  test('a unit without documents is listed as not held, without figures', async () => {
    const text = textOf(await render(region('990200'))).replace(/\s+/gu, '');
    expect(text).toMatch(/示例[^。]*档案馆未收录/u);
  });

  test('a region without documents says so plainly and leads to the nearest that has some', async () => {
    const county = region('990101');
    const bare: RegionEntry = {
      ...county,
      units: [],
      unitsBelow: 0,
      unitYearsBelow: 0,
      expenditureByYear: [],
    };
    const page = await render(bare);
    expect(textOf(page)).toContain('档案还没有收录示例甲县的预算公开。没有收录不等于没有公开。');
    const links = [...elementsOf(page)].map((element) => attribute(element, 'href'));
    expect(links).toContain('/regions/990100/');
    expect(figuresOf(page)).toEqual([]);
  });
});

describe('CoverageGrid', () => {
  test('a held year leads to its document, several to the region, a missing one nowhere', async () => {
    const page = await renderComponent(CoverageGrid, {
      coverage: coverageByRegion(archive).filter(({ entry }) => entry.region.code === '990101'),
      years: archive.years,
    });
    const cells = [...elementsOf(page)].filter(({ tagName }) => tagName === 'td');
    expect(
      cells.map((cell) => [
        textOf(cell).trim(),
        [...elementsOf(cell)].map((element) => attribute(element, 'href')).find(Boolean) ?? null,
      ]),
    ).toEqual([
      ['·', null],
      ['1', '/units/990101-jiaotongju/2023/'],
      ['2', '/regions/990101/'],
    ]);
  });
});
