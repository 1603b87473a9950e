import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { defineCommand, readCommandLine, runCommand } from './lib/command-line.ts';
import { baseOption, builtSiteOption } from './lib/common-options.ts';
import { configuredBase } from './lib/configured-base.ts';
import { manifestText, siteManifestName } from './lib/checksum-manifest.ts';
import { nameIndexes, readFromDisk } from './lib/rewrite-links.ts';
import { listFiles } from './lib/site-links.ts';
import { writeZip } from './lib/zip-folder.ts';

/** What the command needs from outside. */
export interface EditionEffects {
  readonly print: (line: string) => void;
}

/** What a disk has no use for: the search engine, scripts, and files for hosts. */
const forHostsOnly =
  /^(?:pagefind\/|assets\/.*\.js$|_headers$|\.nojekyll$|404\.html$|robots\.txt$)/u;

type Rewrite = (html: string, file: string) => string;

/** The files of an edition with their bytes made on asking, the manifest last. */
async function editionFiles(directory: string, keep: (file: string) => boolean, rewrite: Rewrite) {
  const files = (await listFiles(directory)).filter(
    (file) => file !== siteManifestName && keep(file),
  );
  const read = async (file: string): Promise<Buffer> => {
    const bytes = await readFile(join(directory, file));
    return file.endsWith('.html') ? Buffer.from(rewrite(bytes.toString('utf8'), file)) : bytes;
  };
  const manifest = async (): Promise<Buffer> => {
    const digests = [];
    for (const path of files) {
      const bytes = await read(path);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      digests.push({ path, sha256, bytes: bytes.length });
    }
    return Buffer.from(manifestText(digests));
  };
  return {
    files: [...files, siteManifestName],
    read: (file: string) => (file === siteManifestName ? manifest() : read(file)),
  };
}

/** How the command is written. */
export const command = defineCommand({
  usage: 'npm run edition -- --zip <file> | --index-links <folder> [options]',
  about: 'Makes another edition of a built site; the same site makes the same bytes.',
  options: {
    zip: { type: 'string', value: '<file>', about: 'for reading from a disk, without a server' },
    'index-links': {
      type: 'string',
      value: '<folder>',
      about: 'for buckets that serve files and no folders',
    },
    dir: builtSiteOption,
    base: baseOption,
  },
});

/**
 * Makes another edition of a built site, for reading from a disk without a server or for buckets that
 * serve files and no folders, see {@link command}. The same site makes the same bytes.
 * @throws when the site is not built, or neither edition is asked for
 */
export async function run(args: readonly string[], effects: EditionEffects): Promise<void> {
  const { values } = readCommandLine(command, args);
  const { base = configuredBase(), zip, 'index-links': folder } = values;
  const directory = resolve(values.dir);
  await readFile(join(directory, 'index.html')).catch(() => {
    throw new Error(
      `${values.dir}: Unexpected missing index.html, expected a built site. Run npm run build first.`,
    );
  });
  if (zip === undefined && folder === undefined)
    throw new Error('Unexpected arguments, expected --zip <file> or --index-links <folder>.');
  if (zip !== undefined) {
    const edition = await editionFiles(
      directory,
      (file) => !forHostsOnly.test(file),
      (html, file) => readFromDisk(html, file, base),
    );
    await mkdir(dirname(resolve(zip)), { recursive: true });
    await writeZip(resolve(zip), edition.files, edition.read);
    effects.print(`${edition.files.length} files in ${zip}; open its index.html`);
  }
  if (folder !== undefined) {
    const edition = await editionFiles(
      directory,
      () => true,
      (html) => nameIndexes(html, base),
    );
    await rm(resolve(folder), { recursive: true, force: true });
    for (const file of edition.files) {
      const path = join(resolve(folder), file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, await edition.read(file));
    }
    effects.print(`${edition.files.length} files in ${folder}`);
  }
}

if (import.meta.main) await runCommand(command, async (args) => run(args, { print: console.log }));
