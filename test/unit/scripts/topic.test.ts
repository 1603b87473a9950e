import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../../scripts/topic.ts';
import { parseTopic, readTopics } from '../../../src/archive/read-topics.ts';
import { copyExampleContent } from '../../support/example-content.ts';

/** Runs the command on a copy of the example archive; what it printed and wrote. */
async function propose(...args: string[]) {
  const content = copyExampleContent();
  const printed: string[] = [];
  const files = new Map<string, string>();
  await run([...args, '--content', content], {
    print: (line) => printed.push(line),
    writeNew: (path, text) => {
      if (existsSync(path)) return Promise.resolve(false);
      files.set(path.slice(content.length + 1), text);
      writeFileSync(path, text);
      return Promise.resolve(true);
    },
  });
  return { content, printed: printed.join('\n'), files };
}

describe('npm run topic', () => {
  test('shows what a phrase finds, what it does not, and the file it proposes, and writes nothing', async () => {
    const { printed, files } = await propose('零工市场', '--slug', 'linggong');
    expect(printed).toBe(
      [
        '收录的 4 个单位中，1 个单位有“零工市场”的项目，共 2 个，分布在 1 个地区，2023–2024 年度；其余 3 个单位没有。',
        '  示例甲县 2023  零工市场示例项目  110.00 万元  990101-jiaotongju-2023-budget-p1',
        '  示例甲县 2024  零工市场示例项目  60.00 万元  990101-jiaotongju-2024-budget-p1',
        '无：示例一市文化馆',
        '无：示例甲县公路段',
        '无：示例二市<b>图书馆</b>,"总馆" & 分馆',
        '',
        'content/topics/linggong.md (not written; add --write):',
        '',
        '---',
        'title: "零工市场"',
        'query:',
        '  - "零工市场"',
        'include: []',
        'exclude: []',
        'draft: true',
        '---',
        '',
        '〔待补写〕用自己的话写一百到二百字：这是什么事，钱在预算里怎样列，比较时要注意什么。',
        '',
      ].join('\n'),
    );
    expect([...files]).toEqual([]);
  });

  test('with --write writes a draft, which the archive leaves out, under a slug made of the title', async () => {
    const { content, files } = await propose(
      '"文化 活动"',
      '自评: #1',
      '--title',
      '文化',
      '--write',
    );
    expect([...files.keys()]).toEqual(['topics/wenhua.md']);
    expect(parseTopic(files.get('topics/wenhua.md') ?? '', 'wenhua.md')).toMatchObject({
      title: '文化',
      query: ['"文化 活动"', '自评: #1'],
      draft: true,
    });
    expect(readTopics(content).map(({ slug }) => slug)).not.toContain('wenhua');
  });

  test('a draft with draft: false alone does not pass as finished', async () => {
    const { files } = await propose('文化', '--write');
    const text = (files.get('topics/wenhua.md') ?? '').replace('draft: true', 'draft: false');
    expect(() => parseTopic(text, 'wenhua.md')).toThrow('introduction: ');
  });

  test('never changes a file that is there', async () => {
    const content = copyExampleContent();
    const path = join(content, 'topics/shili-linggong.md');
    const before = readFileSync(path, 'utf8');
    await expect(propose('零工市场', '--slug', 'shili-linggong', '--write')).rejects.toThrow(
      'content/topics/shili-linggong.md: Unexpected file of that name, expected none.',
    );
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  test.each([
    [[], 'Unexpected end of arguments, expected a phrase'],
    [['零工', '--slug', '零工'], 'Unexpected file name'],
    [['零工', '--slug', '../x'], 'Unexpected file name'],
    [[' '], 'title: '],
  ])('refuses %j', async (args, message) => {
    await expect(propose(...args)).rejects.toThrow(message);
  });
});
