import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseTopic, readTopics } from '../../../src/archive/read-topics.ts';
import { exampleContent, temporaryFolder } from '../../support/example-content.ts';

const introduction = '示例：'.repeat(30);
const project = '990101-jiaotongju-2024-budget-p1';
const topicText = (matter: string, body = introduction): string =>
  `---\n${matter}\n---\n\n${body}\n`;

describe('parseTopic', () => {
  test('gives the front matter with its defaults and the introduction', () => {
    expect(parseTopic(topicText('title: 示例\nquery: [甲 乙, 丙]'), 'shi-li.md')).toEqual({
      slug: 'shi-li',
      title: '示例',
      query: ['甲 乙', '丙'],
      include: [],
      exclude: [],
      draft: false,
      introduction,
    });
  });

  test('lets a draft be unfinished', () => {
    const text = topicText('title: 示例\nquery: [甲]\ndraft: true', '〔待补写〕');
    expect(parseTopic(text, 'shili.md')).toMatchObject({ draft: true, introduction: '〔待补写〕' });
  });

  const decision = `\n  - project: ${project}\n    reason: 示例理由`;
  test.each([
    ['示例.md', topicText('title: 示例\nquery: [甲]'), 'Unexpected file name'],
    ['a.txt', topicText('title: 示例\nquery: [甲]'), 'Unexpected file name'],
    ['a.md', topicText('title: [\nquery: 甲'), 'content/topics/a.md: Unexpected front matter'],
    ['a.md', introduction, 'title: Invalid input'],
    ['a.md', topicText('title: 示例\nquery: []'), 'query: '],
    ['a.md', topicText('title: 示例\nquery: 甲'), 'query: Invalid input'],
    ['a.md', topicText('title: 示例\nquery: ["甲", " "]'), 'query[1]: Unexpected " "'],
    ['a.md', topicText('title: 示例\nquery: [甲]\ninclud: []'), 'Unrecognized key: "includ"'],
    [
      'a.md',
      topicText('title: 示例\nquery: [甲]\ninclude:\n  - project: p1\n    reason: 示例理由'),
      'include[0].project: ',
    ],
    [
      'a.md',
      topicText(`title: 示例\nquery: [甲]\nexclude:\n  - project: ${project}`),
      'exclude[0].reason: ',
    ],
    [
      'a.md',
      topicText(`title: 示例\nquery: [甲]\ninclude:${decision}\nexclude:${decision}`),
      `exclude[0].project: Unexpected second decision on ${project}`,
    ],
    ['a.md', topicText('title: 示例\nquery: [甲]', '太短'), 'introduction: '],
    [
      'a.md',
      topicText('title: 示例\nquery: [甲]', `${introduction}〔待补写〕`),
      'introduction: Unexpected 〔待补写〕',
    ],
  ])('refuses %s %#, naming file and field', (file, text, message) => {
    expect(() => parseTopic(text, file)).toThrow(message);
    expect(() => parseTopic(text, file)).toThrow(`content/topics/${file}: `);
  });
});

describe('readTopics', () => {
  test('gives the finished topics in slug order and leaves drafts out', () => {
    expect(readTopics(exampleContent).map(({ slug }) => slug)).toEqual([
      'shili-huodong',
      'shili-linggong',
    ]);
  });

  test('gives none where there is no folder', () => {
    expect(readTopics(temporaryFolder())).toEqual([]);
  });

  test('refuses a draft that breaks the schema', () => {
    const content = temporaryFolder();
    mkdirSync(join(content, 'topics'));
    writeFileSync(join(content, 'topics/a.md'), topicText('draft: true'));
    expect(() => readTopics(content)).toThrow('content/topics/a.md: Unexpected topic.');
  });
});
