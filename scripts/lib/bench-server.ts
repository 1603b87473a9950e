import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { compressedSize } from './bench-contestant.ts';

/** A server of one folder that counts what it sends. */
export interface CountedServer {
  /** Address, ending in a slash. */
  readonly url: string;
  /** Bytes sent so far, text compressed. */
  readonly sent: () => number;
  /** Files sent so far. */
  readonly requests: () => number;
  readonly close: () => Promise<void>;
}

const text = new Set(['.js', '.json']);

/** Serves a folder to this process and counts the bytes of every answer. */
export async function serveCounted(folder: string): Promise<CountedServer> {
  let sent = 0;
  let requests = 0;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    // A long query stops this process; a connection kept over it would be closed on either side.
    response.setHeader('connection', 'close');
    readFile(join(folder, decodeURIComponent(pathname))).then(
      (content) => {
        sent += text.has(extname(pathname)) ? compressedSize(content) : content.length;
        requests += 1;
        response.end(content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    sent: () => sent,
    requests: () => requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
