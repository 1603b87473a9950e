import { cp, chmod, lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { parseArchiveConfig } from '../../../src/archive/read-archive-config.ts';
import { parseTopic } from '../../../src/archive/read-topics.ts';
import { fillText } from '../../../src/format/fill-text.ts';
import { archiveLockfile, archivePackage, packageName } from './archive-package.ts';
import type { ArchiveAnswers } from './archive-answers.ts';
import { copiedContent, copiedParts, leftOut } from './template-files.ts';

/** What is written into the folder of a new archive. */
export interface NewArchive {
  /** Folder of the generator. */
  readonly generator: string;
  /** Name of the folder the archive will have. */
  readonly name: string;
  readonly answers: ArchiveAnswers;
  /** Whether the topics of the generator come along. */
  readonly withTopics: boolean;
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * The text of content/archive.json of a new archive.
 * @throws naming the field when an answer is not what the file takes.
 */
export function archiveConfigText({ title, regionRoot, base, site }: ArchiveAnswers): string {
  const config = parseArchiveConfig(
    JSON.stringify({ title, regionRoot, base, site, mayBeEmpty: true }),
  );
  return jsonText(config);
}

/** Copies a file or folder; links are refused, hidden files of the system and what is left out passed over. */
async function copyPart(generator: string, part: string, folder: string): Promise<void> {
  await cp(join(generator, part), join(folder, part), {
    recursive: true,
    filter: async (source) => {
      const path = relative(generator, source).split(sep).join('/');
      if (basename(source) === '.DS_Store' || leftOut.includes(path)) return false;
      if ((await lstat(source)).isSymbolicLink())
        throw new Error(`${path}: Unexpected link in the generator, expected a file or folder.`);
      return true;
    },
  });
}

/** Copies the topics, but those with decisions on single projects: these are not in the new archive. */
async function copyTopics(generator: string, folder: string): Promise<void> {
  const topics = join(generator, 'content/topics');
  await mkdir(join(folder, 'content/topics'));
  for (const file of await readdir(topics)) {
    if (!file.endsWith('.md')) continue;
    const text = await readFile(join(topics, file), 'utf8');
    const { include, exclude } = parseTopic(text, file);
    if (include.length + exclude.length > 0) continue;
    await writeFile(join(folder, 'content/topics', file), text);
  }
}

/**
 * Writes a whole, empty archive into a folder.
 * @throws when an answer is not what content/archive.json takes, or the generator holds a link.
 */
export async function writeArchive(folder: string, archive: NewArchive): Promise<void> {
  const { generator, name, answers, withTopics } = archive;
  const configText = archiveConfigText(answers);
  const parts = [...copiedParts, ...copiedContent.map((part) => `content/${part}`)];
  await mkdir(join(folder, 'content/disclosures'), { recursive: true });
  for (const part of parts) await copyPart(generator, part, folder);
  if (withTopics) await copyTopics(generator, folder);
  const own = packageName(name);
  const read = (file: string): Promise<string> => readFile(join(generator, file), 'utf8');
  const config = parseArchiveConfig(configText);
  const readme = 'scripts/lib/new-archive';
  const texts: Readonly<Record<string, string>> = {
    'content/archive.json': configText,
    'content/units.json': jsonText({ units: [] }),
    'content/disclosures/.gitkeep': '',
    'package.json': archivePackage(await read('package.json'), own),
    'package-lock.json': archiveLockfile(await read('package-lock.json'), own),
    'README.md': fillText(await read(`${readme}/readme.zh-CN.md`), config),
    'README.en.md': fillText(await read(`${readme}/readme.en.md`), config),
  };
  for (const [file, text] of Object.entries(texts)) await writeFile(join(folder, file), text);
  // A temporary folder is readable by its owner alone.
  await chmod(folder, 0o755);
}
