import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { buildEach, readEach } from '../../../scripts/lib/parts/build-part.ts';
import { aheadFolder } from '../../../scripts/lib/parts/built-part.ts';
import { openFileDigests } from '../../../scripts/lib/parts/file-digests.ts';
import { planParts } from '../../../scripts/lib/parts/plan-parts.ts';
import { prepareParts } from '../../../scripts/lib/parts/prepare-parts.ts';
import { closeEngine } from '../../../scripts/lib/search-engine-files.ts';
import { listFolder } from '../../../src/archive/list-folder.ts';
import { copyExampleContent, editFile, temporaryFolder } from '../../support/example-content.ts';

const generator = join(import.meta.dirname, '../../..');

/** Builds the parts of a content folder by year; returns the function that does it again and names what it built. */
async function partsOf(content: string): Promise<() => Promise<readonly string[]>> {
  const cache = temporaryFolder();
  const build = async (): Promise<readonly string[]> =>
    (await prepareParts({ generator, content, cache, jobs: 1 })).report.built;
  writeFileSync(join(content, 'archive.json'), '{"partition":"prefecture-year"}');
  await build();
  return build;
}

describe('buildParts', () => {
  afterAll(closeEngine);

  test('builds the part of the next year again when its document speaks of the changed one', async () => {
    const content = copyExampleContent();
    const build = await partsOf(content);
    expect(await build()).toEqual([]);
    const record = join(content, 'disclosures/990101/990101-jiaotongju/2023-budget.json');
    editFile(record, '示例甲县交通运输局', '示例甲县交通局');
    expect(await build()).toEqual(['9901-2023', '9901-2024']);
  });

  test('leaves the part of the next year alone when no figure of the changed document is another', async () => {
    const content = copyExampleContent();
    const build = await partsOf(content);
    const record = join(content, 'disclosures/990101/990101-jiaotongju/2023-budget.json');
    const { projects } = JSON.parse(readFileSync(record, 'utf8')) as {
      projects: readonly { name: string }[];
    };
    const name = projects[0]?.name ?? '';
    editFile(
      record,
      `"name": "${name}",\n      "formName"`,
      `"name": "${name}（改）",\n      "formName"`,
    );
    expect(await build()).toEqual(['9901-2023']);
    expect(await build()).toEqual([]);
  });

  test('leaves the part of the next year alone when its documents speak of nothing before them', async () => {
    const content = copyExampleContent();
    const later = join(content, 'disclosures/990101/990101-jiaotongju/2024-budget.json');
    editFile(later, '"change-amount"', '"amount"');
    const build = await partsOf(content);
    const record = join(content, 'disclosures/990101/990101-jiaotongju/2023-budget.json');
    editFile(record, '示例甲县交通运输局', '示例甲县交通局');
    expect(await build()).toEqual(['9901-2023']);
  });
});

describe('buildEach', () => {
  test('takes a record of the year before from the part built before it, but never a changed one', async () => {
    const content = copyExampleContent();
    const folder = temporaryFolder();
    const build = async (ids: readonly string[], out: string): Promise<string[]> => {
      const files = listFolder(content);
      const digests = openFileDigests(join(temporaryFolder(), 'digests.json'));
      const plan = { content, files, partition: 'prefecture-year', common: 'c', digests } as const;
      const parts = planParts(plan).filter(({ id }) => ids.includes(id));
      await buildEach(
        parts.map((part) => ({ content, folder: join(folder, out), part, common: 'c' })),
      );
      return ids.map((id) => readFileSync(join(folder, out, id, 'findings.jsonl'), 'utf8'));
    };
    const before = await build(['9901-2023', '9901-2024'], 'one-after-the-other');
    expect(await build(['9901-2024'], 'alone')).toEqual(before.slice(1));
    await build(['9901-2023'], 'remembered');
    const record = join(content, 'disclosures/990101/990101-jiaotongju/2023-budget.json');
    const total = (printed: string, fen: number): string =>
      `"printed": "${printed}",\n              "fen": ${fen},\n              "place": "L50C2"`;
    editFile(record, total('200.00', 200_000_000), total('205.00', 205_000_000));
    const changed = await build(['9901-2024'], 'changed');
    expect(changed).not.toEqual(before.slice(1));
    // Another part was built in between, so that nothing is remembered.
    await build(['9902-2024'], 'other');
    expect(await build(['9901-2024'], 'afresh')).toEqual(changed);
  });
});

describe('readEach', () => {
  test('writes what indexes look at, and leaves the same part to build as without it', async () => {
    const content = copyExampleContent();
    const files = listFolder(content);
    const digests = openFileDigests(join(temporaryFolder(), 'digests.json'));
    const plan = { content, files, partition: 'prefecture-year', common: 'c', digests } as const;
    const [part] = planParts(plan);
    if (part === undefined) throw new Error('Unexpected archive without parts.');
    const [alone, after] = [temporaryFolder(), temporaryFolder()];
    await buildEach([{ content, folder: alone, part, common: 'c' }]);
    const task = { content, folder: after, part, common: 'c' };
    const [effort] = await readEach([task]);
    expect(Object.keys(effort?.work ?? {})).toEqual(['read', 'summaries']);
    const read = aheadFolder(after, part.id);
    const names = ['entries.json', 'findings.jsonl', 'outlines.json', 'summaries.jsonl'];
    expect(listFolder(read)).toEqual(names);
    // From memory: a record that changes now is not read again.
    writeFileSync(join(content, 'disclosures', part.files[0] ?? ''), '{}');
    await buildEach([task]);
    const [one, other] = [join(alone, part.id), join(after, part.id)];
    expect(listFolder(other)).toEqual(listFolder(one));
    for (const file of listFolder(one))
      expect(readFileSync(join(other, file)).equals(readFileSync(join(one, file))), file).toBe(
        true,
      );
    for (const file of names)
      expect(readFileSync(join(read, file)).equals(readFileSync(join(one, file))), file).toBe(true);
    // And from memory but once.
    await expect(buildEach([task])).rejects.toThrow('Unexpected record');
  });
});
