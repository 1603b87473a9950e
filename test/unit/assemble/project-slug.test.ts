import { expect, test } from 'vitest';
import { projectSlug } from '../../../src/assemble/project-slug.ts';

test.each([
  ['示例市场建设', 'shilishichangjianshe'],
  ['2023年网络租赁费用', '2023-nianwangluozulinfeiyong'],
  ['“三支一扶”人员', 'sanzhiyifu-renyuan'],
  ['A1示例 B', 'a1-shili-b'],
  ['绿化女工', 'lvhuanvgong'],
  ['（）', 'project'],
  ['', 'project'],
])('%s becomes %s', (name, slug) => {
  expect(projectSlug(name)).toBe(slug);
});

test('a long name is cut after a whole syllable', () => {
  const slug = projectSlug('示例'.repeat(20));
  expect(slug).toBe('shili'.repeat(12));
  expect(projectSlug('庄'.repeat(20))).toBe('zhuang'.repeat(10));
});
