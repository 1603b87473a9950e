import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

/** The example archive's content folder. */
export const exampleContent = resolve('test/fixtures/site/content');

/** A folder of its own for one test, removed when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'archive-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the example archive's content folder to spoil in one test. */
export function copyExampleContent(): string {
  const content = join(temporaryFolder(), 'content');
  cpSync(exampleContent, content, { recursive: true });
  return content;
}

/** Replaces a text in a file, which must contain it. */
export function editFile(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not contain ${from}`);
  writeFileSync(path, text.replace(from, to));
}
