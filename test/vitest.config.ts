import { getViteConfig } from 'astro/config';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

/** Component tests need Astro's own pipeline; the others run in plain Node. */
const component = getViteConfig({
  test: { name: 'component', include: ['test/component/**/*.test.ts'] },
}) as unknown as TestProjectConfiguration;

export default defineConfig({
  test: {
    passWithNoTests: false,
    testTimeout: 60_000,
    hookTimeout: 300_000,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/import/**/*.test.ts', 'test/repo/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      component,
      { test: { name: 'content', include: ['test/content/**/*.test.ts'] } },
      {
        test: {
          name: 'site',
          include: ['test/site/**/*.test.ts'],
          globalSetup: ['test/lib/build-site.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
