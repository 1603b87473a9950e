import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { topicFeed } from '../../../src/archive/topic-feed.ts';
import { exampleContent } from '../../support/example-content.ts';

const archive = readContent(exampleContent);

function feedOf(slug: string, site?: URL) {
  const entry = archive.topic(slug);
  if (entry === undefined) throw new Error(`Unexpected archive without the topic ${slug}`);
  return topicFeed({ entry, archiveTitle: '示例档案', format: 'xml', base: '/sub/', site });
}

describe('topicFeed', () => {
  test('has the unit-years with projects or mentions of the topic, and what is found there', () => {
    const { entries } = feedOf('shili-huodong');
    expect(entries.map(({ id }) => id)).toEqual([
      '990100-wenhuaguan-2024-budget',
      '990200-tushuguan-2024-budget',
    ]);
    expect(entries[0]?.summary).toMatch(/^项目 1 个：.+ \d[\d,.]* 万元。$/u);
    expect(entries[1]?.summary).toBe('1 个项目的绩效指标提到。');
  });

  test('says what it is about and where it stands', () => {
    const feed = feedOf('shili-linggong', new URL('https://archive.example'));
    expect(feed).toMatchObject({
      id: '/topics/shili-linggong/',
      author: '示例档案',
      selfAddress: 'https://archive.example/sub/topics/shili-linggong/feed.xml',
      pageAddress: 'https://archive.example/sub/topics/shili-linggong/',
    });
    expect(feed.entries).toHaveLength(3);
  });

  test('is empty where nothing is found', () => {
    const entry = archive.topic('shili-linggong');
    if (entry === undefined) throw new Error('Unexpected archive without the topic');
    const feed = topicFeed({
      ...{ entry: { ...entry, projects: [], mentions: [] }, archiveTitle: '示例档案' },
      ...{ format: 'json', base: '/', site: undefined },
    });
    expect(feed.entries).toEqual([]);
  });
});
