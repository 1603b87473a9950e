import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../../scripts/synth.ts';
import { checkRecord } from '../../../src/archive/check-record.ts';
import { disclosureSchema, type Disclosure } from '../../../src/schema/disclosure.ts';
import { unitSchema } from '../../../src/schema/unit.ts';

/** Runs the command in memory: what was written, copied and printed. */
async function synth(
  ...args: string[]
): Promise<{ written: Map<string, string>; copied: string[]; printed: string[] }> {
  const written = new Map<string, string>();
  const copied: string[] = [];
  const printed: string[] = [];
  await run(args, {
    readText: (path) => Promise.resolve(readFileSync(path, 'utf8')),
    writeText: (path, text) => Promise.resolve(void written.set(path, text)),
    copy: (_from, to) => Promise.resolve(void copied.push(to)),
    print: (line) => printed.push(line),
  });
  return { written, copied, printed };
}

const records = ({ written }: { written: Map<string, string> }) =>
  [...written]
    .filter(([path]) => path.includes('/disclosures/'))
    .map(([, text]) => disclosureSchema.parse(JSON.parse(text)));

describe('npm run synth', () => {
  test('writes as many valid records as asked, each marked as an example, and their units', async () => {
    const made = await synth('--unit-years', '60', '--seed', '7', '--out', '/example');
    const all = records(made);
    expect(all).toHaveLength(60);
    expect(new Set(all.map(({ id }) => id)).size).toBe(60);
    expect(all.filter(({ unitName }) => !unitName.includes('示例'))).toEqual([]);
    const units = (
      JSON.parse(made.written.get(resolve('/example/content/units.json')) ?? '[]') as unknown[]
    ).map((unit) => unitSchema.parse(unit));
    expect(new Set(units.map(({ id }) => id))).toEqual(new Set(all.map(({ unitId }) => unitId)));
  });

  test('writes the same for the same seed and something else for another', async () => {
    const first = await synth('--unit-years', '10', '--seed', '1', '--out', '/example');
    const again = await synth('--unit-years', '10', '--seed', '1', '--out', '/example');
    const other = await synth('--unit-years', '10', '--seed', '2', '--out', '/example');
    expect([...again.written]).toEqual([...first.written]);
    expect([...other.written]).not.toEqual([...first.written]);
  });

  test('plants a difference in some records: one printed total does not add up', async () => {
    const all = records(await synth('--unit-years', '300', '--seed', '3', '--out', '/example'));
    const planted = all.filter(({ tables }) => {
      const cells = tables.find(({ id }) => id === 'expenditure-by-subject')?.rows[0]?.cells ?? [];
      const fen = (column: string): number =>
        cells.find((cell) => cell.column === column)?.fen ?? 0;
      return fen('total') !== fen('basic') + fen('project');
    });
    expect(planted.length).toBeGreaterThan(3);
    expect(planted.length).toBeLessThan(60);
  });

  test('is about as large as the five documents the archive began with', async () => {
    const made = records(await synth('--unit-years', '200', '--seed', '5', '--out', '/example'));
    const mean = (count: (one: Disclosure) => number): number =>
      made.reduce((sum, one) => sum + count(one), 0) / made.length;
    const ratios = {
      rows: mean(({ tables }) => tables.reduce((sum, { rows }) => sum + rows.length, 0)) / 172,
      projects: mean(({ projects }) => projects.length) / 15,
      forms: mean(({ forms }) => forms.length) / 11.4,
      indicators:
        mean(({ forms }) => forms.reduce((sum, { indicators }) => sum + indicators.length, 0)) /
        164,
    };
    for (const [name, ratio] of Object.entries(ratios)) {
      expect(ratio, name).toBeGreaterThan(0.8);
      expect(ratio, name).toBeLessThan(1.2);
    }
  });

  test('disagrees with itself nowhere but in the planted total', async () => {
    const made = records(await synth('--unit-years', '200', '--seed', '6', '--out', '/example'));
    const found = made.flatMap((one) => {
      const earlier = made.find(
        ({ unitId, year }) => unitId === one.unitId && year === one.year - 1,
      );
      return checkRecord(one, earlier ?? null);
    });
    const wrong = found.filter(({ result }) => result === 'difference');
    expect(new Set(wrong.map(({ checkId }) => checkId))).toEqual(
      new Set(['columns-add-up', 'subject-hierarchy', 'expenditure-tables-agree']),
    );
    const read = new Set(found.map(({ checkId }) => checkId));
    expect([...read]).toEqual(expect.arrayContaining(['stated-changes', 'last-year-agrees']));
  });

  test('keeps to one province when asked', async () => {
    const all = records(
      await synth('--unit-years', '20', '--out', '/example', '--province', '140000'),
    );
    expect(all.every(({ regionCode }) => regionCode.startsWith('14'))).toBe(true);
  });

  test.each([
    [
      ['--unit-years', 'x', '--out', '/example'],
      'Unexpected --unit-years "x", expected a whole number.',
    ],
    [
      ['--unit-years', '1'],
      'Unexpected missing --out, expected a folder of its own, e.g. --out .cache/synth-1000',
    ],
    [
      ['--out', '.'],
      'Unexpected --out ., expected a folder outside content/: examples never enter the archive.',
    ],
    [
      ['--out', 'content/x'],
      'Unexpected --out content/x, expected a folder outside content/: examples never enter the archive.',
    ],
  ])('%j is refused', async (args, message) => {
    await expect(synth(...args)).rejects.toThrow(message);
  });
});
