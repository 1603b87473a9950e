import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** A rule of a `_headers` file. */
interface HeaderRule {
  readonly path: RegExp;
  readonly headers: readonly (readonly [string, string])[];
}

/** The rules of a `_headers` file. */
function parseRules(text: string): HeaderRule[] {
  const rules: { path: RegExp; headers: [string, string][] }[] = [];
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const [, name, value] = /^ {2}([^:]+): (.*)$/u.exec(line) ?? [];
    if (name !== undefined && value !== undefined) rules.at(-1)?.headers.push([name, value]);
    else {
      const pattern = line.replaceAll(/[.+?^$()[\]{}|\\]/gu, '\\$&').replaceAll('*', '.*');
      rules.push({ path: new RegExp(`^${pattern}$`, 'u'), headers: [] });
    }
  }
  return rules;
}

/** The headers of a path as hosts send them: of all rules that fit, those of one name joined by commas. */
export function headersOf(text: string, path: string): Record<string, string> {
  const sent: Record<string, string> = {};
  for (const rule of parseRules(text)) {
    if (!rule.path.test(path)) continue;
    for (const [name, value] of rule.headers)
      sent[name] = sent[name] === undefined ? value : `${sent[name]}, ${value}`;
  }
  return sent;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** Serves a built site under its base path with the headers its `_headers` file asks hosts for. */
export async function serveWithHeaders(
  site: string,
  base: string,
): Promise<{ url: string; close: () => void }> {
  const rules = readFileSync(join(site, '_headers'), 'utf8');
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const inside = decodeURIComponent(pathname).slice(base.length);
    const file = join(site, inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside);
    const isThere = statSync(file, { throwIfNoEntry: false })?.isFile() === true;
    response.writeHead(isThere ? 200 : 404, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      ...headersOf(rules, pathname),
    });
    response.end(isThere ? readFileSync(file) : '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
