import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { chromium, type Browser } from 'playwright-core';

/** A Chromium that can be started on this machine. */
export interface FoundChromium {
  readonly path: string;
  /** Folder of shared libraries it needs beside the system's own; undefined = none. */
  readonly libraries?: string;
}

const systemPaths = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const isExecutable = async (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** The Chromium shipped inside an npm package, inflated with the libraries a bare system lacks. */
async function inflatePackaged(): Promise<FoundChromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { default: packaged, inflate } = await import('@sparticuz/chromium');
  const bin = new URL('../bin/', import.meta.resolve('@sparticuz/chromium')).pathname;
  const path = await packaged.executablePath(bin);
  const libraries = await inflate(join(bin, 'al2023.tar.br'));
  return { path, libraries: join(libraries, 'lib') };
}

/**
 * A Chromium, without asking anyone to install one: CHROME_PATH, else the system's, else the one
 * inside an npm package, else Playwright's own.
 * @throws when there is none, saying how to get one
 */
export async function findChromium(): Promise<FoundChromium> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (await isExecutable(chosen)) return { path: chosen };
    throw new Error(`Unexpected CHROME_PATH "${chosen}", expected an executable Chromium.`);
  }
  for (const path of systemPaths) if (await isExecutable(path)) return { path };
  const packaged = await inflatePackaged();
  if (packaged !== undefined) return packaged;
  const own = chromium.executablePath();
  if (await isExecutable(own)) return { path: own };
  throw new Error(
    'Unexpected machine without Chromium, expected one for the browser tests. ' +
      'Install Chromium or Chrome and set CHROME_PATH to its executable.',
  );
}

/** A started headless Chromium; web security stays on. `more` = arguments beside the usual ones. */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const found = await findChromium();
  const libraries = [found.libraries, process.env['LD_LIBRARY_PATH']].filter(
    (path) => path !== undefined && path !== '',
  );
  return chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox', '--disable-dev-shm-usage', ...more],
    env: {
      ...process.env,
      HOME: process.env['HOME'] ?? tmpdir(),
      ...(libraries.length === 0 ? {} : { LD_LIBRARY_PATH: libraries.join(':') }),
    },
  });
}
