import { describe, expect, test } from 'vitest';
import { embedSnippet } from '../../../src/format/embed.ts';

const part = {
  address: 'https://archive.example/embed/990101-shili/2024/index.html#revenue-summary',
  title: '示例局 2024 年度预算·收入表',
  lines: 4,
};

describe('embedSnippet', () => {
  test('is a frame that may run no script and sends no referrer', () => {
    expect(embedSnippet(part)).toBe(
      '<iframe src="https://archive.example/embed/990101-shili/2024/index.html#revenue-summary"' +
        ' title="示例局 2024 年度预算·收入表" width="100%" height="328" loading="lazy"' +
        ' referrerpolicy="no-referrer"' +
        ' sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>',
    );
  });

  test('keeps a hostile name within its attribute and on one line', () => {
    const snippet = embedSnippet({ ...part, title: '"><script>示例()</script>\n&' });
    expect(snippet).toContain('title="&quot;&gt;&lt;script&gt;示例()&lt;/script&gt; &amp;"');
    expect(snippet).not.toMatch(/[\n\r]|<script/u);
  });

  test.each([
    [0, 200],
    [13, 616],
    [14, 640],
    [500, 640],
  ])('guesses a height for %i lines', (lines, height) => {
    expect(embedSnippet({ ...part, lines })).toContain(` height="${height}" `);
  });
});
