import { clearLine, cursorTo } from 'node:readline';
import { Presets, SingleBar } from 'cli-progress';

/** How far an import of several files is. */
export interface ImportProgress {
  /** The turn of the next file has come, those before it are done; `path` is its name. */
  step(path: string): void;
  /** Prints a line without breaking what is shown. */
  print(line: string): void;
  /** Takes it off the screen, for as long as the operator is asked something. */
  pause(): void;
  /** Ends it. */
  stop(): void;
}

/** A line for each file, for outputs that are no terminal. */
export function plainProgress(total: number, print: (line: string) => void): ImportProgress {
  let done = 0;
  return {
    step: (path) => {
      done += 1;
      if (total > 1) print(`[${done}/${total}] ${path}`);
    },
    print,
    pause: () => undefined,
    stop: () => undefined,
  };
}

/**
 * A bar with the number of files done and the time left, on the error output, so that what is printed
 * can go to a file.
 */
export function barProgress(total: number, print: (line: string) => void): ImportProgress {
  const screen = process.stderr;
  const bar = new SingleBar(
    {
      format: '{bar} {value}/{total} {percentage}% ETA {eta_formatted} {path}',
      stream: screen,
      clearOnComplete: true,
      hideCursor: true,
      linewrap: false,
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  let done = 0;
  const show = (path: string): void => {
    if (bar.isActive) bar.update(done, { path });
    else bar.start(total, done, { path });
  };
  return {
    step: (path) => {
      show(path);
      done += 1;
    },
    print: (line) => {
      if (bar.isActive) {
        cursorTo(screen, 0);
        clearLine(screen, 0);
      }
      print(line);
    },
    pause: () => bar.stop(),
    stop: () => bar.stop(),
  };
}
