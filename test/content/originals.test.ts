import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readImportedSources } from '../../scripts/lib/imported-sources.ts';

test('the committed documents keep no source: only digest, title, publisher, address and date', async () => {
  const sources = [...(await readImportedSources('content')).values()];
  expect(sources.length).toBeGreaterThanOrEqual(5);
  expect(sources.filter(({ source }) => source.original !== undefined)).toEqual([]);
  expect(sources.filter(({ isDraft }) => isDraft)).toEqual([]);
  expect(existsSync('public/originals')).toBe(false);
});
