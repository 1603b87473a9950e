import { describe, expect, test } from 'vitest';
import {
  type ArchiveAnswers,
  completeAnswers,
  regionRootOf,
} from '../../../../scripts/lib/new-archive/archive-answers.ts';
import type { Region } from '../../../../src/schema/region.ts';

const region = (code: string, name: string, parent: string | null): Region => ({
  code,
  name,
  shortName: name.slice(0, -1),
  level: 'county',
  parent,
  validFrom: null,
  validTo: null,
});

const regions = [
  region('990000', '示例省', null),
  region('990100', '甲市', '990000'),
  region('990101', '新区', '990100'),
  region('990200', '乙市', '990000'),
  region('990201', '新区', '990200'),
];

describe('regionRootOf', () => {
  test.each([
    ['', null],
    ['990100', '990100'],
    ['示例省', '990000'],
    ['甲', '990100'],
    ['乙市新区', '990201'],
    ['示例省甲市新区', '990101'],
  ])('"%s" is %s', (given, code) => {
    expect(regionRootOf(given, regions)).toBe(code);
  });

  test('refuses a name of none', () => {
    expect(() => regionRootOf('丙市', regions)).toThrow(
      '--region: Unexpected "丙市", expected a code or name of content/regions.json, e.g. 140000.',
    );
  });

  test('refuses a name of several, and tells which', () => {
    expect(() => regionRootOf('新区', regions)).toThrow(
      '--region: Unexpected "新区", which is 2 regions: 990101 示例省甲市新区; 990201 示例省乙市新区. Give the code.',
    );
  });
});

describe('completeAnswers', () => {
  const asked: string[] = [];
  const answerWith =
    (answers: Readonly<Record<string, string>>) => (question: string, initial: string) => {
      asked.push(question);
      return Promise.resolve(answers[question.split(/[ ,]/u)[0] ?? ''] ?? initial);
    };
  const defaults: ArchiveAnswers = {
    title: '预算公开档案',
    regionRoot: null,
    base: '/',
    site: null,
  };

  test('needs a title where nobody is there to answer', async () => {
    await expect(completeAnswers({}, regions, null)).rejects.toThrow(
      'Unexpected absence of a title, expected --title <name of the archive>.',
    );
  });

  test('takes what is given and asks nothing then', async () => {
    const given = { title: '示例', region: '甲市', base: '/a/', site: 'https://example.org' };
    asked.length = 0;
    expect(await completeAnswers(given, regions, answerWith({}))).toEqual({
      title: '示例',
      regionRoot: '990100',
      base: '/a/',
      site: 'https://example.org',
    });
    expect(asked).toEqual([]);
  });

  test('asks for what is not given', async () => {
    const ask = answerWith({ Title: '示例档案', Region: '乙市' });
    expect(await completeAnswers({ base: '/b/' }, regions, ask)).toEqual({
      title: '示例档案',
      regionRoot: '990200',
      base: '/b/',
      site: null,
    });
    expect(asked.map((question) => question.split(/[ ,]/u)[0])).toEqual([
      'Title',
      'Region',
      'Public',
    ]);
  });

  test('an answer left as it is means the default', async () => {
    expect(await completeAnswers({}, regions, answerWith({}))).toEqual(defaults);
  });
});
