import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../../scripts/import.ts';
import type { Disclosure } from '../../../src/schema/disclosure.ts';
import { memoryDisk } from '../../lib/import-effects.ts';

const fixture = (name: string, file = 'source.txt'): string =>
  readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'import', name, file), 'utf8');

const tabbed = fixture('tabbed');
const recordPath = 'content/disclosures/990102/990102-shiliju/2024-budget.json';

/** Exit code, last printed lines and disk after importing one text. */
async function importText(text: string | Uint8Array, args: string[] = [], before = {}) {
  const disk = memoryDisk({ 'a.txt': text, ...before });
  const code = await run(['a.txt', ...args], disk);
  return { code, printed: disk.printed.join('\n'), disk };
}

describe('a source that is read', () => {
  test('its record and its unit are written, and the report tells what was found', async () => {
    const { code, printed, disk } = await importText(tabbed);
    expect(code).toBe(0);
    expect(disk.written).toEqual(['content/units.json', recordPath]);
    expect(printed).toContain('a.txt → 990102-shiliju-2024-budget (new)');
    expect(printed).toContain('unit: 示例市示例区示例局 [990102-shiliju, new in units.json]');
    expect(printed).toContain('tables: 13 of 13, 135 rows, 133 money cells');
    expect(printed).toContain('L192 fund-budget-revenue: 1 rows, printed empty');
    expect(printed).toContain('missing tables: none');
    expect(printed).toContain('forms: 1, 6 indicators');
    expect(printed).toContain('corrections: none');
    expect(printed).toContain('checks: 61 results\n    Differences 差异: 0\n');
  });

  test('the report lists the differences that the checks find', async () => {
    const { code, printed } = await importText(
      tabbed.replace('收入总计\t120.50', '收入总计\t7.77'),
    );
    expect(code).toBe(0);
    expect(printed).toMatch(/ {4}Differences 差异: [1-9]\d*\n {6}L\d+/u);
    expect(printed).toContain(
      'revenue-equals-expenditure 表1 收入总计 7.77，表1 支出总计 120.50，相差 112.73 万元',
    );
  });

  test('a dry run reports and writes nothing', async () => {
    const { code, printed, disk } = await importText(tabbed, ['--dry-run']);
    expect([code, disk.written]).toEqual([0, []]);
    expect(printed).toContain('Dry run: 2 files would be written.');
  });

  test('the same source again changes nothing', async () => {
    const { disk } = await importText(tabbed);
    disk.written.length = 0;
    expect(await run(['a.txt'], disk)).toBe(0);
    expect(disk.written).toEqual([]);
    expect(disk.printed.at(-1)).not.toContain('Wrote');
  });

  test('unit, year and region of the operator come before those of the document', async () => {
    const args = ['--unit', '示例县另一局', '--year', '2022', '--region', '990100'];
    const { disk } = await importText(tabbed, args);
    expect(disk.written[1]).toBe(
      'content/disclosures/990100/990100-shilixianlingyiju/2022-budget.json',
    );
  });

  test('a unit outside the region of the archive is refused, one inside is not', async () => {
    const { disk } = await importText(tabbed);
    disk.written.length = 0;
    disk.files.set('content/archive.json', '{ "regionRoot": "990100" }');
    expect(await run(['a.txt', '--replace'], disk)).toBe(0);
    expect(await run(['a.txt', '--region', '990000', '--unit', '示例省另一局'], disk)).toBe(1);
    expect(disk.printed.join('\n')).toContain(
      'Unexpected region 990000, expected 990100 or one below it, as regionRoot of content/archive.json says. Leave the document out, or widen regionRoot.',
    );
    expect(disk.written).toEqual([]);
  });

  test('project numbers and slugs of the record that stands are kept', async () => {
    const { disk } = await importText(tabbed);
    const record = JSON.parse(disk.files.get(recordPath) ?? '') as Disclosure;
    const kept = record.projects.map((project) => ({ ...project, slug: `kept-${project.n}` }));
    disk.files.set(recordPath, JSON.stringify({ ...record, projects: kept }));
    expect(await run(['a.txt', '--replace'], disk)).toBe(0);
    const after = JSON.parse(disk.files.get(recordPath) ?? '') as Disclosure;
    expect(after.projects).toEqual(kept);
  });
});

describe('a source that is refused', () => {
  const twice = tabbed.replace(
    '第三部分',
    `${tabbed.slice(tabbed.indexOf('预算公开表1'))}\n第三部分`,
  );
  test.each([
    ['no UTF-8', new Uint8Array([0xff, 0xfe]), 'bytes that are not UTF-8'],
    ['an empty file', '', 'Unexpected empty file'],
    ['a text without tables', '示例\n没有报表\n', 'without any table title and header'],
    [
      'tables of an unknown set',
      '2024年示例甲表\n项目\t金额\n2024年示例乙表\n项目\t金额\n',
      'L1: Unexpected table set with 2 unknown tables, the first "2024年示例甲表", expected one of shanxi-13',
    ],
    [
      'an unreadable amount',
      tabbed.replace('其他就业补助支出\t52.50', '其他就业补助支出\t52万'),
      'L105C3: Unexpected amount "52万", expected a decimal number in 万元. Add a correction',
    ],
    [
      'an unknown money measure',
      tabbed.replace('单位：万元', '单位：千元'),
      'L35: Unexpected money unit "千元", expected 元, 万元 or 亿元',
    ],
    [
      'a destroyed header that leaves a choice',
      tabbed.replaceAll('合计\t基本支出\t项目支出', '合\t本\t目\t外'),
      'without 合计, 基本支出, 项目支出, expected the headers of the table set',
    ],
    [
      'an amount in a column without a header',
      tabbed.replace('行政运行\t60.00\t50.00\t10.00', '行政运行\t60.00\t50.00\t10.00\t7.00'),
      'Unexpected text "7.00" in a column without a header',
    ],
    [
      'a table printed twice',
      twice,
      'Unexpected second revenue-expenditure-summary (first at L31)',
    ],
    [
      'titles of two years',
      tabbed.replace('2024年预算支出总表\n', '2023年预算支出总表\n'),
      'L92: Unexpected table title of 2023, expected 2024 as at L31',
    ],
    [
      'a unit of no known division',
      tabbed.replaceAll('示例市示例区', '无名市'),
      'Unexpected unit name "无名市示例局"',
    ],
    [
      'no unit name',
      tabbed.replaceAll('单位名称：示例市示例区示例局', '单位名称：'),
      'document without a unit name',
    ],
  ])('%s: exit code 1, nothing written', async (_, text, message) => {
    const { code, printed, disk } = await importText(text);
    expect([code, disk.written]).toEqual([1, []]);
    expect(printed).toContain(message);
    expect(printed).toContain('Nothing was written.');
  });

  test('narrative sections are kept only when asked for', async () => {
    const text = `${tabbed}\n第三部分 2024年度单位预算情况说明\n\n十二、其他说明\n\n示例文字。\n`;
    const without = await importText(text);
    expect(without.disk.files.get(recordPath)).not.toContain('示例文字');
    const { disk, printed } = await importText(text, ['--with-prose']);
    const record = JSON.parse(String(disk.files.get(recordPath))) as {
      prose: { markdown: string }[];
    };
    expect(record.prose.map(({ markdown }) => markdown)).toContain('示例文字。');
    expect(printed).toContain('prose kept:');
  });

  test('an id that has another record, unless it is to be replaced', async () => {
    const { disk } = await importText(tabbed);
    const other = memoryDisk({ 'a.txt': tabbed.replaceAll('120.50', '121.50') });
    for (const [path, text] of disk.files) if (path !== 'a.txt') other.files.set(path, text);
    expect(await run(['a.txt'], other)).toBe(1);
    expect(other.printed.at(-2)).toContain(
      `Unexpected other record of 990102-shiliju-2024-budget in ${recordPath}, read from another source`,
    );
    expect(other.written).toEqual([]);
    expect(await run(['a.txt', '--replace'], other)).toBe(0);
    expect(other.written).toEqual([recordPath]);
  });

  test('a correction that does not fit its source', async () => {
    const corrections = JSON.parse(fixture('ocr-damage', 'corrections.json')) as object;
    const path = 'content/corrections/990102/990102-shiliju/2024-budget.json';
    const { code, printed } = await importText(tabbed, [], { [path]: JSON.stringify(corrections) });
    expect(code).toBe(1);
    expect(printed).toContain('(correction c1)');
  });

  test('one refused file of several does not keep the others from being written', async () => {
    const disk = memoryDisk({ 'a.txt': '示例', 'b.txt': tabbed });
    expect(await run(['a.txt', 'b.txt'], disk)).toBe(1);
    expect(disk.written).toEqual(['content/units.json', recordPath]);
    expect(disk.printed.slice(0, 3)).toEqual([
      '[1/2] a.txt',
      '[2/2] b.txt',
      'b.txt → 990102-shiliju-2024-budget (new)',
    ]);
    expect(disk.printed.at(-2)).toMatch(/^Refused: a\.txt: /u);
    expect(disk.printed.at(-1)).toBe('1 imported, 0 passed over, 1 refused.');
  });

  test('with --all-or-none it does', async () => {
    const disk = memoryDisk({ 'a.txt': tabbed, 'b.txt': '示例' });
    expect(await run(['a.txt', 'b.txt', '--all-or-none'], disk)).toBe(1);
    expect(disk.written).toEqual([]);
    expect(disk.printed.slice(-2)).toEqual([
      '0 imported, 0 passed over, 1 refused.',
      'Nothing was written.',
    ]);
  });

  test('a second document of one unit and year, the first in order being taken', async () => {
    const other = tabbed.replaceAll('120.50', '121.50');
    const disk = memoryDisk({ 'a.txt': tabbed, 'b.txt': other });
    expect(await run(['a.txt', 'b.txt', '--replace'], disk)).toBe(1);
    expect(disk.printed.at(-2)).toBe(
      'Refused: b.txt: Unexpected second source of 990102-shiliju-2024-budget; a.txt is the first. Keep one.',
    );
    expect(disk.files.get(recordPath)).toContain('"a.txt"');
  });

  test.each([
    [[], 'expected a source file'],
    [['a.txt', '--year', '24'], '--year: Unexpected "24"'],
    [['a.txt', '--nonsense'], '--nonsense'],
  ])('arguments %j', async (args, message) => {
    const disk = memoryDisk({ 'a.txt': tabbed });
    expect(await run(args, disk)).toBe(1);
    expect(disk.printed.join('\n')).toContain(message);
  });
});
