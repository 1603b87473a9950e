import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A running server that is no part of this project, and how to stop it. */
export interface ForeignServer {
  /** Address with the base path, ending in a slash. */
  readonly url: string;
  close(): void;
}

const nginxTypes =
  'types { text/html html; text/css css; text/javascript js; application/json json; text/csv csv; image/svg+xml svg; application/xml xml; text/plain txt; application/wasm wasm; }';

/** What is told to a server that is told nothing more than where the site is. */
const plainBlocks = {
  nginx: 'server { listen 80; root /srv/archive; }',
  Caddy: 'archive.example {\n  root * /srv/archive\n  file_server\n}\n',
} as const;

const nginxConfig = (folder: string, root: string, port: number, block: string): string =>
  `${process.getuid?.() === 0 ? 'user root; ' : ''}daemon off; pid ${folder}/nginx.pid; error_log stderr; worker_processes 1;
events {} http { ${nginxTypes} default_type application/octet-stream; charset utf-8; access_log off;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
index index.html;
${block.replace('listen 80;', `listen 127.0.0.1:${port};`).replace('/srv/archive', root)} }`;

const caddyConfig = (root: string, port: number, block: string): string =>
  `{\n  admin off\n  auto_https off\n}\n${block.replace('archive.example', `http://127.0.0.1:${port}`).replace('/srv/archive', root)}`;

/** The servers tried, by name: the command that serves a folder on a port, and how to ask for it. */
const servers = {
  nginx: {
    program: process.env['NGINX_PATH'] ?? 'nginx',
    probe: ['-v'],
    args: (folder: string, root: string, port: number, block: string = plainBlocks.nginx) => {
      writeFileSync(join(folder, 'nginx.conf'), nginxConfig(folder, root, port, block));
      return ['-p', folder, '-c', join(folder, 'nginx.conf')];
    },
  },
  Caddy: {
    program: process.env['CADDY_PATH'] ?? 'caddy',
    probe: ['version'],
    args: (folder: string, root: string, port: number, block: string = plainBlocks.Caddy) => {
      const file = join(folder, 'Caddyfile');
      writeFileSync(file, caddyConfig(root, port, block));
      return ['run', '--adapter', 'caddyfile', '--config', file];
    },
  },
  'Python http.server': {
    program: 'python3',
    probe: ['-c', 'import http.server'],
    args: (_: string, root: string, port: number) => [
      '-m',
      'http.server',
      String(port),
      '--bind',
      '127.0.0.1',
      '--directory',
      root,
    ],
  },
  'busybox httpd': {
    program: 'busybox',
    probe: ['httpd', '--help'],
    args: (_: string, root: string, port: number) => [
      'httpd',
      '-f',
      '-p',
      `127.0.0.1:${port}`,
      '-h',
      root,
    ],
  },
} as const;

/** Name of a server that may be on this machine. */
export type ServerName = keyof typeof servers;

/** The names of all servers tried. */
export const serverNames = Object.keys(servers) as ServerName[];

/** The servers that are on this machine. */
export const installedServers = serverNames.filter((name) => {
  try {
    execFileSync(servers[name].program, servers[name].probe, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (let i = 0; i < 100; i += 1) {
    if (server.exitCode !== null) break;
    const found = await fetch(url).then(
      () => true,
      () => false,
    );
    if (found) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`Unexpected silence of ${url}, expected a server.`);
}

/**
 * Starts a server over a built site under a base path such as `/example/`, or `/`. `block` is what nginx and
 * Caddy are told, with the address and folder a manual would give; left out = only where the site is.
 */
export async function startServer(
  name: ServerName,
  site: string,
  base: string,
  block?: string,
): Promise<ForeignServer> {
  const folder = mkdtempSync(join(tmpdir(), 'archive-server-'));
  const root = base === '/' ? site : join(folder, 'root');
  if (base !== '/') {
    execFileSync('mkdir', ['-p', root]);
    symlinkSync(site, join(root, base.slice(1, -1)));
  }
  const port = await freePort();
  const { program, args } = servers[name];
  const server = spawn(program, args(folder, root, port, block), {
    stdio: 'ignore',
    env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
  });
  const url = `http://127.0.0.1:${port}${base}`;
  await answers(url, server);
  return {
    url,
    close: () => {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
