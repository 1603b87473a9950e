import { describe, expect, test } from 'vitest';
import { fillText } from '../../../src/format/fill-text.ts';
import { defaultArchiveConfig } from '../../../src/schema/archive-config.ts';

const licence = { name: 'CC BY 4.0', url: 'https://example.org/by(4)/' };

describe('fillText', () => {
  test('puts names in as they are, with what Markdown would read escaped', () => {
    const config = {
      ...defaultArchiveConfig,
      title: '示例*档案*<b>',
      publisher: '示例[会]',
      licence,
    };
    expect(fillText('# {{title}}\n{{publisher}}{{licence}}', config)).toBe(
      '# 示例\\*档案\\*\\<b\\>\n示例\\*档案\\*\\<b\\>由示例\\[会\\]发布。CC BY 4\\.0（`https://example.org/by(4)/`）',
    );
  });

  test('says nothing of a publisher that is not given', () => {
    expect(fillText('{{publisher}}', defaultArchiveConfig)).toBe('');
  });

  test.each([
    ['the repository', null, '请在存放本档案程序与数据的代码仓库中提出；处理经过公开可查'],
    ['mail', { mail: 'a@example.org' }, '请写信到 [a@example\\.org](<mailto:a@example.org>)'],
    ['a page', { url: 'https://example.org/' }, '请在[联系页面](<https://example.org/>)提出'],
    [
      'both',
      { mail: 'a@example.org', url: 'https://example.org/' },
      '请写信到 [a@example\\.org](<mailto:a@example.org>)，或者在[联系页面](<https://example.org/>)提出',
    ],
  ])('leads corrections to %s', (_, contact, expected) => {
    expect(fillText('{{contact}}', { ...defaultArchiveConfig, contact })).toBe(expected);
  });

  test('refuses a mark that means nothing', () => {
    expect(() => fillText('{{titel}}', defaultArchiveConfig)).toThrow(
      'Unexpected {{titel}}, expected one of title, publisher, contact, licence between the braces.',
    );
  });
});
