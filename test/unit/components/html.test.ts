import { describe, expect, test } from 'vitest';
import { attribute, markup } from '../../../src/components/html.ts';

const hostile = `"><img src=x onerror='a()'>&`;

describe('markup', () => {
  test('escapes text between tags and in the quotes of an attribute', () => {
    expect(markup`<a href="#${hostile}">${hostile}</a>`.text).toBe(
      `<a href="#&quot;><img src=x onerror='a()'>&amp;">&quot;&gt;&lt;img src=x onerror=&#39;a()&#39;&gt;&amp;</a>`,
    );
  });

  test('escapes text in lists as it escapes text alone', () => {
    expect(markup`<p title="${['a', '"']}">${['<', ['>']]}</p>`.text).toBe(
      '<p title="a&quot;">&lt;&gt;</p>',
    );
  });

  test('lets stand what is HTML already, alone or in a list', () => {
    const cells = ['<', '2'].map((text) => markup`<td>${text}</td>`);
    expect(markup`<tr>${cells}${cells[1]}</tr>`.text).toBe(
      '<tr><td>&lt;</td><td>2</td><td>2</td></tr>',
    );
  });

  test('shows a zero, and nothing for null, undefined and false', () => {
    expect(markup`<td>${0}${null}${undefined}${false}${''}</td>`.text).toBe('<td>0</td>');
  });

  test('leaves out line breaks and the blanks around them, and keeps one inside a tag', () => {
    const text = ' a\n b ';
    expect(
      markup`
      <p
        class="note">
        甲
        ${text} 乙
      </p>`.text,
    ).toBe('<p class="note">甲 a\n b  乙</p>');
  });

  test('refuses text inside a tag without quotes', () => {
    expect(() => markup`<p class=${hostile}></p>`).toThrow('Unexpected text inside a tag');
    expect(() => markup`<p ${'hidden'}></p>`).toThrow('Unexpected text inside a tag');
  });

  test('refuses HTML in the quotes of an attribute', () => {
    expect(() => markup`<p title="${markup`<b>甲</b>`}"></p>`).toThrow(
      'Unexpected HTML in the quotes of an attribute',
    );
  });
});

describe('attribute', () => {
  test('stands in a tag with its value escaped', () => {
    expect(markup`<p${attribute('id', hostile)}></p>`.text).toBe(
      `<p id="&quot;><img src=x onerror='a()'>&amp;"></p>`,
    );
  });

  test.each<[name: string, value: string | number | null | undefined | false, text: string]>([
    ['a zero is a value', 0, '<p id="0"></p>'],
    ['so is an empty text', '', '<p id=""></p>'],
    ['null is none', null, '<p></p>'],
    ['undefined is none', undefined, '<p></p>'],
    ['false is none', false, '<p></p>'],
  ])('%s', (_name, value, expected) => {
    expect(markup`<p${attribute('id', value)}></p>`.text).toBe(expected);
  });
});
