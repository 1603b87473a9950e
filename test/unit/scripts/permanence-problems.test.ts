import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../scripts/check-content.ts';
import { sha256 } from '../../../src/archive/record-file.ts';
import { copyExampleContent } from '../../support/example-content.ts';

const record = '990101/990101-jiaotongju/2024-budget';
const versions = `versions/${record}/versions.json`;
const former = '{"former":true}';
const entry = {
  version: 1,
  sha256: sha256(former),
  replacedOn: '2026-03-01',
  reason: '原件有新版',
};

/** The problems of the example archive with files written into it or, where null, taken out. */
function problemsWith(files: Readonly<Record<string, string | null>>): readonly string[] {
  const content = copyExampleContent();
  for (const [file, text] of Object.entries(files)) {
    const path = join(content, file);
    mkdirSync(dirname(path), { recursive: true });
    if (text === null) rmSync(path);
    else writeFileSync(path, text);
  }
  return checkContent(content).problems;
}

const kept = {
  [versions]: JSON.stringify([entry]),
  [`versions/${record}/v1.json`]: former,
};
const tombstone = (path: string) =>
  JSON.stringify([{ path, title: '示例', reason: '示例', on: '2026-02-01' }]);
const registry = '2026-01-31 /units/990101-jiulu/2024/\n';

describe('check-content reads what was published', () => {
  test('and finds nothing wrong with versions kept and addresses led on', () => {
    const redirect = [
      {
        from: '/units/990101-jiulu/2024/',
        to: '/units/990101-jiaotongju/2024/',
        reason: '改名',
        on: '2026-01-31',
      },
    ];
    expect(
      problemsWith({
        ...kept,
        'published-urls.txt': registry,
        'redirects.json': JSON.stringify(redirect),
      }),
    ).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, string | null>>, string]>([
    [
      'a changed version',
      { ...kept, [`versions/${record}/v1.json`]: '{}' },
      'A version is never changed',
    ],
    [
      'a list that leaves one out',
      { ...kept, [versions]: '[]' },
      `content/versions/${record}/v1.json: Unexpected file`,
    ],
    ['a list that is no list', { ...kept, [versions]: '{}' }, 'Unexpected list of versions'],
    ['a version gone', { [versions]: JSON.stringify([entry]) }, 'ENOENT'],
    [
      'versions without a record',
      { [`versions/990101/990101-wu/2024-budget/v1.json`]: former },
      'Unexpected file, expected a version',
    ],
    [
      'a malformed redirect',
      { 'redirects.json': '[{"from":"units"}]' },
      'content/redirects.json: Unexpected entry',
    ],
    [
      'a tombstone over a page',
      { 'tombstones.json': tombstone('/units/990101-jiaotongju/2024/') },
      'Unexpected entry for /units/990101-jiaotongju/2024/',
    ],
    [
      'a published address that leads nowhere',
      { 'published-urls.txt': registry },
      'Unexpected absence of /units/990101-jiulu/2024/, published on 2026-01-31',
    ],
    [
      'a malformed registry',
      { 'published-urls.txt': 'units\n' },
      'content/published-urls.txt: Unexpected line',
    ],
  ])('and tells %s', (_, files, message) => {
    const problems = problemsWith(files);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });

  test('and tells a record taken out after it was published', () => {
    const path = '/units/990101-jiaotongju/2024/';
    const content = copyExampleContent();
    writeFileSync(join(content, 'published-urls.txt'), `2026-01-31 ${path}\n`);
    expect(checkContent(content).problems).toEqual([]);
    rmSync(join(content, `disclosures/${record}.json`));
    expect(checkContent(content).problems.join('\n')).toContain(`Unexpected absence of ${path}`);
    expect(readFileSync(join(content, 'published-urls.txt'), 'utf8')).toContain(path);
  });
});
