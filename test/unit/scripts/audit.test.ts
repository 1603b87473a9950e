import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { run } from '../../../scripts/audit.ts';
import {
  isAllowedLicence,
  lockfileProblems,
  type AuditedPackage,
} from '../../../scripts/lib/lockfile-problems.ts';

const good: AuditedPackage = { version: '1.0.0', integrity: 'sha512-a', license: 'MIT' };
const clean = JSON.stringify({ vulnerabilities: {} });
const signed = JSON.stringify({ invalid: [], missing: [] });

/** Runs the command over one package and what the services say. */
async function audit(
  entry: AuditedPackage,
  answers: { audit: string; signatures: string },
  args: readonly string[] = [],
) {
  const lines: string[] = [];
  const exitCode = await run(args, {
    print: (line) => void lines.push(line),
    readText: (path) =>
      Promise.resolve(
        JSON.stringify(
          path === 'package.json'
            ? { allowScripts: { esbuild: true } }
            : { packages: { '': {}, 'node_modules/a': entry } },
        ),
      ),
    npm: ([, what]) => Promise.resolve(what === 'signatures' ? answers.signatures : answers.audit),
  });
  return { exitCode, lines };
}

describe('lockfileProblems', () => {
  test('finds nothing in the lockfile of this project', () => {
    const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
    const { packages } = read('package-lock.json') as { packages: Record<string, AuditedPackage> };
    const { allowScripts } = read('package.json') as { allowScripts: Record<string, boolean> };
    const { problems, unseen } = lockfileProblems(packages, allowScripts);
    expect(problems).toEqual([]);
    expect(unseen.length).toBeLessThan(Object.keys(packages).length / 20);
  });

  test.each([
    ['a package without a digest', { version: '1.0.0', license: 'MIT' }, 'integrity none'],
    ['a weak digest', { ...good, integrity: 'sha1-a' }, 'integrity sha1-a'],
    ['a repository as source', { ...good, resolved: 'git+ssh://git@host/a.git' }, 'source git+'],
    ['a tarball without encryption', { ...good, resolved: 'http://host/a.tgz' }, 'source http:'],
    ['a folder', { link: true, resolved: '../a' }, 'version none'],
    ['no licence', { version: '1.0.0', integrity: 'sha512-a' }, 'licence none'],
    ['a licence that binds users', { ...good, license: 'AGPL-3.0-only' }, 'licence AGPL'],
    ['a package given up', { ...good, deprecated: 'use b' }, 'deprecated package (use b)'],
    ['an install script', { ...good, hasInstallScript: true }, 'install script'],
  ] as [string, AuditedPackage, string][])('refuses %s', (_, entry, message) => {
    const { problems } = lockfileProblems({ 'node_modules/a': entry }, {});
    expect(problems.join('\n')).toContain(`node_modules/a: Unexpected ${message}`);
  });

  test('lets the install scripts run that package.json decides on', () => {
    const entry = { ...good, hasInstallScript: true };
    expect(lockfileProblems({ 'node_modules/x/node_modules/a': entry }, { a: false })).toEqual({
      problems: [],
      unseen: [],
    });
  });

  test('names the binaries of platforms that no one has seen', () => {
    const entry = { version: '1.0.0', optional: true, os: ['freebsd'] };
    expect(lockfileProblems({ 'node_modules/a-freebsd': entry }, {})).toEqual({
      problems: [],
      unseen: ['node_modules/a-freebsd'],
    });
  });
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['MIT AND Apache-2.0', true],
  ['MIT AND GPL-3.0-only', false],
  ['SEE LICENSE IN file', false],
])('a package under %s may be used: %s', (expression, allowed) => {
  expect(isAllowedLicence(expression)).toBe(allowed);
});

describe('audit', () => {
  test('passes when the lockfile is in order and the services know nothing against it', async () => {
    const { exitCode, lines } = await audit(good, { audit: clean, signatures: signed });
    expect([exitCode, lines]).toEqual([
      0,
      [
        'Lockfile: 1 packages, 0 problems',
        'Known vulnerabilities: checked, 0 problems',
        'Signatures of the registry: checked, 0 problems',
      ],
    ]);
  });

  test('fails on a known vulnerability and on a missing signature', async () => {
    const { exitCode, lines } = await audit(good, {
      audit: JSON.stringify({ vulnerabilities: { a: { severity: 'high', range: '<2' } } }),
      signatures: JSON.stringify({ invalid: [], missing: [{ name: 'a', version: '1.0.0' }] }),
    });
    expect(exitCode).toBe(1);
    expect(lines.slice(-2)).toEqual(['  a <2: high', '  a@1.0.0: missing signature']);
  });

  test.each(['', 'not JSON', JSON.stringify({ error: {}, vulnerabilities: {} })])(
    'says that nothing was checked when no service answers but "%s"',
    async (answer) => {
      const answers = { audit: answer, signatures: answer };
      const { exitCode, lines } = await audit(good, answers);
      expect(exitCode).toBe(0);
      expect(lines.filter((line) => line.includes('NOT CHECKED'))).toHaveLength(2);
      const strict = await audit(good, answers, ['--require-advisories']);
      expect(strict.exitCode).toBe(1);
    },
  );

  test('fails on the lockfile alone', async () => {
    const entry = { ...good, license: 'AGPL-3.0-only' };
    const { exitCode } = await audit(entry, { audit: clean, signatures: signed });
    expect(exitCode).toBe(1);
  });
});
