import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  CommandLineError,
  defineCommand,
  helpText,
  readCommandLine,
} from '../../../scripts/lib/command-line.ts';

const example = defineCommand({
  usage: 'npm run pack -- <file> [options]',
  about: 'Packs a file.',
  options: {
    out: { type: 'string', value: '<folder>', default: 'dist', about: 'where to' },
    base: { type: 'string', value: '</path/>', about: 'path of the site' },
    query: { type: 'string', value: '<words>', default: '', about: 'what for' },
    add: { type: 'boolean', default: false, about: 'add it' },
  },
  takesArguments: true,
});

describe('a command line', () => {
  test('is read with its defaults; what is not given is undefined', () => {
    const { values, positionals } = readCommandLine(example, ['a.pdf', '--add']);
    expect(values).toEqual({ out: 'dist', query: '', add: true });
    expect(values.base).toBeUndefined();
    expect(positionals).toEqual(['a.pdf']);
  });

  test.for([
    [['--no-such'], "Unknown option '--no-such'"],
    [['--out'], "Option '--out <value>' argument missing"],
    [['--add=3'], "Option '--add' does not take an argument"],
  ] as const)('is refused in one line where it is not as the command is: %j', ([args, what]) => {
    const read = (): unknown => readCommandLine(example, args);
    expect(read).toThrow(CommandLineError);
    expect(read).toThrow(`${what}. npm run pack -- --help tells what is expected.`);
  });

  test('has no arguments where its command takes none', () => {
    const command = defineCommand({ usage: 'npm run pack', about: 'Packs.', options: {} });
    expect(() => readCommandLine(command, ['a.pdf'])).toThrow(
      "Unexpected argument 'a.pdf'. npm run pack -- --help tells what is expected.",
    );
  });

  test('is explained option by option, with defaults', () => {
    expect(helpText(example)).toBe(
      [
        'npm run pack -- <file> [options]',
        '',
        'Packs a file.',
        '',
        '  --out <folder>   where to; default: dist',
        '  --base </path/>  path of the site',
        '  --query <words>  what for',
        '  --add            add it',
        '  -h, --help       print this',
      ].join('\n'),
    );
  });
});

/** A script of package.json that is a program of ours: its name and file. */
const commands = Object.entries(
  (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts,
).flatMap(([name, line]) => {
  const file = /^node (scripts\/[\w-]+\.ts)$/u.exec(line)?.[1];
  // Drafts are listed by the command that accepts them.
  return file === undefined || name === 'drafts' ? [] : [{ name, file }];
});

/** Runs a program with arguments; what it printed, and its exit code. */
async function runProgram(file: string, ...args: string[]) {
  const running = promisify(execFile)(process.execPath, [file, ...args], { timeout: 60_000 });
  return running.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: unknown) => error as { code: number; stdout: string; stderr: string },
  );
}

describe('every command of package.json', { timeout: 120_000 }, () => {
  test('is among those tried', () => {
    expect(commands.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'build',
        'merge',
        'serve',
        'import',
        'check',
        'synth',
        'bench:build',
      ]),
    );
  });

  test.for(commands)('$name tells how it is written, and does nothing', async ({ name, file }) => {
    const { code, stdout, stderr } = await runProgram(file, '--help');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain(`npm run ${name}`);
    expect(stdout).toMatch(/-h, --help +print this/u);
  });

  test.for([['--jobs', '0'], ['--shard', '1/2'], ['pages']])(
    'a build refuses %j before it begins, without a place in the code',
    async (args) => {
      const { code, stdout, stderr } = await runProgram('scripts/build.ts', ...args);
      expect(code).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^Unexpected .+\n$/u);
    },
  );

  test.for(commands)('$name refuses an option it does not know', async ({ file }) => {
    const { code, stdout, stderr } = await runProgram(file, '--no-such-option');
    expect(code).toBe(1);
    const told = (stdout + stderr).trim();
    expect(told).toMatch(/no-such-option|expected a folder/u);
    expect(told).toMatch(/--help tells what is expected\.$|Write npm run/u);
    expect(told).not.toMatch(/^\s+at /mu);
  });
});
