import { pinyin } from 'pinyin-pro';

const longestSlug = 60;

/**
 * The ASCII part of a project's anchor: pinyin of the Chinese characters run together, other words
 * apart, cut after a whole syllable at 60 characters; `project` where nothing remains. Given once at
 * import and kept in the record, for pinyin libraries change.
 * @example projectSlug('2023年示例费用') // '2023-nianshilifeiyong'
 */
export function projectSlug(name: string): string {
  const parts = pinyin(name.normalize('NFKC'), {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  });
  let slug = '';
  let chineseBefore = false;
  for (const part of parts) {
    const ascii = part
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-|-$/gu, '');
    const chinese = /^[a-zü]+$/u.test(part) && !name.includes(part);
    if (ascii === '') {
      chineseBefore = false;
      continue;
    }
    const joined = slug === '' || (chineseBefore && chinese) ? slug + ascii : `${slug}-${ascii}`;
    if (joined.length > longestSlug) break;
    slug = joined;
    chineseBefore = chinese;
  }
  return slug === '' ? 'project' : slug;
}
