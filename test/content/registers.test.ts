import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { linkedTerms, readGlossary } from '../../src/archive/read-glossary.ts';
import { renderMarkdown } from '../../src/markdown/render-markdown.ts';
import { economicClassSchema } from '../../src/schema/economic-class.ts';

const read = (path: string): string =>
  readFileSync(new URL(`../../content/${path}`, import.meta.url), 'utf8');

describe('content/economic-classes.json', () => {
  const classes = z.array(economicClassSchema).parse(JSON.parse(read('economic-classes.json')));
  const codes = classes.map(({ code }) => code);

  test('codes stand once, in order, each 款 after its 类', () => {
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(
      classes.filter(
        ({ code, parent }) => parent !== (code.length === 3 ? null : code.slice(0, 3)),
      ),
    ).toEqual([]);
    expect(classes.filter(({ parent }) => parent !== null && !codes.includes(parent))).toEqual([]);
  });

  test('no spelling names two classes of one 类', () => {
    const spellings = classes.flatMap(({ name, aliases, parent }) =>
      [name, ...aliases].map((spelling) => `${parent ?? '类'} ${spelling.normalize('NFKC')}`),
    );
    const again = spellings.filter((spelling, i) => spellings.indexOf(spelling) !== i);
    expect(again).toEqual([]);
  });

  test('the ten 类 are there', () => {
    expect(classes.filter(({ parent }) => parent === null).map(({ code }) => code)).toEqual(
      '301 302 303 307 309 310 311 312 313 399'.split(' '),
    );
  });
});

describe('content/glossary.json', () => {
  test('every term can be linked to and every group has terms', () => {
    const { groups, terms } = readGlossary();
    expect(terms.length).toBeGreaterThanOrEqual(40);
    expect(groups.filter(({ id }) => !terms.some(({ group }) => group === id))).toEqual([]);
  });

  test('words with an everyday meaning are not linked', () => {
    const linked = linkedTerms().map(({ term }) => term);
    expect(linked).toContain('基本支出');
    expect(linked.filter((term) => ['出处', '核对', '零', '部门'].includes(term))).toEqual([]);
  });
});

describe('content/pages', () => {
  test.each(['method.md', 'about.md', 'data.md'])(
    '%s begins with one main heading and renders',
    async (file) => {
      const html = await renderMarkdown(read(`pages/${file}`));
      expect(html.match(/<h1/gu)).toHaveLength(1);
      expect(html.startsWith('<h1')).toBe(true);
    },
  );
});
