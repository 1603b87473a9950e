import { describe, expect, test } from 'vitest';
import { archiveConfigSchema, defaultArchiveConfig } from '../../../src/schema/archive-config.ts';

const problems = (value: unknown): string[] =>
  archiveConfigSchema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe('archiveConfigSchema', () => {
  test('fills what is left out with the documented defaults', () => {
    expect(archiveConfigSchema.parse({})).toEqual({
      title: '预算公开档案',
      shortTitle: null,
      description: '各级预算单位依法公开的预算，逐项登记，注明出处，可以检索、比较和下载。',
      regionRoot: null,
      languages: ['zh-CN'],
      base: '/',
      site: null,
      publisher: null,
      contact: null,
      licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      searchExamples: [],
      partition: 'none',
      rowsPerPage: 500,
      mayBeEmpty: false,
    });
    expect(defaultArchiveConfig).toEqual(archiveConfigSchema.parse({}));
  });

  test.each([
    ['a base below a folder', { base: '/a/b-c.d/' }],
    ['a host with a port', { site: 'http://localhost:8080/' }],
    ['mail alone', { contact: { mail: 'archive@example.org' } }],
    ['a region', { regionRoot: '140000' }],
  ])('takes %s', (_, value) => {
    expect(archiveConfigSchema.parse(value)).toMatchObject(value);
  });

  test.each([
    ['a language the pages are not in', { languages: ['en'] }, 'not translated'],
    ['a second language', { languages: ['zh-CN', 'en'] }, 'not translated'],
    ['no language', { languages: [] }, 'Too small'],
    ['a base without slashes', { base: 'archive' }, 'begins and ends with a slash'],
    ['a base that climbs', { base: '/../' }, 'begins and ends with a slash'],
    ['a base with a query', { base: '/a?b/' }, 'begins and ends with a slash'],
    ['a site with a path', { site: 'https://example.org/a/' }, 'without a path'],
    ['a site that is a script', { site: 'javascript:alert(1)' }, 'http or https'],
    ['a contact that is a script', { contact: { url: 'javascript:alert(1)' } }, 'http or https'],
    ['a title over two lines', { title: '示\n例' }, 'one line'],
    ['a blank title', { title: ' ' }, 'one line'],
    ['a region that is no code', { regionRoot: '14' }, 'six digits'],
    ['a word it does not know', { titel: '示例' }, 'Unrecognized key: "titel"'],
  ])('refuses %s', (_, value, message) => {
    expect(problems(value).join(' ')).toContain(message);
  });
});
