import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Short digest of a value, so that changed data never hides behind a name that a browser has kept. */
export const shortDigest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);

/** A value as gzipped JSON, the same bytes on every system. */
export function searchFileBytes(value: unknown): Uint8Array {
  const bytes = gzipSync(JSON.stringify(value), { level: 9 });
  bytes[9] = 255;
  return bytes;
}

/** Writes values as {@link searchFileBytes} into a folder of their own. */
export async function openSearchFiles(
  folder: string,
): Promise<(name: string, value: unknown) => Promise<void>> {
  await mkdir(folder, { recursive: true });
  return async (name, value) => writeFile(join(folder, `${name}.bin`), searchFileBytes(value));
}
