import { describe, expect, test } from 'vitest';
import { atomFeed, jsonFeed, type Feed } from '../../../src/format/feed.ts';
import { escapeXml } from '../../../src/format/xml.ts';

const feed: Feed = {
  id: '/regions/990000/',
  title: '示例',
  author: '示例<档案>',
  description: '示例档案',
  selfAddress: 'https://example.org/feed.xml',
  pageAddress: 'https://example.org/',
  entries: [
    {
      id: '990101-shili-2024-budget',
      title: '示例<b>局</b> & "科" 2024 年度预算',
      summary: '支出总计 1.00 万元',
      address: 'https://example.org/units/990101-shili/2024/',
      publishedOn: '2026-01-31',
      updatedOn: '2026-03-01',
    },
  ],
};

describe('atomFeed', () => {
  test('is Atom with days as instants and names as text', () => {
    expect(atomFeed(feed)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
  <id>urn:open-budget-archive:feed:/regions/990000/</id>
  <title>示例</title>
  <subtitle>示例档案</subtitle>
  <updated>2026-03-01T00:00:00Z</updated>
  <author><name>示例&lt;档案&gt;</name></author>
  <link rel="self" type="application/atom+xml" href="https://example.org/feed.xml"/>
  <link rel="alternate" type="text/html" href="https://example.org/"/>
  <entry>
    <id>urn:open-budget-archive:990101-shili-2024-budget</id>
    <title>示例&lt;b&gt;局&lt;/b&gt; &amp; &quot;科&quot; 2024 年度预算</title>
    <link rel="alternate" type="text/html" href="https://example.org/units/990101-shili/2024/"/>
    <published>2026-01-31T00:00:00Z</published>
    <updated>2026-03-01T00:00:00Z</updated>
    <summary>支出总计 1.00 万元</summary>
  </entry>
</feed>
`);
  });
});

describe('jsonFeed', () => {
  test('is JSON Feed 1.1 with the same entries', () => {
    expect(JSON.parse(jsonFeed(feed))).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: '示例',
      description: '示例档案',
      home_page_url: 'https://example.org/',
      feed_url: 'https://example.org/feed.xml',
      language: 'zh-CN',
      authors: [{ name: '示例<档案>' }],
      items: [
        {
          id: 'urn:open-budget-archive:990101-shili-2024-budget',
          url: 'https://example.org/units/990101-shili/2024/',
          title: '示例<b>局</b> & "科" 2024 年度预算',
          content_text: '支出总计 1.00 万元',
          date_published: '2026-01-31T00:00:00Z',
          date_modified: '2026-03-01T00:00:00Z',
        },
      ],
    });
  });
});

describe('escapeXml', () => {
  test.each([
    [']]>', ']]&gt;'],
    ['a\u0000b\u000bc', 'a\ufffdb\ufffdc'],
    ['零工\ud83d\ude00', '零工\ud83d\ude00'],
    ['\ud800', '\ufffd'],
  ])('%j is %j', (text, escaped) => {
    expect(escapeXml(text)).toBe(escaped);
  });
});
