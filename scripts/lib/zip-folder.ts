import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/**
 * The day every file of a ZIP bears, the first one ZIP knows. ZIP writes the hands of a local clock, so it
 * is noon on that day in whatever zone this runs.
 */
const mtime = new Date(1980, 0, 1, 12);

/**
 * Writes files as a ZIP, in the order given; the same files make the same bytes in
 * every time zone.
 */
export async function writeZip(
  path: string,
  files: readonly string[],
  read: (file: string) => Promise<Buffer>,
): Promise<void> {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(path));
  for (const file of files) {
    const options = { mtime, mode: 0o100644, forceDosTimestamp: true };
    zip.addBuffer(await read(file), file, options);
  }
  zip.end();
  await written;
}
