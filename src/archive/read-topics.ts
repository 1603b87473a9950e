import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFrontmatter } from '@astrojs/markdown-remark';
import type { z } from 'zod';
import { parseSearchQuery } from '../format/search-query.ts';
import { topicFrontMatterSchema, topicIntroductionSchema, type Topic } from '../schema/topic.ts';
import { compareText } from './order.ts';
import { fieldName } from './record-file.ts';

/**
 * The finished topics of content/topics/, in slug order; drafts are left out. Empty when there are none.
 * @throws naming file and field when a file is misnamed or breaks the schema.
 */
export function readTopics(contentDirectory: string): Topic[] {
  const folder = join(contentDirectory, 'topics');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => !file.startsWith('.'))
    .sort(compareText)
    .map((file) => parseTopic(readFileSync(join(folder, file), 'utf8'), file))
    .filter(({ draft }) => !draft);
}

/**
 * The topic a file holds. The introduction of a draft may be unfinished.
 * @throws naming file and field when the file is misnamed or breaks the schema.
 */
export function parseTopic(text: string, file: string): Topic {
  const place = `content/topics/${file}`;
  const slug = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/u.exec(file)?.[1];
  if (slug === undefined) {
    throw new Error(
      `${place}: Unexpected file name, expected lower-case ASCII such as linggongshichang.md. Rename it.`,
    );
  }
  const { frontmatter, content } = readFrontMatter(text, place);
  const matter = validate(topicFrontMatterSchema, frontmatter, place);
  matter.query.forEach((phrase, i) => {
    if (parseSearchQuery(phrase).words.length > 0) return;
    throw new Error(
      `${place}: query[${i}]: Unexpected "${phrase}", expected at least one word. Mend the file.`,
    );
  });
  const introduction = matter.draft
    ? content.trim()
    : validate(topicIntroductionSchema, content, place, 'introduction');
  return { slug, ...matter, introduction };
}

function readFrontMatter(text: string, place: string): { frontmatter: unknown; content: string } {
  try {
    return parseFrontmatter(text);
  } catch (cause) {
    throw new Error(
      `${place}: Unexpected front matter, expected YAML between two lines of ---: ${(cause as Error).message}`,
      { cause },
    );
  }
}

function validate<S extends z.ZodType>(
  schema: S,
  value: unknown,
  place: string,
  whole?: string,
): z.infer<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const lines = result.error.issues.map(
    ({ path, message }) => `  ${whole ?? fieldName(path)}: ${message}`,
  );
  throw new Error(`${place}: Unexpected topic.\n${lines.join('\n')}\nMend the file.`);
}
