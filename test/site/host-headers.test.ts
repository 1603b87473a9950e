import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { embedPath } from '../../src/format/url.ts';
import { frameHeader, siteHeaders } from '../../src/format/site-policy.ts';
import { temporaryFolder } from '../support/example-content.ts';

const manual = readFileSync('content/pages/preservation.md', 'utf8');

/** What the manual tells to write for a server. */
function toldFor(server: string): string {
  const [, text] = new RegExp(`\`\`\`${server}\\n([\\s\\S]*?)\`\`\``, 'u').exec(manual) ?? [];
  if (text === undefined) throw new Error(`Unexpected manual without a block for ${server}`);
  return text;
}

const nginxOf = (folder: string, root: string, port: number): string => {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ');
  const told = toldFor('nginx')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('/srv/archive', root);
  return `${process.getuid?.() === 0 ? 'user root; ' : ''}daemon off; pid ${folder}/nginx.pid; error_log stderr;
events {} http { types { text/html html; text/css css; } access_log off; ${temporary}
${told} }`;
};

const caddyOf = (_: string, root: string, port: number): string =>
  `{\n  admin off\n  auto_https off\n}\n${toldFor('caddyfile')
    .replace('archive.example', `http://127.0.0.1:${port}`)
    .replace('/srv/archive', root)}`;

const servers = [
  { name: 'nginx', configOf: nginxOf, probe: ['-v'], args: (file: string) => ['-c', file] },
  {
    name: 'caddy',
    configOf: caddyOf,
    probe: ['version'],
    args: (file: string) => ['run', '--adapter', 'caddyfile', '--config', file],
  },
].filter(({ name, probe }) => {
  try {
    execFileSync(name, probe, { stdio: 'ignore' });
    return true;
  } catch {
    return name === 'nginx' && process.env['REQUIRE_NGINX'] === '1';
  }
});

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

async function headersAt(url: string): Promise<Headers> {
  for (let i = 0; i < 100; i += 1) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer !== undefined) return answer.headers;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`Unexpected silence of ${url}, expected a server.`);
}

describe('a server set up as the manual says', () => {
  test.skipIf(servers.length > 0)('is not on this machine', () => {
    expect(process.env['REQUIRE_NGINX']).not.toBe('1');
  });

  test.each(servers)(
    'sends the headers of the site, and lets embeds alone be framed: $name',
    async ({ name, configOf, args }) => {
      const folder = temporaryFolder();
      const root = join(folder, 'root');
      mkdirSync(root);
      symlinkSync(inject('exampleDir'), join(root, 'example'));
      const port = await freePort();
      const file = join(folder, 'server.conf');
      writeFileSync(file, configOf(folder, root, port));
      const server = spawn(name, args(file), { stdio: 'ignore' });
      onTestFinished(() => void server.kill());
      const url = `http://127.0.0.1:${port}/example`;
      const page = await headersAt(`${url}/units/`);
      const said = new Map(siteHeaders);
      for (const header of ['Content-Security-Policy', 'Referrer-Policy', 'X-Content-Type-Options'])
        expect(page.get(header), header).toBe(said.get(header));
      const [frame, deny] = frameHeader;
      const embed = embedPath({ unitId: '990101-jiaotongju', year: 2024, kind: 'budget' });
      const policies = [`${url}/`, `${url}/units/`, url + embed].map(async (address) =>
        (await headersAt(address)).get(frame),
      );
      expect(await Promise.all(policies)).toEqual([deny, deny, null]);
    },
  );
});
