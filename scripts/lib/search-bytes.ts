import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Short digest of a value, so that changed data never hides behind a name that a browser has kept. */
export const shortDigest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);

/** Writes values as gzipped JSON into a folder of their own, the same bytes on every system. */
export async function openSearchFiles(
  folder: string,
): Promise<(name: string, value: unknown) => Promise<void>> {
  await mkdir(folder, { recursive: true });
  return async (name, value) => {
    const bytes = gzipSync(JSON.stringify(value), { level: 9 });
    bytes[9] = 255;
    await writeFile(join(folder, `${name}.bin`), bytes);
  };
}
