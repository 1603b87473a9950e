import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.sqlite': 'application/vnd.sqlite3',
  '.parquet': 'application/vnd.apache.parquet',
};

/** Media types that get smaller by compression; the others are compressed already. */
const compressible = /^(?:text\/|application\/(?:json|xml|wasm)|image\/svg)/u;

/** A running server and how to stop it. */
export interface ServedDirectory {
  /** Address with the base path, ending in a slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Where to listen and under which path the folder stands. */
export interface ServeOptions {
  /** Port on 127.0.0.1; 0 or left out = any free port. */
  readonly port?: number;
  /** Base path, default `/`. */
  readonly base?: string;
}

/** The file a request path names, or undefined when it names none inside the folder. */
async function findFile(root: string, path: string): Promise<string | undefined> {
  const candidate = resolve(join(root, path));
  if (candidate !== root && !candidate.startsWith(root + sep)) return undefined;
  const found = await stat(candidate).catch(() => undefined);
  if (found === undefined) return undefined;
  const file = found.isDirectory() ? join(candidate, 'index.html') : candidate;
  const real = await realpath(file).catch(() => undefined);
  return real?.startsWith((await realpath(root)) + sep) === true ? file : undefined;
}

function decodePath(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

function createStaticServer(root: string, base: string): Server {
  return createServer((request, response) => {
    void (async () => {
      const path = decodePath(request.url ?? '/');
      const inside = path !== undefined && path.startsWith(base) && !path.includes('\0');
      const file = inside ? await findFile(root, path.slice(base.length)) : undefined;
      const shown = file ?? join(root, '404.html');
      const size = await stat(shown).catch(() => undefined);
      if (size === undefined) {
        response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
        return;
      }
      const type = mediaTypes[extname(shown)] ?? 'application/octet-stream';
      const asked = /\bgzip\b/u.test(String(request.headers['accept-encoding']));
      const gzip = asked && compressible.test(type);
      response.writeHead(file === undefined ? 404 : 200, {
        'content-type': type,
        ...(gzip ? { 'content-encoding': 'gzip' } : { 'content-length': size.size }),
        ...(compressible.test(type) ? { vary: 'accept-encoding' } : {}),
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
      });
      if (request.method === 'HEAD') response.end();
      else if (gzip) await pipeline(createReadStream(shown), createGzip(), response);
      else await pipeline(createReadStream(shown), response);
    })().catch(() => response.destroy());
  });
}

/**
 * Serves the files of a folder on 127.0.0.1, nothing outside it, with `404.html` for what is missing. Text
 * is sent compressed to those who accept it, as hosts do.
 */
export async function serveDirectory(
  directory: string,
  options: ServeOptions = {},
): Promise<ServedDirectory> {
  const root = resolve(directory);
  const base = `/${(options.base ?? '/').replace(/^\/+|\/+$/gu, '')}/`.replace('//', '/');
  const server = createStaticServer(root, base);
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(options.port ?? 0, '127.0.0.1', done);
  });
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('Unexpected server address, expected a port');
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
