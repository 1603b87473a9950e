import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteManifestName } from '../../scripts/lib/checksum-manifest.ts';
import { copyExample, ownEnvironment } from '../lib/build-example.ts';

/** The manifest of a site: what every byte of it is. */
const manifestOf = (site: string): string => readFileSync(join(site, siteManifestName), 'utf8');

describe('a build after changes in parts of more than a few records', () => {
  const copy = copyExample('incremental-parts');
  const root = dirname(copy.content);
  const records = join(copy.content, 'disclosures');
  /** What was read before its part was built. */
  const ahead = join(root, '.cache/build/parts/.ahead');

  beforeAll(async () => {
    rmSync(copy.content, { recursive: true });
    const args = ['scripts/synth.ts', '--unit-years', '60', '--seed', '7', '--out', root];
    await promisify(execFile)(process.execPath, args, { env: ownEnvironment() });
    writeFileSync(join(copy.content, 'archive.json'), '{"partition":"province-year"}');
    await copy.build();
  });
  afterAll(() => copy.remove());

  /** Puts a mark to the name of the first project of the record of a year. */
  function changeRecord(year: number): void {
    const file = readdirSync(records, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith(`${year}-budget.json`))
      .sort()[0];
    const path = join(records, file ?? '');
    const record = JSON.parse(readFileSync(path, 'utf8')) as { projects: { name: string }[] };
    const [project] = record.projects;
    if (project === undefined) throw new Error(`${path}: Unexpected record without a project.`);
    project.name += '（改）';
    writeFileSync(path, JSON.stringify(record));
  }

  test('makes the indexes while the parts are built, and the same bytes as a full build', async () => {
    changeRecord(2022);
    changeRecord(2023);
    await copy.build();
    expect(readdirSync(ahead)).toEqual(['11-2022', '11-2023']);
    const changed = manifestOf(copy.site);
    const fresh = join(root, 'fresh');
    await copy.build(['--out', fresh, '--cache', join(root, 'cache-of-fresh')]);
    expect(changed).toBe(manifestOf(fresh));
  });

  test('makes them one after the other where one process at once is allowed', async () => {
    changeRecord(2022);
    changeRecord(2024);
    await copy.build(['--jobs', '1']);
    expect(existsSync(ahead)).toBe(false);
    const fresh = join(root, 'fresh');
    await copy.build(['--out', fresh, '--cache', join(root, 'cache-of-fresh')]);
    expect(manifestOf(copy.site)).toBe(manifestOf(fresh));
  });
});
