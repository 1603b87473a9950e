import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readArchiveConfig, siteAddress } from '../../../src/archive/read-archive-config.ts';
import { defaultArchiveConfig } from '../../../src/schema/archive-config.ts';

const folders: string[] = [];
const contentWith = (text: string | null): string => {
  const folder = mkdtempSync(join(tmpdir(), 'archive-config-'));
  folders.push(folder);
  if (text !== null) writeFileSync(join(folder, 'archive.json'), text);
  return folder;
};

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('readArchiveConfig', () => {
  test('an absent file means the defaults', () => {
    expect(readArchiveConfig(contentWith(null))).toEqual(defaultArchiveConfig);
  });

  test('what is written replaces its default alone', () => {
    expect(readArchiveConfig(contentWith('{ "title": "示例档案" }'))).toEqual({
      ...defaultArchiveConfig,
      title: '示例档案',
    });
  });

  test.each([
    ['no JSON', '{', /^content\/archive\.json: Unexpected text, expected JSON/u],
    ['no object', '[]', /^content\/archive\.json: Unexpected configuration\.\n {2}\(record\): /u],
    ['a wrong field', '{ "base": "a" }', /\n {2}base: expected a path .*\nMend the file\.$/u],
    [
      'another language',
      '{ "languages": ["en"] }',
      /\n {2}languages\[0\]: expected zh-CN: the pages are not translated\n/u,
    ],
  ])('refuses %s with its place', (_, text, message) => {
    expect(() => readArchiveConfig(contentWith(text))).toThrow(message);
  });
});

describe('siteAddress', () => {
  const config = { base: '/archive/', site: 'https://archive.example' };

  test.each([
    ['as configured', config, {}, { base: '/archive/', site: 'https://archive.example' }],
    [
      'as the environment says',
      config,
      { BASE_PATH: '/', SITE_URL: 'https://other.example' },
      { base: '/', site: 'https://other.example' },
    ],
    ['unknown', { base: '/', site: null }, {}, { base: '/', site: undefined }],
  ])('is %s', (_, configured, environment, expected) => {
    expect(siteAddress(configured, environment)).toEqual(expected);
  });
});
