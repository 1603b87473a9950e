import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serveDirectory } from '../../../scripts/lib/serve-directory.ts';
import { temporaryFolder } from '../../support/example-content.ts';

const page = '<p>示例</p>'.repeat(200);

async function serveExample(): Promise<string> {
  const folder = temporaryFolder();
  const site = join(folder, 'site');
  mkdirSync(join(site, 'a'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(site, 'link.txt'));
  writeFileSync(join(site, 'a/index.html'), page);
  writeFileSync(join(site, '404.html'), '没有这一页');
  writeFileSync(join(site, 'b.xlsx'), 'workbook');
  const served = await serveDirectory(site, { base: '/sub/' });
  onTestFinished(() => served.close());
  return served.url;
}

/** An answer as it comes over the wire, nothing unpacked. */
const ask = (url: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: Buffer }>(
    (done, fail) => {
      get(url, { headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          done({
            status: response.statusCode,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      }).on('error', fail);
    },
  );

describe('serveDirectory', () => {
  test('sends text compressed to those who accept it, and as it is to others', async () => {
    const url = await serveExample();
    const packed = await ask(`${url}a/`, { 'accept-encoding': 'br, gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.body.length).toBeLessThan(page.length / 4);
    expect(gunzipSync(packed.body).toString()).toBe(page);
    const plain = await ask(`${url}a/`);
    expect([plain.headers['content-encoding'], plain.headers.vary]).toEqual([
      undefined,
      'accept-encoding',
    ]);
    expect(plain.body.toString()).toBe(page);
  });

  test('sends files that are compressed already as they are, with their media type', async () => {
    const { headers, body } = await ask(`${await serveExample()}b.xlsx`, {
      'accept-encoding': 'gzip',
    });
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['content-type']).toContain('spreadsheetml');
    expect(body.toString()).toBe('workbook');
  });

  test.each([
    ['a missing page', 'missing/'],
    ['a path out of the folder', '..%2f..%2fsecret.txt'],
    ['a link out of the folder', 'link.txt'],
    ['a NUL in the path', 'a%00'],
  ])('answers %s with the page for what is missing', async (_, path) => {
    const { status, body } = await ask((await serveExample()) + path);
    expect([status, body.toString()]).toEqual([404, '没有这一页']);
  });
});
