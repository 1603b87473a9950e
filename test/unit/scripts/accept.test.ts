import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run as accept } from '../../../scripts/accept.ts';
import { run as runImport } from '../../../scripts/import.ts';
import { lockContent } from '../../../scripts/lib/import-lock.ts';
import { readImportedSources } from '../../../scripts/lib/imported-sources.ts';
import { readTextOrNull } from '../../../scripts/lib/read-or-absent.ts';
import { writeFiles } from '../../../scripts/lib/write-files.ts';
import { listRecordFiles } from '../../../src/archive/read-records.ts';
import type { Unit } from '../../../src/schema/unit.ts';
import { memoryDisk } from '../../lib/import-effects.ts';

const tabbed = readFileSync(
  join(import.meta.dirname, '../../fixtures/import/tabbed/source.txt'),
  'utf8',
);
const id = '990102-shiliju-2024-budget';
const file = '990102/990102-shiliju/2024-budget.json';

let folder: string;
let content: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accept-'));
  content = join(folder, 'content');
  for (const [path, text] of memoryDisk().files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Imports texts into the content folder, with these options. */
async function importTexts(texts: Readonly<Record<string, string>>, ...args: string[]) {
  const disk = memoryDisk(texts);
  const effects = {
    ...disk,
    readText: readTextOrNull,
    listFiles: () => Promise.resolve(['shanxi-13.json']),
    importedSources: readImportedSources,
    writeFiles,
  };
  const code = await runImport([...Object.keys(texts), '--content', content, ...args], effects);
  return { code, printed: disk.printed.join('\n') };
}

async function acceptDrafts(...args: string[]): Promise<{ code: number; printed: string[] }> {
  const printed: string[] = [];
  const code = await accept([...args, '--content', content], {
    print: (line) => void printed.push(line),
  });
  return { code, printed };
}

const at = (path: string): string => join(content, path);
const units = (): Unit[] =>
  (JSON.parse(readFileSync(at('units.json'), 'utf8')) as { units: Unit[] }).units;

describe('import --draft', () => {
  test('writes where no build reads, and registers no unit', async () => {
    expect((await importTexts({ 'a.txt': tabbed }, '--draft')).code).toBe(0);
    expect(existsSync(at(`drafts/${file}`))).toBe(true);
    expect(existsSync(at('units.json'))).toBe(false);
    expect(listRecordFiles(content)).toEqual([]);
  });

  test('passes over what waits already, and replaces it with --replace', async () => {
    await importTexts({ 'a.txt': tabbed }, '--draft');
    expect((await importTexts({ 'a.txt': tabbed }, '--draft')).printed).toContain('passed over');
    const other = tabbed.replaceAll('120.50', '121.50');
    expect((await importTexts({ 'a.txt': other }, '--draft')).code).toBe(1);
    expect((await importTexts({ 'a.txt': other }, '--draft', '--replace')).code).toBe(0);
    expect(readFileSync(at(`drafts/${file}`), 'utf8')).toContain('121.50');
  });

  test('is refused for what is accepted, and a record for what waits as a draft', async () => {
    await importTexts({ 'a.txt': tabbed });
    const other = tabbed.replaceAll('120.50', '121.50');
    const draft = await importTexts({ 'b.txt': other }, '--draft');
    expect([draft.code, existsSync(at(`drafts/${file}`))]).toEqual([1, false]);
    expect(draft.printed).toContain('Import it without --draft, with --replace');
    rmSync(at('disclosures'), { recursive: true });
    await importTexts({ 'b.txt': other }, '--draft');
    const record = await importTexts({ 'a.txt': tabbed });
    expect([record.code, existsSync(at(`disclosures/${file}`))]).toEqual([1, false]);
    expect(record.printed).toContain(`Accept the draft with npm run accept -- ${id}`);
  });
});

describe('accept', () => {
  test('gives what an import without --draft gives', async () => {
    await importTexts({ 'a.txt': tabbed });
    const record = readFileSync(at(`disclosures/${file}`), 'utf8');
    const register = readFileSync(at('units.json'), 'utf8');
    rmSync(at('disclosures'), { recursive: true });
    rmSync(at('units.json'));
    await importTexts({ 'a.txt': tabbed }, '--draft');
    const { code, printed } = await acceptDrafts(id);
    expect([code, printed]).toEqual([
      0,
      [`Accepted ${id} into ${content}/disclosures/${file}`, '1 accepted, 0 refused.'],
    ]);
    expect(readFileSync(at(`disclosures/${file}`), 'utf8')).toBe(record);
    expect(readFileSync(at('units.json'), 'utf8')).toBe(register);
    expect(existsSync(at(`drafts/${file}`))).toBe(false);
  });

  test('takes the path of a draft as well as its id', async () => {
    await importTexts({ 'a.txt': tabbed }, '--draft');
    expect((await acceptDrafts(at(`drafts/${file}`))).code).toBe(0);
    expect(existsSync(at(`disclosures/${file}`))).toBe(true);
  });

  test('--all accepts what can be, and tells why the rest cannot', async () => {
    const second = tabbed.replaceAll('示例市示例区示例局', '示例市示例区示例二局');
    await importTexts({ 'a.txt': tabbed, 'b.txt': second }, '--draft');
    mkdirSync(at(`disclosures/${dirname(file)}`), { recursive: true });
    writeFileSync(at(`disclosures/${file}`), '{}');
    const { code, printed } = await acceptDrafts('--all');
    expect(code).toBe(1);
    expect(printed.join('\n')).toContain(`Unexpected record in ${content}/disclosures/${file}`);
    expect(printed.at(-1)).toBe('1 accepted, 1 refused.');
    expect(readFileSync(at(`disclosures/${file}`), 'utf8')).toBe('{}');
    expect(existsSync(at(`drafts/${file}`))).toBe(true);
    expect(units().map((unit) => unit.id)).toEqual(['990102-shilierju']);
  });

  test('refuses a draft that was broken by hand, and changes nothing', async () => {
    await importTexts({ 'a.txt': tabbed }, '--draft');
    const text = readFileSync(at(`drafts/${file}`), 'utf8');
    writeFileSync(at(`drafts/${file}`), text.replace('"fen": 12050000', '"fen": 1'));
    const { code, printed } = await acceptDrafts('--all');
    expect([code, existsSync(at(`disclosures/${file}`)), existsSync(at('units.json'))]).toEqual([
      1,
      false,
      false,
    ]);
    expect(printed[0]).toMatch(/^Refused: .*drafts\/990102/u);
  });

  test('ends what an interrupted one left: the same record and its draft', async () => {
    await importTexts({ 'a.txt': tabbed }, '--draft');
    const text = readFileSync(at(`drafts/${file}`), 'utf8');
    await acceptDrafts(id);
    writeFileSync(at(`drafts/${file}`), text);
    expect((await acceptDrafts(id)).code).toBe(0);
    expect(existsSync(at(`drafts/${file}`))).toBe(false);
  });

  test('is refused while an import is at work', async () => {
    await importTexts({ 'a.txt': tabbed }, '--draft');
    const unlock = await lockContent(content, false);
    const { code, printed } = await acceptDrafts(id);
    await unlock();
    expect([code, printed[0]]).toEqual([
      1,
      expect.stringContaining('Unexpected other import at work') as string,
    ]);
  });

  test.each([
    [['nothing'], 'Unexpected draft "nothing", expected the id or path of one.'],
    [['../../units.json'], 'Unexpected draft "../../units.json"'],
    [['--discard'], '--discard: Unexpected alone'],
    [['--all', id], '--all: Unexpected with drafts named'],
  ])('refuses %j', async (args, message) => {
    const { code, printed } = await acceptDrafts(...args);
    expect([code, printed.join('\n')]).toEqual([1, expect.stringContaining(message) as string]);
  });
});

describe('drafts', () => {
  test('none are told', async () => {
    expect(await acceptDrafts()).toEqual({
      code: 0,
      printed: [`No drafts in ${content}/drafts/.`],
    });
  });

  test('are listed with what is doubtful in each', async () => {
    const doubtful = tabbed.replace('收入总计\t120.50', '收入总计\t7.77');
    await importTexts({ 'a.txt': doubtful }, '--draft');
    const { code, printed } = await acceptDrafts();
    expect(code).toBe(0);
    expect(printed[0]).toBe(`${id} 示例市示例区示例局 2024`);
    expect(printed.join('\n')).toMatch(/Differences 差异: [1-9]/u);
    expect(printed.at(-1)).toBe('1 drafts. Accept them with npm run accept -- <id>, or --all.');
  });

  test('are removed when they are discarded', async () => {
    await importTexts({ 'a.txt': tabbed }, '--draft');
    const { code, printed } = await acceptDrafts('--discard', id);
    expect([code, printed]).toEqual([0, [`Discarded ${content}/drafts/${file}`]]);
    expect(existsSync(at(`drafts/${file}`))).toBe(false);
  });
});
