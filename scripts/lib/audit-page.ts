import { createServer } from 'node:net';
import { launchChromium } from './find-chromium.ts';

/** The categories a page is marked in, in the order they are shown. */
export const auditCategories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Marks of a page from 0 to 100, and what lowered them, one line each. */
export interface PageMarks {
  readonly marks: Readonly<Record<(typeof auditCategories)[number], number>>;
  readonly faults: readonly string[];
}

/** Marks one page at an address. */
export type AuditPage = (url: string) => Promise<PageMarks>;

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

/**
 * Starts a browser for Lighthouse, which marks pages as on a phone with a slow connection (its own
 * default), and how to stop it.
 * @throws when there is no Chromium, or Lighthouse cannot mark a page
 */
export async function startLighthouse(): Promise<{
  readonly audit: AuditPage;
  close(): Promise<void>;
}> {
  const { default: lighthouse } = await import('lighthouse');
  const port = await freePort();
  const browser = await launchChromium([`--remote-debugging-port=${port}`]);
  const audit: AuditPage = async (url) => {
    const result = await lighthouse(url, {
      port,
      logLevel: 'error',
      onlyCategories: [...auditCategories],
    });
    if (result === undefined) throw new Error(`${url}: Unexpected silence of Lighthouse.`);
    const { categories, audits, runtimeError } = result.lhr;
    if (runtimeError !== undefined) throw new Error(`${url}: ${runtimeError.message}`);
    const markOf = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100);
    const faults = auditCategories.flatMap((name) =>
      (categories[name]?.auditRefs ?? [])
        .map(({ id, weight }) => ({ weight, audit: audits[id] }))
        .filter(({ weight, audit: one }) => weight > 0 && (one?.score ?? 1) < 0.9)
        .map(({ audit: one }) => `${name}: ${one?.title ?? ''} ${one?.displayValue ?? ''}`.trim()),
    );
    return {
      marks: {
        performance: markOf('performance'),
        accessibility: markOf('accessibility'),
        'best-practices': markOf('best-practices'),
        seo: markOf('seo'),
      },
      faults,
    };
  };
  return { audit, close: () => browser.close() };
}
