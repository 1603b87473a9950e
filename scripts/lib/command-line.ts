import { parseArgs } from 'node:util';

/** One option of a command: how it is read, and what `--help` says of it. */
export interface CommandOption {
  readonly type: 'string' | 'boolean';
  readonly default?: string | boolean;
  /** What stands after it, e.g. `<folder>`; of texts only. */
  readonly value?: string;
  /** What it does, in a few words. */
  readonly about: string;
}

type CommandOptions = Readonly<Record<string, CommandOption>>;

/** How a command of package.json is written. */
export interface Command<Options extends CommandOptions = CommandOptions> {
  /** The whole of it, e.g. `npm run serve -- [options]`. */
  readonly usage: string;
  /** What it does, in lines. */
  readonly about: string;
  readonly options: Options;
  /** Whether files, folders or phrases may stand beside the options; left out = no. */
  readonly takesArguments?: boolean;
}

/** A command, its options typed as they are written. */
export const defineCommand = <const Options extends CommandOptions>(
  command: Command<Options>,
): Command<Options> => command;

/** A command line that is not written as its command is; what it says is for whoever wrote it. */
export class CommandLineError extends Error {
  override readonly name = 'CommandLineError';
}

type Parsed<Options extends CommandOptions> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true }>
>;

/**
 * Options and arguments of a command line, as texts and switches; an option that is not given and has no
 * default is undefined.
 * @throws CommandLineError when an option is unknown or misses its value, or an argument is one too many.
 */
export function readCommandLine<Options extends CommandOptions>(
  { usage, options, takesArguments = false }: Command<Options>,
  args: readonly string[],
): Parsed<Options> {
  return readOrRefuse(usage, () =>
    parseArgs({ args: [...args], options, allowPositionals: takesArguments }),
  );
}

/**
 * What reads a command line by `parseArgs`.
 * @throws CommandLineError in one line where that throws, with the help of the command.
 */
export function readOrRefuse<T>(usage: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const [what] = (error as Error).message.split(/\. |\n/u);
    throw new CommandLineError(`${what}. ${nameOf(usage)} -- --help tells what is expected.`);
  }
}

/** `npm run serve` of `npm run serve -- [options]`. */
const nameOf = (usage: string): string => usage.split(' ').slice(0, 3).join(' ');

/** What `--help` prints: the command, what it does, and each of its options with its default. */
export function helpText({ usage, about, options }: Command): string {
  const lines = Object.entries(options).map(([name, option]): [string, string] => [
    option.value === undefined ? `--${name}` : `--${name} ${option.value}`,
    typeof option.default === 'string' && option.default !== ''
      ? `${option.about}; default: ${option.default}`
      : option.about,
  ]);
  lines.push(['-h, --help', 'print this']);
  const width = Math.max(...lines.map(([name]) => name.length));
  return [
    usage,
    '',
    about,
    '',
    ...lines.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`),
  ].join('\n');
}

/** How a command is run. */
export interface CommandRun {
  /** Whether an error is printed with the place in the code: a build runs code of many hands. */
  readonly withStack?: boolean;
}

/**
 * Runs a command with the arguments of this process and sets its exit code: `--help` prints how it is
 * written and does nothing else; a number that it ends with is the code, `false` is 1, and an error is
 * printed and is 1.
 */
export async function runCommand(
  command: Command,
  run: (args: readonly string[]) => unknown,
  { withStack = false }: CommandRun = {},
): Promise<void> {
  const args = process.argv.slice(2);
  if (asksForHelp(args)) {
    console.log(helpText(command));
    return;
  }
  try {
    const end = await run(args);
    if (end === false) process.exitCode = 1;
    if (typeof end === 'number') process.exitCode = end;
  } catch (error) {
    const isTold = error instanceof Error && (!withStack || error instanceof CommandLineError);
    console.error(isTold ? error.message : error);
    process.exitCode = 1;
  }
}

/** Whether help is asked for; what stands after `--` is no option. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = end === -1 ? args : args.slice(0, end);
  return options.some((one) => one === '--help' || one === '-h');
}
