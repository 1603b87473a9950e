import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';

/** Parts smaller than this are not worth compressing. */
const smallPart = 256;

/** Midnight of 1 January 1980, the first time ZIP knows: what is packed has no time of its own. */
const time = 0;
const date = (1 << 5) | 1;

/** ZIP 2.0, made on Unix; names in UTF-8. Basis: APPNOTE.TXT 6.3.10, 4.4.2 to 4.4.5. */
const version = 20;
const madeOnUnix = 3 << 8;
const namesInUtf8 = 1 << 11;
const deflated = 8;

/** A plain file that all may read and its owner may write. */
const fileMode = 0o100644;

/** Packed fast rather than small: what level 6 saves of a workbook, a sixteenth, is not worth its time. */
const level = 1;

/** Bytes of a piece of packed text: most parts need one or two, and a larger one is slow to get. */
const pieceBytes = 2048;

/** What the header of a part and its entry in the directory both say, after their own beginnings. */
function partHeader(name: Buffer, content: Buffer, packed: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(version, 0);
  header.writeUInt16LE(namesInUtf8, 2);
  header.writeUInt16LE(packed === content ? 0 : deflated, 4);
  header.writeUInt16LE(time, 6);
  header.writeUInt16LE(date, 8);
  header.writeUInt32LE(crc32(content), 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}

/** What the entry of a part in the directory begins with, and says after the header of the part. */
function entryOf(header: Buffer, name: Buffer, offset: number): Buffer[] {
  const begin = Buffer.alloc(6);
  begin.writeUInt32LE(0x02014b50, 0);
  begin.writeUInt16LE(version | madeOnUnix, 4);
  const end = Buffer.alloc(14);
  end.writeUInt32LE(fileMode * 0x10000, 6);
  end.writeUInt32LE(offset, 10);
  return [begin, header, end, name];
}

const signature = Buffer.from('504b0304', 'hex');

/** A part as it stands in a ZIP. */
interface PackedPart {
  readonly text: string;
  readonly name: Buffer;
  readonly header: Buffer;
  readonly packed: Buffer;
}

function packPart(path: string, text: string): PackedPart {
  const name = Buffer.from(path, 'utf8');
  const content = Buffer.from(text, 'utf8');
  const packed =
    content.length < smallPart
      ? content
      : deflateRawSync(content, { level, chunkSize: pieceBytes });
  return { text, name, header: partHeader(name, content, packed), packed };
}

/** The part packed last at each path: what one workbook after the other says alike is packed once. */
const lastAt = new Map<string, PackedPart>();

function packOnce(path: string, text: string): PackedPart {
  const last = lastAt.get(path);
  if (last?.text === text) return last;
  const part = packPart(path, text);
  lastAt.set(path, part);
  return part;
}

/**
 * Small texts as a ZIP, in the order given, all in memory; the same texts make the same bytes.
 * @throws when it would be larger than ZIP without its 64-bit extension can be.
 */
export function packParts(parts: Iterable<readonly [path: string, text: string]>): Uint8Array {
  const files: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  let count = 0;
  for (const [path, text] of parts) {
    const { name, header, packed } = packOnce(path, text);
    entries.push(...entryOf(header, name, offset));
    files.push(signature, header, name, packed);
    offset += signature.length + header.length + name.length + packed.length;
    count += 1;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, directory, end]);
}
