import { describe, expect, test } from 'vitest';
import { scopeAnchors } from '../../../src/markdown/scope-anchors.ts';

const scope = (html: string): string => scopeAnchors(html, { prefix: 'x-', label: '决算：' });

describe('scopeAnchors', () => {
  test.each([
    ['an anchor', '<tr id="a-r1"></tr>', '<tr id="x-a-r1"></tr>'],
    ['a link to it', '<a href="#a-r1">1</a>', '<a href="#x-a-r1">1</a>'],
    ['a link to the top', '<a href="#">上</a>', '<a href="#">上</a>'],
    ['a link to another page', '<a href="/b/#a">b</a>', '<a href="/b/#a">b</a>'],
    ['the label of a field', '<label for="f">f</label>', '<label for="x-f">f</label>'],
    [
      'what names and describes a group',
      '<div aria-labelledby="a b" aria-describedby="c"></div>',
      '<div aria-labelledby="x-a x-b" aria-describedby="x-c"></div>',
    ],
    ['heads of a cell', '<td headers="a b">1</td>', '<td headers="x-a x-b">1</td>'],
    [
      'a pattern of a picture',
      '<svg viewBox="0 0 1 1"><pattern id="p"></pattern><path fill="url(#p)"></path></svg>',
      '<svg viewBox="0 0 1 1"><pattern id="x-p"></pattern><path fill="url(#x-p)"></path></svg>',
    ],
    [
      'the name of a region',
      '<nav aria-label="本页目录"></nav>',
      '<nav aria-label="决算：本页目录"></nav>',
    ],
  ])('%s', (_, html, expected) => {
    const inTable = /^<t[rd]/u.test(html);
    const wrap = (text: string): string =>
      inTable
        ? `<table><tbody>${html.startsWith('<td') ? `<tr>${text}</tr>` : text}</tbody></table>`
        : text;
    expect(scope(wrap(html))).toBe(wrap(expected));
  });

  test('headings go one level down, the highest say which part they are of', () => {
    expect(scope('<h2 id="a">报表</h2><h3>表1</h3>')).toBe(
      '<h3 id="x-a"><span class="visually-hidden">决算：</span>报表</h3><h4>表1</h4>',
    );
  });

  test('leaves text and all else as it is', () => {
    const html =
      '<p class="note">1 &#x3C; 2 &#x26; 3</p><data class="amount" value="100">1.00</data><details><summary>展开</summary></details>';
    expect(scope(html)).toBe(html);
  });
});
