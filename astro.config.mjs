import { defineConfig } from 'astro/config';

/**
 * The site builds for the root of a host, or for a sub-path given as BASE_PATH (or `--base`), and
 * knows its own public address only when SITE_URL says so.
 */
const base = process.env['BASE_PATH'] ?? '/';
const site = process.env['SITE_URL'];

export default defineConfig({
  ...(site === undefined ? {} : { site }),
  base,
  trailingSlash: 'always',
  output: 'static',
  build: { format: 'directory', assets: 'assets', inlineStylesheets: 'never' },
  compressHTML: 'jsx',
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  vite: { build: { assetsInlineLimit: 0 } },
});
