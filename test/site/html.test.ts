import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { listFiles } from '../../scripts/lib/site-links.ts';
import { htmlFaults } from '../lib/html-faults.ts';
import { pagesOfEveryKind } from '../support/page-kinds.ts';

const archives = [
  ['the archive', inject('siteDir'), await listFiles(inject('siteDir'))],
  ['the example archive', inject('exampleDir'), await listFiles(inject('exampleDir'))],
] as const;

describe.each(archives)('%s', (_name, site, files) => {
  const kinds = pagesOfEveryKind(site, files);

  test('has pages of many kinds', () => {
    expect(kinds.length).toBeGreaterThan(15);
  });

  test.each(kinds)('is valid HTML: $kind', async ({ file }) => {
    expect(await htmlFaults(readFileSync(join(site, file), 'utf8'))).toEqual([]);
  });
});

describe('the validator', () => {
  test.each([
    ['a repeated id', '<p id="a"></p><p id="a"></p>', 'no-dup-id'],
    ['wrong nesting', '<span><div></div></span>', 'element-permitted-content'],
    ['a stray end tag', '<p></p></div>', 'close-order'],
    ['an inline style', '<p style="color: red">a</p>', 'no-inline-style'],
  ])('finds %s', async (_fault, html, rule) => {
    expect((await htmlFaults(html)).join('\n')).toContain(rule);
  });
});
