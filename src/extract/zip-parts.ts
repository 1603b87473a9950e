import { Inflate } from 'fflate';
import { ImportRefusal } from './refusal.ts';

/** One file of a ZIP archive as its directory lists it. */
export interface ZipPart {
  readonly name: string;
  /** Its bytes, unpacked. */
  readonly bytes: Uint8Array;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** Most files in one archive. */
const maximumParts = 4_000;
/** Most bytes an archive may unpack to. */
const maximumUnpacked = 200_000_000;
/** Most times a large file may shrink; office files shrink 10 to 60 times. */
const maximumRatio = 250;
/** Size from which the ratio counts. */
const ratioFrom = 5_000_000;

function refuse(unexpected: string, expected: string): never {
  throw new ImportRefusal({
    place: null,
    unexpected,
    expected,
    todo: 'Check where the file comes from; open and save it with an office program if you trust it.',
  });
}

/**
 * The files of a ZIP archive, unpacked under limits: their number, their whole size and how much they
 * shrink are checked before unpacking, and again by what really comes out.
 * @throws ImportRefusal when the archive is damaged, encrypted, too large, or has names that leave it.
 */
export function unzipParts(bytes: Uint8Array): ZipPart[] {
  const entries = directory(bytes);
  const names = new Set<string>();
  let whole = 0;
  for (const { name, packed, size } of entries) {
    if (/^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|[\u0000-\u001f]/u.test(name))
      refuse(`path "${name}" in the archive`, 'names inside the archive');
    if (names.has(name)) refuse(`file "${name}" twice in the archive`, 'every file once');
    names.add(name);
    whole += size;
    refuseSize(name, packed, size, whole);
  }
  let unpacked = 0;
  return entries.map((entry) => {
    const part = { name: entry.name, bytes: inflated(entry, bytes) };
    unpacked += part.bytes.length;
    refuseSize(entry.name, entry.packed, part.bytes.length, unpacked);
    return part;
  });
}

function refuseSize(name: string, packed: number, size: number, whole: number): void {
  if (whole > maximumUnpacked)
    refuse(`archive of more than ${maximumUnpacked} bytes unpacked`, 'an office file');
  if (size > ratioFrom && size > packed * maximumRatio)
    refuse(
      `file "${name}" that grows ${Math.round(size / Math.max(packed, 1))} times when unpacked`,
      `at most ${maximumRatio} times`,
    );
}

/** The entries of the directory at the end of the archive. */
function directory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && bytes.length - end < 70_000 && view.getUint32(end, true) !== 0x06054b50)
    end -= 1;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50)
    refuse('ZIP archive without its directory', 'a whole file');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > maximumParts || count === 0xffff)
    refuse(`archive of ${count} files`, `at most ${maximumParts}`);
  const entries: Entry[] = [];
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      refuse('ZIP archive with a damaged directory', 'a whole file');
    if ((view.getUint16(at + 8, true) & 1) === 1)
      refuse('encrypted archive', 'a file without password');
    const length = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The bytes of one entry, unpacked no further than the limits allow. */
function inflated({ name, method, packed, size, offset }: Entry, bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50)
    refuse(`file "${name}" that is not where the directory says`, 'a whole archive');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) refuse(`file "${name}" cut off`, 'a whole archive');
  const content = bytes.subarray(start, start + packed);
  if (method === 0) return content;
  if (method !== 8) refuse(`file "${name}" packed by method ${method}`, 'stored or deflated files');
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((chunk) => {
    length += chunk.length;
    if (length > size)
      refuse(`file "${name}" that unpacks to more than it says`, `${size} bytes as it says`);
    chunks.push(chunk);
  });
  try {
    for (let from = 0; from < content.length; from += 65_536)
      inflate.push(content.subarray(from, from + 65_536), from + 65_536 >= content.length);
  } catch (error) {
    if (error instanceof ImportRefusal) throw error;
    refuse(`file "${name}" that cannot be unpacked`, 'a whole archive');
  }
  if (length !== size) refuse(`file "${name}" of ${length} bytes`, `${size} bytes as it says`);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
