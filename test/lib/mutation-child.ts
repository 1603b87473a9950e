import { readdir, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../scripts/import.ts';
import { unitFileSchema } from '../../scripts/lib/import-context.ts';
import { listNames, readTextOrNull } from '../../scripts/lib/read-or-absent.ts';
import { writeFiles } from '../../scripts/lib/write-files.ts';
import { disclosureSchema } from '../../src/schema/disclosure.ts';
import { memoryDisk } from './import-effects.ts';
import { mutatedFiles } from './mutate-file.ts';
import { shortExamples } from './short-examples.ts';

/** What became of one changed file. */
export type MutationOutcome = 'imported' | 'refused' | 'crash' | 'half-written';

/** One message of the child: a file was read, or the last was. */
export interface MutationMessage {
  readonly at: number;
  readonly outcome: MutationOutcome;
  /** What was printed last, of outcomes that must not be. */
  readonly told?: string;
}

/** A refusal says what it met and what it expected; anything else is an error nobody thought of. */
const isRefusal = (line: string): boolean => /Unexpected [^]*expected /u.test(line);

const [kind = 'text', count = '1', from = '0'] = process.argv.slice(2);

/** All files below the content folder but the registers it began with. */
async function made(): Promise<string[]> {
  const files = await readdir('content', { recursive: true, withFileTypes: true });
  return files
    .filter((one) => one.isFile() && !one.parentPath.endsWith('table-sets'))
    .map((one) => join(one.parentPath, one.name))
    .filter((path) => path !== join('content', 'regions.json'));
}

/** Whether what an import left is nothing, or one whole record and the register of its unit. */
async function isWhole(code: number): Promise<boolean> {
  const files = await made();
  if (code !== 0) return files.length === 0;
  const records = files.filter((path) => path.startsWith(join('content', 'disclosures')));
  const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));
  return (
    records.length === 1 &&
    files.length === 2 &&
    disclosureSchema.safeParse(await json(records[0] ?? '')).success &&
    unitFileSchema.safeParse(await json(join('content', 'units.json'))).success
  );
}

async function importOne(bytes: Uint8Array): Promise<Omit<MutationMessage, 'at'>> {
  const printed: string[] = [];
  const code = await run(['source', '--content', 'content'], {
    readBytes: () => Promise.resolve(bytes),
    readText: readTextOrNull,
    listFiles: listNames,
    writeFiles,
    print: (line) => void printed.push(line),
  });
  const whole = await isWhole(code);
  for (const path of await made()) await rm(path);
  const told = printed.slice(-2).join(' | ').slice(0, 400);
  if (!whole) return { outcome: 'half-written', told };
  if (code === 0) return { outcome: 'imported' };
  return isRefusal(printed.join('\n')) ? { outcome: 'refused' } : { outcome: 'crash', told };
}

/** The registers an import needs, on the disk. */
async function writeRegisters(): Promise<void> {
  await mkdir(join('content', 'table-sets'), { recursive: true });
  for (const [path, text] of memoryDisk().files) await writeFile(path, text);
}

await writeRegisters();
let at = 0;
for (const bytes of mutatedFiles(
  kind,
  shortExamples[kind]?.() ?? new Uint8Array(),
  Number(count),
)) {
  if (at >= Number(from)) process.send?.({ at, ...(await importOne(bytes)) });
  at += 1;
}
