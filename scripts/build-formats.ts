import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readRecord } from '../src/archive/read-record.ts';
import { tablesWorkbook } from '../src/downloads/tables-workbook.ts';
import { writeParquet } from '../src/downloads/write-parquet.ts';
import { writeSqlite } from '../src/downloads/write-sqlite.ts';
import { writeTopicWorkbooks } from '../src/downloads/write-topic-workbooks.ts';
import { disclosureFolder, withBase } from '../src/format/url.ts';
import { sha256OfFile } from './lib/checksum-manifest.ts';
import { readContent } from './lib/read-content.ts';

/** What the command needs from outside. */
export interface BuildFormatsEffects {
  readonly print: (line: string) => void;
}

/** The place on the page of data where the files are listed once they are there. */
const place = /(<ul class="data-formats">)[\s\S]*?(<\/ul>)/u;

/** Lists the files on the page of data, with size and digest. */
async function listOnPage(out: string, files: readonly string[], base: string): Promise<void> {
  const items: string[] = [];
  for (const file of files) {
    const path = join(out, 'data', file);
    const { size } = await stat(path);
    const address = withBase(base, `/data/${file}`);
    items.push(
      `<li><a href="${address}" download>${file}</a>，${size} 字节<br><span class="mono">${await sha256OfFile(path)}</span></li>`,
    );
  }
  const page = join(out, 'data/index.html');
  const html = await readFile(page, 'utf8');
  if (!place.test(html))
    throw new Error('data/index.html: Unexpected page without a place for the list of files.');
  await writeFile(
    page,
    html.replace(place, (_, open: string, close: string) => open + items.join('') + close),
  );
}

/**
 * Writes the archive in more formats into a built site: `data/archive.sqlite`, `data/parquet/…`,
 * `tables.xlsx` beside each unit-year page and `topic.xlsx` beside each topic's: `node
 * scripts/build-formats.ts [--content content] [--out dist] [--base /]`. The same records make the same
 * bytes.
 */
export async function run(args: readonly string[], effects: BuildFormatsEffects): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      content: { type: 'string', default: 'content' },
      out: { type: 'string', default: 'dist' },
      base: { type: 'string', default: '/' },
    },
  });
  const archive = readContent(resolve(values.content));
  const out = resolve(values.out);
  mkdirSync(join(out, 'data/parquet'), { recursive: true });
  writeSqlite(archive, join(out, 'data/archive.sqlite'));
  const parquet = writeParquet(archive, join(out, 'data/parquet'));
  for (const unitYear of archive.unitYears) {
    const folder = join(out, disclosureFolder(unitYear));
    writeFileSync(join(folder, 'tables.xlsx'), await tablesWorkbook(readRecord(unitYear)));
  }
  const topics = await writeTopicWorkbooks(archive, out);
  const files = ['archive.sqlite', ...parquet.map((file) => `parquet/${file}`)];
  await listOnPage(out, files, values.base);
  effects.print(
    `${files.length + archive.unitYears.length + topics} SQLite, Parquet and XLSX files written`,
  );
}

if (import.meta.main) {
  try {
    await run(process.argv.slice(2), { print: console.log });
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}
