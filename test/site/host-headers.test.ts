import { readFileSync } from 'node:fs';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { frameHeader, siteHeaders } from '../../src/format/site-policy.ts';
import { embedPath } from '../../src/format/url.ts';
import { installedServers, startServer } from '../lib/static-servers.ts';

const manual = readFileSync('content/pages/preservation.md', 'utf8');

/** What the manual tells to write for a server, by the name of its language there. */
function toldFor(language: string): string {
  const [, text] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'u').exec(manual) ?? [];
  if (text === undefined) throw new Error(`Unexpected manual without a block for ${language}`);
  return text;
}

describe('a server set up as the manual says', () => {
  for (const { name, language } of [
    { name: 'nginx', language: 'nginx' },
    { name: 'Caddy', language: 'caddyfile' },
  ] as const) {
    test.runIf(installedServers.includes(name))(
      `sends the headers of the site, and lets embeds alone be framed, on ${name}`,
      async () => {
        const server = await startServer(
          name,
          inject('exampleDir'),
          '/example/',
          toldFor(language),
        );
        onTestFinished(() => server.close());
        const headersAt = async (path: string): Promise<Headers> =>
          (await fetch(server.url + path)).headers;
        const page = await headersAt('units/');
        const said = new Map(siteHeaders);
        for (const header of [
          'Content-Security-Policy',
          'Referrer-Policy',
          'X-Content-Type-Options',
        ]) {
          expect(page.get(header), header).toBe(said.get(header));
        }
        const [frame, deny] = frameHeader;
        const embed = embedPath({ unitId: '990101-jiaotongju', year: 2024, kind: 'budget' });
        const policies = ['', 'units/', embed.slice(1)].map(async (path) =>
          (await headersAt(path)).get(frame),
        );
        expect(await Promise.all(policies)).toEqual([deny, deny, null]);
      },
    );
  }
});
