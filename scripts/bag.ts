import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { readArchiveConfig } from '../src/archive/read-archive-config.ts';
import type { ArchiveConfig } from '../src/schema/archive-config.ts';
import { defineCommand, readCommandLine, runCommand } from './lib/command-line.ts';
import { builtSiteOption, contentOption } from './lib/common-options.ts';
import { draftsFolder } from './lib/drafts-folder.ts';
import { originalsFolder } from './lib/kept-file.ts';
import { digestFolder, manifestText, type FileDigest } from './lib/checksum-manifest.ts';

/** What the command needs from outside. */
export interface BagEffects {
  readonly print: (line: string) => void;
}

const tagFiles = ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt'] as const;

/** An archive that keeps no sources has no folder of them. @throws any other error. */
function unlessAbsent(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}

/** The text of bag-info.txt: what the bag is, when it was made, and its size as a check. */
export function bagInfoText(
  payload: readonly FileDigest[],
  date: string,
  config: Pick<ArchiveConfig, 'title' | 'publisher' | 'contact'>,
): string {
  const bytes = payload.reduce((sum, file) => sum + file.bytes, 0);
  return [
    ...(config.publisher === null ? [] : [`Source-Organization: ${config.publisher}`]),
    ...(config.contact?.mail === undefined ? [] : [`Contact-Email: ${config.contact.mail}`]),
    `External-Description: ${config.title} records, registers and data files`,
    `Bagging-Date: ${date}`,
    `Payload-Oxum: ${bytes}.${payload.length}`,
    'Internal-Sender-Identifier: open-budget-archive',
    '',
  ].join('\n');
}

/** How the command is written. */
export const command = defineCommand({
  usage: 'npm run bag -- --date <day> [options]',
  about: 'Packs records, registers and data files of a built site for deposit, as a BagIt bag.',
  options: {
    date: { type: 'string', value: '<day>', default: '', about: 'day of the deposit, yyyy-mm-dd' },
    out: { type: 'string', value: '<folder>', default: 'dist-bag', about: 'folder of the bag' },
    dir: builtSiteOption,
    content: contentOption,
  },
});

/**
 * Makes a BagIt bag (RFC 8493) of the records with the hashes of their sources, the registers, and
 * the data files and kept sources of a built site, see {@link command}. The same
 * content and date give the same bytes.
 * @throws when the folder to write is not empty, the site is not built, or the date is no date
 */
export async function run(args: readonly string[], effects: BagEffects): Promise<void> {
  const { values } = readCommandLine(command, args);
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(values.date) || Number.isNaN(Date.parse(values.date)))
    throw new Error(
      `Unexpected --date "${values.date}", expected the day of the deposit, e.g. --date 2026-01-31.`,
    );
  const out = resolve(values.out);
  await mkdir(out, { recursive: true });
  if ((await readdir(out)).length > 0)
    throw new Error(
      `${values.out}: Unexpected files, expected an empty folder. Choose another --out.`,
    );
  const content = resolve(values.content);
  await cp(content, join(out, 'data/content'), {
    recursive: true,
    // Drafts are no part of the archive; hidden files are those of an import.
    filter: (path) => path !== join(content, draftsFolder) && !basename(path).startsWith('.'),
  });
  await cp(resolve(values.dir, originalsFolder), join(out, 'data', originalsFolder), {
    recursive: true,
  }).catch(unlessAbsent);
  await cp(resolve(values.dir, 'data'), join(out, 'data/data'), { recursive: true }).catch(() => {
    throw new Error(
      `${values.dir}/data: Unexpected missing folder, expected a built site. Run npm run build first.`,
    );
  });
  const config = readArchiveConfig(resolve(values.content));
  const payload = await digestFolder(join(out, 'data'));
  await writeFile(
    join(out, 'bagit.txt'),
    'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
  );
  await writeFile(join(out, 'bag-info.txt'), bagInfoText(payload, values.date, config));
  await writeFile(join(out, 'manifest-sha256.txt'), manifestText(payload, 'data/'));
  const tags = (await digestFolder(out)).filter(({ path }) =>
    tagFiles.some((name) => name === path),
  );
  await writeFile(join(out, 'tagmanifest-sha256.txt'), manifestText(tags));
  effects.print(
    `${payload.length} files in the bag ${values.out}; verify it there with: sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt`,
  );
}

if (import.meta.main) await runCommand(command, async (args) => run(args, { print: console.log }));
