import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteManifestName } from '../../scripts/lib/checksum-manifest.ts';
import { copyExample, type ExampleCopy } from '../lib/build-example.ts';

/** The lines of a site's manifest, by path: what every byte of the site is. */
function digests(example: ExampleCopy): Map<string, string> {
  const lines = readFileSync(join(example.site, siteManifestName), 'utf8').trimEnd().split('\n');
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

describe('the same records', () => {
  const west = copyExample('reproducible-west');
  const east = copyExample('reproducible-a-longer-name');

  beforeAll(async () => {
    await west.build([], { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' });
    await east.build([], { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' });
  });

  afterAll(() => {
    west.remove();
    east.remove();
  });

  test('make the same bytes in another folder, time zone and language', () => {
    const [first, second] = [digests(west), digests(east)];
    expect(first.size).toBeGreaterThan(80);
    const different = [...new Set([...first.keys(), ...second.keys()])].filter(
      (path) => first.get(path) !== second.get(path),
    );
    expect(different).toEqual([]);
  });
});
