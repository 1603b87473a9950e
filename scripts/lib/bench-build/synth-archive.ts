import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyOf } from '../parts/build-keys.ts';
import { listFiles } from './output-size.ts';

/** An archive of example records. */
export interface SynthArchive {
  /** Folder that `npm run build -- --root` takes. */
  readonly root: string;
  /** Folder of its records. */
  readonly records: string;
}

/** Above so many records an archive is divided into parts. */
const largestUndivided = 2000;

/** What the records are drawn from, always the same. */
const seed = '1';

/**
 * The archive of a number of example records, made when it is not there as it would be made.
 * @throws when the command that makes it fails.
 */
export function openSynthArchive(generator: string, work: string, size: number): SynthArchive {
  const root = join(work, `synth-${size}`);
  const archive = { root, records: join(root, 'content/disclosures') };
  const key = keyOf(size, seed, makerKey(generator));
  const made = join(root, 'made.txt');
  if (existsSync(made) && readFileSync(made, 'utf8') === key) {
    putBack(archive);
    return archive;
  }
  rmSync(root, { recursive: true, force: true });
  const command = ['scripts/synth.ts', '--unit-years', String(size), '--seed', seed, '--out', root];
  const { status, stderr } = spawnSync(process.execPath, command, {
    cwd: generator,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The example archive was not made: ${stderr}`);
  const partition = size > largestUndivided ? 'province-year' : 'none';
  writeFileSync(join(root, 'content/archive.json'), `${JSON.stringify({ partition })}\n`);
  writeFileSync(made, key);
  return archive;
}

/** Key of the code and the registers that example records are made from. */
function makerKey(generator: string): string {
  const code = join(generator, 'scripts/lib/synth');
  const content = join(generator, 'content');
  const files = [
    join(generator, 'scripts/synth.ts'),
    ...listFiles(code)
      .sort()
      .map((file) => join(code, file)),
    ...listFiles(content)
      .filter((file) => /^(?:table-sets|pages)\/|^[\w-]+\.json$/u.test(file))
      .sort()
      .map((file) => join(content, file)),
  ];
  return keyOf(files.map((file) => readFileSync(file, 'utf8')));
}

/** A record as far as it is changed. */
interface NamedProjects {
  readonly projects: readonly { name: string }[];
}

const originalOf = ({ root }: SynthArchive): string => join(root, 'changed-record.json');

/**
 * Runs with a mark put to the name of one project of one record, from the middle of the archive, and puts
 * the record back however that ends.
 * @throws when no record has a project, and what is run throws.
 */
export async function withChangedRecord<T>(
  archive: SynthArchive,
  run: () => Promise<T>,
): Promise<T> {
  const { file, record } = middleRecord(archive);
  const path = join(archive.records, file);
  // Kept on disk, so that a run that is ended on the way leaves the archive as it was for the next one.
  const kept = originalOf(archive);
  writeFileSync(`${kept}.new`, JSON.stringify({ file, text: readFileSync(path, 'utf8') }));
  renameSync(`${kept}.new`, kept);
  const projects = record.projects.map((project, i) =>
    i === 0 ? { ...project, name: `${project.name}（改）` } : project,
  );
  writeFileSync(path, `${JSON.stringify({ ...record, projects })}\n`);
  try {
    return await run();
  } finally {
    putBack(archive);
  }
}

function middleRecord({ records }: SynthArchive): { file: string; record: NamedProjects } {
  const files = listFiles(records).sort();
  const middle = Math.floor(files.length / 2);
  for (const file of [...files.slice(middle), ...files.slice(0, middle)]) {
    const record = JSON.parse(readFileSync(join(records, file), 'utf8')) as NamedProjects;
    if (record.projects.length > 0) return { file, record };
  }
  throw new Error('Unexpected archive without a project, expected one to change.');
}

/** Puts back the record that a run changed, if one did. */
function putBack(archive: SynthArchive): void {
  const kept = originalOf(archive);
  if (!existsSync(kept)) return;
  const { file, text } = JSON.parse(readFileSync(kept, 'utf8')) as { file: string; text: string };
  mkdirSync(archive.records, { recursive: true });
  writeFileSync(join(archive.records, file), text);
  rmSync(kept);
}
