import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { parsePublishedUrls } from '../../src/archive/published-urls.ts';
import { sha256 } from '../../src/archive/record-file.ts';
import { findBrokenPromises } from '../../scripts/lib/published-urls.ts';
import { findLinkFaults, readSite } from '../../scripts/lib/site-links.ts';
import { copyExample, type ExampleCopy } from '../lib/build-example.ts';
import { attribute, elementsOf, parsePage, textOf } from '../lib/html-query.ts';

const record = '990101/990101-jiaotongju/2024-budget';
const unitYear = 'units/990101-jiaotongju/2024';

describe('the registry of published addresses', () => {
  const published = parsePublishedUrls(
    existsSync('content/published-urls.txt')
      ? readFileSync('content/published-urls.txt', 'utf8')
      : '',
  );

  test('is kept by the archive: every address is there, every published record or its version', async () => {
    const directory = inject('siteDir');
    const site = { directory, ...(await readSite(directory)) };
    expect(await findBrokenPromises(published, site)).toEqual([]);
  });

  test('is missed by a site that lacks what it promises', async () => {
    const directory = inject('siteDir');
    const site = { directory, ...(await readSite(directory)) };
    const gone = [{ since: '2026-01-31', url: '/units/990000-shili/', sha256: null }];
    expect(await findBrokenPromises([...published, ...gone], site)).toHaveLength(1);
  });
});

describe('an archive with things moved, taken down and replaced', () => {
  let example: ExampleCopy;
  const page = (file: string) => parsePage(readFileSync(join(example.site, file), 'utf8'));

  beforeAll(async () => {
    example = copyExample('permanence');
    const { content } = example;
    const write = (file: string, value: unknown) =>
      writeFileSync(join(content, file), JSON.stringify(value));
    write('redirects.json', [
      {
        from: '/units/990101-jiulu/',
        to: '/units/990101-jiaotongju/',
        reason: '单位改名',
        on: '2026-01-31',
      },
    ]);
    write('tombstones.json', [
      {
        path: '/units/990101-cuolu/2023/',
        title: '示例单位 2023 年度预算',
        reason: '误收了别处的文件',
        on: '2026-02-01',
      },
    ]);
    const now = readFileSync(join(content, `disclosures/${record}.json`), 'utf8');
    const former = now.replaceAll('"零工市场示例项目"', '"零工市场旧名项目"');
    mkdirSync(join(content, `versions/${record}`), { recursive: true });
    writeFileSync(join(content, `versions/${record}/v1.json`), former);
    write(`versions/${record}/versions.json`, [
      { version: 1, sha256: sha256(former), replacedOn: '2026-03-01', reason: '原件有新版' },
    ]);
    await example.build(['--base', '/sub/']);
  });

  afterAll(() => example.remove());

  test('leads from the old address to the new one without a server, and says so', () => {
    const elements = [...elementsOf(page('units/990101-jiulu/index.html'))];
    const refresh = elements.find((element) => attribute(element, 'http-equiv') === 'refresh');
    const canonical = elements.find((element) => attribute(element, 'rel') === 'canonical');
    expect(refresh && attribute(refresh, 'content')).toBe('0; url=/sub/units/990101-jiaotongju/');
    expect(canonical && attribute(canonical, 'href')).toBe('/sub/units/990101-jiaotongju/');
    expect(textOf(page('units/990101-jiulu/index.html'))).toContain('单位改名');
  });

  test('says what stood at an empty address, since when it is gone and why', () => {
    const text = textOf(page('units/990101-cuolu/2023/index.html'));
    for (const part of ['示例单位 2023 年度预算', '2026-02-01', '误收了别处的文件']) {
      expect(text).toContain(part);
    }
  });

  test('has a page for the former version with the reason and every difference', () => {
    const text = textOf(page(`${unitYear}/v1/index.html`));
    for (const part of ['2026-03-01', '原件有新版', '零工市场旧名项目', '零工市场示例项目']) {
      expect(text).toContain(part);
    }
    expect(readFileSync(join(example.site, unitYear, 'v1/record.json'), 'utf8')).toContain(
      '零工市场旧名项目',
    );
  });

  test('names every version on the page of today', () => {
    const links = [...elementsOf(page(`${unitYear}/index.html`))].map((element) =>
      attribute(element, 'href'),
    );
    expect(links).toContain(`/sub/${unitYear}/v1/`);
  });

  test('has no link that leads nowhere', async () => {
    expect(findLinkFaults(await readSite(example.site), '/sub/')).toEqual([]);
  });

  test('keeps its promises of a time before the changes', async () => {
    const before = [
      { since: '2026-01-01', url: '/units/990101-jiulu/', sha256: null },
      { since: '2026-01-01', url: '/units/990101-cuolu/2023/', sha256: null },
      { since: '2026-01-01', url: '/units/990101-cuolu/2023/record.json', sha256: 'a'.repeat(64) },
      {
        since: '2026-01-01',
        url: `/${unitYear}/record.json`,
        sha256: sha256(readFileSync(join(example.content, `versions/${record}/v1.json`), 'utf8')),
      },
    ];
    const site = { directory: example.site, ...(await readSite(example.site)) };
    expect(await findBrokenPromises(before, site)).toEqual([]);
  });

  test('is not built when an address is given to something else', async () => {
    const spoiled = copyExample('reused');
    writeFileSync(
      join(spoiled.content, 'tombstones.json'),
      JSON.stringify([
        { path: '/units/990101-jiaotongju/', title: '示例', reason: '示例', on: '2026-01-31' },
      ]),
    );
    await expect(spoiled.build()).rejects.toThrow('/units/990101-jiaotongju');
    spoiled.remove();
  });
});
