import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { prepareParts } from '../../../scripts/lib/parts/prepare-parts.ts';
import { closeEngine } from '../../../scripts/lib/search-engine-files.ts';
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
