import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';

const terms = [
  { id: 'budget', term: '预算', aliases: [] },
  { id: 'general-public-budget', term: '一般公共预算', aliases: ['一般公共预算拨款'] },
  { id: 'three-public', term: '“三公”经费', aliases: ['三公经费'] },
];
const render = (source: string) => renderMarkdown(source, { terms });

describe('linkGlossaryTerms', () => {
  test('the first occurrence is linked, later ones are not', async () => {
    expect(await render('预算与预算\n\n预算')).toBe(
      '<p><a href="/glossary/#budget">预算</a>与预算</p>\n<p>预算</p>',
    );
  });

  test('a term inside a longer term is not an occurrence, even after the longer one is linked', async () => {
    expect(await render('一般公共预算、一般公共预算、预算')).toBe(
      '<p><a href="/glossary/#general-public-budget">一般公共预算</a>、一般公共预算、<a href="/glossary/#budget">预算</a></p>',
    );
  });

  test('an alias leads to its term and counts as its occurrence', async () => {
    expect(await render('三公经费，“三公”经费')).toBe(
      '<p><a href="/glossary/#three-public">三公经费</a>，“三公”经费</p>',
    );
  });

  test.each([
    ['a link', '[预算](/a/)', '<p><a href="/a/">预算</a></p>'],
    ['a heading', '# 预算', '<h1 id="预算">预算</h1>'],
    ['code', '`预算`', '<p><code>预算</code></p>'],
    ['a block of code', '```\n预算\n```', '<pre><code>预算\n</code></pre>'],
  ])('%s is left alone', async (_name, source, html) => {
    expect(await render(source)).toBe(html);
  });

  test('a term of one character is never linked', async () => {
    const html = await renderMarkdown('零售，零', {
      terms: [{ id: 'zero', term: '零', aliases: [] }],
    });
    expect(html).toBe('<p>零售，零</p>');
  });

  test('signs that mean something in patterns are plain text in a term', async () => {
    const html = await renderMarkdown('费(护)。费护', {
      terms: [{ id: 'a', term: '费(护)', aliases: [] }],
    });
    expect(html).toBe('<p><a href="/glossary/#a">费(护)</a>。费护</p>');
  });
});
