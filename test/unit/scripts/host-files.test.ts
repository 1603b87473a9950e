import { describe, expect, test } from 'vitest';
import { headersFile, hostFiles } from '../../../scripts/lib/host-files.ts';
import { siteHeaders } from '../../../src/format/site-policy.ts';
import { headersOf } from '../../lib/serve-with-headers.ts';

const entries = { folders: ['assets', 'embed', 'units'], pages: ['404.html', 'index.html'] };

describe.each(['/', '/sub/'])('the headers file of a site under %s', (base) => {
  const text = headersFile(base, entries);
  const of = (path: string) => headersOf(text, base + path);

  test('asks for every header on every path, once', () => {
    for (const path of ['', 'units/a/2024/', 'embed/a/2024/index.html', 'robots.txt']) {
      expect(of(path), path).toMatchObject(Object.fromEntries(siteHeaders));
    }
  });

  test.each(['', 'index.html', '404.html', 'units/a/2024/', 'assets/base.css'])(
    'lets no other site show "%s" in a frame',
    (path) => {
      expect(of(path)['X-Frame-Options']).toBe('DENY');
    },
  );

  test('lets other sites show embeds in a frame', () => {
    expect(of('embed/a/2024/index.html')).toEqual(Object.fromEntries(siteHeaders));
    expect(text).not.toContain('frame-ancestors');
  });

  test('stays far below the 100 rules hosts read', () => {
    expect(text.match(/^\/.*$/gmu)).toEqual(
      ['*', '', '404.html', 'index.html', 'assets/*', 'units/*'].map((path) => base + path),
    );
  });
});

describe('hostFiles', () => {
  test('tell of the folders and pages directly in the folder of the site, whatever their order', () => {
    const listed = ['units/a/2024/index.html', 'robots.txt', 'index.html', 'embed/a/index.html'];
    const files = hostFiles('/', [...listed, 'assets/base.css', '404.html', 'units/index.html']);
    expect([...files]).toEqual([
      ['_headers', headersFile('/', entries)],
      ['.nojekyll', ''],
    ]);
  });
});
