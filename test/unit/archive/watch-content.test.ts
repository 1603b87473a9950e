import { describe, expect, test } from 'vitest';
import { isContent } from '../../../src/archive/watch-content.ts';

describe('isContent', () => {
  const content = '/archive/content/';

  test.each([
    ['disclosures/990101/a/2024-budget.json', true],
    ['topics/shili.md', true],
    ['units.json', true],
    ['disclosures/990101/a/.2024-budget.json.1-0.new.import.tmp', false],
    ['drafts/990101/a/2024-budget.json', false],
    ['archive.json', false],
    ['../src/pages/index.astro', false],
  ])('%s: %s', (file, expected) => {
    expect(isContent(content, new URL(file, `file://${content}`).pathname)).toBe(expected);
  });
});
