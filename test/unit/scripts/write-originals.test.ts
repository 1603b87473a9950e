import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { writeOriginals } from '../../../scripts/lib/write-originals.ts';
import { copyExampleContent, temporaryFolder } from '../../support/example-content.ts';

const bytes = Buffer.from('示例');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const original = `${sha256}.pdf`;

/** An archive whose first two records keep one source, and a site for it. */
function archiveWithOriginal() {
  const content = copyExampleContent();
  const kept = join(content, '../public/originals', original);
  mkdirSync(join(kept, '..'), { recursive: true });
  writeFileSync(kept, bytes);
  const archive = readContent(content);
  const unitYears = archive.unitYears.map((one, i) =>
    i < 2 ? { ...one, source: { ...one.source, original } } : one,
  );
  return { archive: { ...archive, unitYears }, kept, out: temporaryFolder() };
}

describe('writeOriginals', () => {
  test('puts a kept source into the site once, tells its digest, and leaves it untouched next time', async () => {
    const { archive, out } = archiveWithOriginal();
    const claimed: string[] = [];
    const site = { claim: (path: string, digest: string) => claimed.push(`${path} ${digest}`) };
    expect(await writeOriginals(archive, out, site)).toBe(1);
    const file = join(out, 'originals', original);
    expect(readFileSync(file)).toEqual(bytes);
    const { ctimeMs } = statSync(file);
    expect(await writeOriginals(archive, out, site)).toBe(1);
    expect(statSync(file).ctimeMs).toBe(ctimeMs);
    expect(claimed).toEqual(Array(2).fill(`originals/${original} ${sha256}`));
  });

  test('refuses a source that was changed or is gone, also where the site has it', async () => {
    const { archive, out, kept } = archiveWithOriginal();
    const site = { claim: () => undefined };
    await writeOriginals(archive, out, site);
    writeFileSync(kept, '示例，改');
    await expect(writeOriginals(archive, out, site)).rejects.toThrow(
      /disclosures\/.*: source\.original: Unexpected bytes in public\/originals\//u,
    );
    await expect(
      writeOriginals({ ...archive, contentDirectory: temporaryFolder() }, out, site),
    ).rejects.toThrow('source.original: Unexpected absence');
  });
});
