import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';

describe('renderMarkdown', () => {
  test('lines of a Chinese paragraph are joined without a blank, Latin lines keep theirs', async () => {
    expect(await renderMarkdown('第一行，\n第二行\nline three\nline four')).toBe(
      '<p>第一行，第二行\nline three\nline four</p>',
    );
  });

  test('headings move down together and get ids that cannot meet those of the page', async () => {
    expect(
      await renderMarkdown('# 来源\n\n## 更正\n\n###### 末级', {
        topHeading: 3,
        idPrefix: 'text-',
      }),
    ).toBe(
      [
        '<h3 id="text-来源">来源</h3>',
        '<h4 id="text-更正">更正</h4>',
        '<h6 id="text-末级">末级</h6>',
      ].join('\n'),
    );
  });

  test('the scrollers of several tables bear different names', async () => {
    const html = await renderMarkdown('| 甲 |\n|---|\n| 1 |\n\n文字\n\n| 乙 |\n|---|\n| 2 |');
    expect([...html.matchAll(/aria-label="([^"]*)"/gu)].map(([, name]) => name)).toEqual([
      '表格',
      '表格 2',
    ]);
  });

  test('a table has scoped headers and a scroller that the keyboard reaches', async () => {
    expect(await renderMarkdown('| 甲 | 乙 |\n|---|--:|\n| 1 | 2 |')).toBe(
      [
        '<div class="table-scroll" role="region" tabindex="0" aria-label="表格"><table>',
        '<thead>',
        '<tr>',
        '<th scope="col">甲</th>',
        '<th scope="col" class="num">乙</th>',
        '</tr>',
        '</thead>',
        '<tbody>',
        '<tr>',
        '<td>1</td>',
        '<td class="num">2</td>',
        '</tr>',
        '</tbody>',
        '</table></div>',
      ].join('\n'),
    );
  });

  test('addresses of this site get the base path, others stay', async () => {
    const html = await renderMarkdown(
      '[甲](/method/) [乙](https://example.org/) [丙](#丁)\n\n[戊][1]\n\n[1]: /about/',
      {
        link: (path) => `/archive${path}`,
      },
    );
    expect(html).toBe(
      '<p><a href="/archive/method/">甲</a> <a href="https://example.org/">乙</a> <a href="#%E4%B8%81">丙</a></p>\n' +
        '<p><a href="/archive/about/">戊</a></p>',
    );
  });

  test('a footnote leads to its note and back', async () => {
    const html = await renderMarkdown('数[^1]\n\n[^1]: 注');
    const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    const targets = [...html.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
    expect(ids).toEqual(['user-content-fnref-1', 'footnote-label', 'user-content-fn-1']);
    expect(targets.every((target) => ids.includes(target))).toBe(true);
  });
});

describe('hostile text', () => {
  test.each([
    ['a script element', '<script>alert(1)</script>', ''],
    [
      'a script inside a paragraph',
      '甲<script src="https://x.example/a.js"></script>乙',
      '<p>甲乙</p>',
    ],
    ['an event attribute', '<b onclick="alert(1)">甲</b>', '<p>甲</p>'],
    ['an image with an event', '<img src=x onerror=alert(1)>', ''],
    ['a remote image', '![甲](https://x.example/p.png)', '<p></p>'],
    ['a style element', '<style>body{display:none}</style>', ''],
    ['an inline frame', '<iframe src="https://x.example/"></iframe>', ''],
    ['a form', '<form action="https://x.example/"><input name=a></form>', ''],
    ['a javascript link', '[甲](javascript:alert(1))', '<p><a>甲</a></p>'],
    ['a javascript link in disguise', '[甲](JaVaScRiPt:alert(1))', '<p><a>甲</a></p>'],
    ['an encoded javascript link', '[甲](&#106;avascript:alert(1))', '<p><a>甲</a></p>'],
    ['an automatic javascript link', '<javascript:alert(1)>', '<p><a>javascript:alert(1)</a></p>'],
    ['a javascript definition', '[甲][1]\n\n[1]: javascript:alert(1)', '<p><a>甲</a></p>'],
    ['a data link', '[甲](data:text/html;base64,PHM+)', '<p><a>甲</a></p>'],
    ['a vbscript link', '[甲](vbscript:msgbox)', '<p><a>甲</a></p>'],
    ['an id of its own', '<a id="findings" name="source">甲</a>', '<p>甲</p>'],
    [
      'markup in a code block',
      '```html"><script>\n<script>\n```',
      '<pre><code>&#x3C;script>\n</code></pre>',
    ],
    [
      'markup in a title',
      '[甲](/a/ "\\"><script>")',
      '<p><a href="/a/" title="&#x22;><script>">甲</a></p>',
    ],
    ['a comment', '<!-- 甲 -->乙', ''],
  ])('%s does no harm', async (_name, source, html) => {
    expect(await renderMarkdown(source)).toBe(html);
  });

  test.each([
    [
      'too long',
      '字'.repeat(120_001),
      'line 1: Unexpected text of 120001 characters, expected less. Split the text.',
    ],
    [
      'deep in one line',
      `甲\n\n${'>'.repeat(5000)}乙`,
      'line 3: Unexpected nesting of more than 60 levels, expected less. Flatten it.',
    ],
    [
      'deep in lists',
      '- '.repeat(3000) + '甲',
      'line 1: Unexpected nesting of more than 60 levels, expected less. Flatten it.',
    ],
    [
      'deep over many lines',
      Array.from({ length: 70 }, (_, i) => `${'  '.repeat(i)}- 甲`).join('\n'),
      'line 31: Unexpected nesting of more than 60 levels, expected less. Flatten the lists or quotations.',
    ],
    [
      'a table without end',
      `${'|甲'.repeat(300)}\n${'|-'.repeat(300)}`,
      'line 1: Unexpected line of more than 200 cells, expected less. Split the table.',
    ],
    [
      'emphasis without end',
      '*甲_ '.repeat(3000),
      'line 1: Unexpected block of more than 4,000 emphasis marks, expected less. Split it.',
    ],
  ])('a text %s is refused', async (_name, source, message) => {
    await expect(renderMarkdown(source)).rejects.toThrow(message);
  });

  test.each([
    ['Chinese characters', '字'.repeat(120_000)],
    ['blanks after half a document number', `示财〔2024〕${' '.repeat(100_000)}甲`],
    ['opening brackets', '['.repeat(60_000)],
    ['opening angle brackets', '<'.repeat(60_000)],
    ['backquotes', `甲${'`'.repeat(60_000)}乙`],
  ])('%s to the limit take seconds at most', { timeout: 20_000 }, async (_name, source) => {
    const html = await renderMarkdown(source, {
      terms: [{ id: 'a', term: '预算', aliases: [] }],
      documentPath: () => undefined,
    });
    expect(html.startsWith('<p>')).toBe(true);
  });
});
