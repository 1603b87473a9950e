import { describe, expect, test } from 'vitest';
import { completePackages, platformEntry } from '../../../scripts/complete-lockfile.ts';

describe('platformEntry', () => {
  test.each([
    ['@pagefind/darwin-arm64', { cpu: ['arm64'], os: ['darwin'] }],
    ['@pagefind/windows-x64', { cpu: ['x64'], os: ['win32'] }],
    ['@napi-rs/canvas-linux-x64-musl', { cpu: ['x64'], libc: ['musl'], os: ['linux'] }],
    ['@napi-rs/canvas-linux-arm-gnueabihf', { cpu: ['arm'], os: ['linux'] }],
    ['@napi-rs/canvas-linux-riscv64-gnu', { cpu: ['riscv64'], libc: ['glibc'], os: ['linux'] }],
  ])('%s', (name, expected) => {
    expect(platformEntry(name, '1.0.0')).toEqual({ version: '1.0.0', optional: true, ...expected });
  });

  test('a name without a platform tells nothing', () => {
    expect(platformEntry('fsevents', '2.3.3')).toBeUndefined();
  });
});

describe('completePackages', () => {
  test('adds what is missing and leaves the rest alone', () => {
    const packages = {
      '': {},
      'node_modules/a': {
        version: '1.0.0',
        optionalDependencies: { '@a/linux-x64': '1.0.0', '@a/darwin-x64': '1.0.0' },
      },
      'node_modules/@a/linux-x64': { version: '1.0.0', optional: true },
    };
    const { packages: completed, added } = completePackages(packages);
    expect(added).toEqual(['@a/darwin-x64@1.0.0']);
    expect(Object.keys(completed)).toEqual([
      '',
      'node_modules/@a/darwin-x64',
      'node_modules/@a/linux-x64',
      'node_modules/a',
    ]);
    expect(completePackages(completed)).toEqual({ packages: completed, added: [] });
  });

  test('refuses to guess what is no platform', () => {
    expect(() =>
      completePackages({ 'node_modules/a': { optionalDependencies: { b: '^1.0.0' } } }),
    ).toThrow(
      "node_modules/a: Unexpected missing b@^1.0.0, expected a platform's binary. Lock it by hand.",
    );
  });
});
