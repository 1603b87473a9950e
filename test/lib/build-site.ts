import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { ownEnvironment } from './build-example.ts';
import { findChromium } from './find-chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the real archive, built once for the tests. */
    siteDir: string;
    /** Folder of the example archive of test/fixtures/site, built under the base path /示例/. */
    exampleDir: string;
  }
}

const build = (out: string, ...more: string[]): Promise<unknown> =>
  promisify(execFile)(process.execPath, ['scripts/build.ts', '--out', out, ...more], {
    env: { ...ownEnvironment(), NODE_ENV: 'production' },
    maxBuffer: 64 * 1024 * 1024,
  });

/** Builds the real archive and the example archive once, before the tests of the built site. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'archive-site-'));
  const siteDir = join(folder, 'site');
  const exampleDir = join(folder, 'example');
  await findChromium();
  await build(siteDir);
  await build(exampleDir, '--root', 'test/fixtures/site', '--base', '/example/');
  project.provide('siteDir', siteDir);
  project.provide('exampleDir', exampleDir);
  return () => rm(folder, { recursive: true, force: true });
}
