import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../../scripts/import.ts';
import { maximumOriginalBytes, withOriginal } from '../../../scripts/lib/keep-original.ts';
import { extractText } from '../../../src/extract/text-document.ts';
import { type SourceDocument, sourceDocumentSchema } from '../../../src/schema/source.ts';
import { memoryDisk } from '../../lib/import-effects.ts';

const tabbed = readFileSync(
  join(import.meta.dirname, '../../fixtures/import/tabbed/source.txt'),
  'utf8',
);
const clean = tabbed.replaceAll(/^.*(?:负责人|经办人|联系电话).*$/gmu, '');
const handler = `${clean}\n联系人：示例人\n`;
const recordPath = 'content/disclosures/990102/990102-shiliju/2024-budget.json';

const card: SourceDocument = {
  file: 'a',
  title: '示例',
  mediaType: 'text/plain',
  sha256: 'a'.repeat(64),
  bytes: 1,
  lines: 1,
  publisher: null,
  url: null,
  fetchedOn: null,
  note: null,
};
const nothing = extractText(new TextEncoder().encode('示例'));

/** The source card of the record an import wrote, and the files written. */
async function importKeeping(text: string, ...args: string[]) {
  const disk = memoryDisk({ 'in/a.txt': text });
  const code = await run(['in/a.txt', ...args], disk);
  const record = disk.files.get(recordPath);
  const source =
    record === undefined ? null : (JSON.parse(record) as { source: SourceDocument }).source;
  return { code, source, disk, printed: disk.printed.join('\n') };
}

describe('import --keep-original', () => {
  test('keeps nothing unless asked', async () => {
    const { source, disk } = await importKeeping(clean);
    expect(source).not.toHaveProperty('original');
    expect(disk.written).toEqual(['content/units.json', recordPath]);
  });

  test('keeps the bytes under their digest, and names them in the record', async () => {
    const { code, source, disk } = await importKeeping(clean, '--keep-original');
    const path = `public/originals/${source?.sha256}.txt`;
    expect([code, source?.original]).toEqual([0, `${source?.sha256}.txt`]);
    expect(disk.written).toEqual(['content/units.json', path, recordPath]);
    expect(disk.files.get(path)).toBe(clean);
  });

  test('is refused for a source with personal data, told by number and place alone', async () => {
    const { code, disk, printed } = await importKeeping(handler, '--keep-original');
    expect([code, disk.written]).toEqual([1, []]);
    expect(printed).toMatch(/1 other lines with labelled names .* in 1 places \(L\d+\)/u);
    expect(printed).toContain('--original-checked');
    expect(printed).not.toContain('示例人');
  });

  test('is allowed for it when a person has checked it', async () => {
    const { code, source } = await importKeeping(handler, '--keep-original', '--original-checked');
    expect([code, source?.original]).toEqual([0, `${source?.sha256}.txt`]);
  });

  test('stays kept when the record is imported again', async () => {
    const { disk, source } = await importKeeping(clean, '--keep-original');
    expect(await run(['in/a.txt', '--replace'], disk)).toBe(0);
    expect(disk.files.get(recordPath)).toContain(`"original": "${source?.original}"`);
  });

  test('--original-checked alone is refused', async () => {
    const { code, printed } = await importKeeping(clean, '--original-checked');
    expect([code, printed]).toEqual([
      1,
      '--original-checked: Unexpected alone, expected with --keep-original.',
    ]);
  });
});

describe('withOriginal', () => {
  test.each([
    ['application/pdf', 'pdf'],
    ['text/html', 'html.txt'],
    ['text/plain', 'txt'],
    ['application/vnd.ms-excel', 'xls'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ])('%s is served as .%s', (mediaType, ending) => {
    const kept = withOriginal({ ...card, mediaType }, nothing, 'keep');
    expect(kept.original).toBe(`${card.sha256}.${ending}`);
    expect(sourceDocumentSchema.safeParse(kept).success).toBe(true);
  });

  test('a source above the limit is refused', () => {
    expect(() =>
      withOriginal({ ...card, bytes: maximumOriginalBytes + 1 }, nothing, 'keep'),
    ).toThrow(`expected at most ${maximumOriginalBytes}`);
  });

  test('hidden parts nobody has seen are refused like personal data', () => {
    const notices = [{ place: 'S2R1', what: 'hidden sheet "示例" was left out' }];
    expect(() => withOriginal(card, { ...nothing, notices }, 'keep')).toThrow(
      '1 hidden parts in 1 places (S2R1)',
    );
    expect(withOriginal(card, { ...nothing, notices }, 'checked').original).toBeDefined();
  });
});

describe('the name of a kept source in a record', () => {
  test.each([
    [`${'b'.repeat(64)}.pdf`, false],
    [`${card.sha256}.pdf`, true],
    [`${card.sha256}.html`, false],
    [`../${card.sha256}.pdf`, false],
    [`${card.sha256}.pdf/../x`, false],
  ])('%s: %s', (original, isGood) => {
    expect(sourceDocumentSchema.safeParse({ ...card, original }).success).toBe(isGood);
  });
});
