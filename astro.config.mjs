import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';
import { readArchiveConfig, siteAddress } from './src/archive/read-archive-config.ts';
import { watchContent } from './src/archive/watch-content.ts';

/**
 * Gives the site what content/archive.json says: its base path and public address, unless BASE_PATH
 * and SITE_URL (`--base` and `--site`) say otherwise, and its names for the frame of every page.
 * @type {import('astro').AstroIntegration}
 */
const archiveConfiguration = {
  name: 'archive-configuration',
  hooks: {
    'astro:config:setup': ({ config, updateConfig, addWatchFile }) => {
      const file = new URL('content/archive.json', config.root);
      const archive = readArchiveConfig(fileURLToPath(new URL('.', file)));
      const { base, site } = siteAddress(archive, process.env);
      addWatchFile(file);
      updateConfig({
        base,
        ...(site === undefined ? {} : { site }),
        vite: { define: { 'import.meta.env.ARCHIVE_CONFIG': JSON.stringify(archive) } },
      });
    },
  },
};

export default defineConfig({
  trailingSlash: 'always',
  output: 'static',
  build: { format: 'directory', assets: 'assets', inlineStylesheets: 'never' },
  compressHTML: 'jsx',
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  integrations: [archiveConfiguration, watchContent()],
  vite: { build: { assetsInlineLimit: 0 } },
});
