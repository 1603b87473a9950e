import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { editFile, exampleContent } from '../support/example-content.ts';

const record = '990101/990101-jiaotongju/2024-budget.json';

/**
 * The content folder of a copy of the example archive to spoil. Astro mistakes its sources for files
 * of the site when the root shares no folder with them, so it lies within the working tree.
 */
function spoilableContent(): string {
  mkdirSync('.cache', { recursive: true });
  const root = mkdtempSync(resolve('.cache/refusals-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const content = join(root, 'content');
  cpSync(exampleContent, content, { recursive: true });
  return content;
}

/** What `npm run build` says of a content folder, and its exit code. */
function build(content: string): Promise<{ code: number; said: string }> {
  const root = dirname(content);
  const args = ['scripts/build.ts', '--root', root, '--out', join(root, 'dist')];
  return new Promise((settle) => {
    execFile(process.execPath, args, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : 0;
      settle({ code, said: stdout + stderr });
    });
  });
}

describe('the build stops', () => {
  test('at a malformed record and names file and field', async () => {
    const content = spoilableContent();
    editFile(join(content, 'disclosures', record), '"year": 2024', '"year": "2024"');
    const { code, said } = await build(content);
    expect(code).toBe(1);
    expect(said).toContain(
      `content/disclosures/${record}: Unexpected record.\n  year: Invalid input`,
    );
  });

  test('at two records of one id', async () => {
    const content = spoilableContent();
    const copy = join(content, 'disclosures/990200/990101-jiaotongju/2024-budget.json');
    mkdirSync(dirname(copy), { recursive: true });
    cpSync(join(content, 'disclosures', record), copy);
    const { code, said } = await build(content);
    expect(code).toBe(1);
    expect(said).toContain(
      `Unexpected place of 990101-jiaotongju-2024-budget, expected ${record}. Move the file.`,
    );
  });

  test('at an empty archive, and publishes no page', async () => {
    const content = spoilableContent();
    rmSync(join(content, 'disclosures'), { recursive: true });
    const { code, said } = await build(content);
    expect(code).toBe(1);
    expect(said).toContain(
      'content/disclosures: Unexpected empty archive, expected at least one record.',
    );
    const out = join(dirname(content), 'dist');
    expect(existsSync(out)).toBe(false);
  });
});
