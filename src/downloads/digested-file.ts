import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** Size and digest of a file as written. */
export interface WrittenFile {
  readonly bytes: number;
  /** SHA-256, lower-case hexadecimal. */
  readonly sha256: string;
}

/** A file of the site with its size and digest. */
export interface PlacedFile extends WrittenFile {
  /** Path below the root of the site, with slashes, such as `data/lines.csv`. */
  readonly path: string;
}

/** A file being written piece by piece, digested on the way, without keeping anything in memory. */
export interface DigestedFileWriter {
  append(chunk: Uint8Array | string): void;
  /** Appends a whole file, a piece at a time. */
  appendFile(path: string): void;
  /** Closes the file; its size and digest. */
  close(): WrittenFile;
}

/** Bytes of a file in memory while it is appended. */
export const pieceBytes = 1 << 20;

/** The bytes of a file, a piece at a time; a piece is good only until the next. */
function* readPieces(path: string): Generator<Uint8Array> {
  const descriptor = openSync(path, 'r');
  const piece = Buffer.allocUnsafe(pieceBytes);
  try {
    for (;;) {
      const read = readSync(descriptor, piece, 0, piece.length, null);
      if (read === 0) return;
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Size and digest of bytes. */
export const digestBytes = (bytes: Uint8Array): WrittenFile => ({
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

/** Size and digest of a file, read a piece at a time. */
export function digestFile(path: string): WrittenFile {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of readPieces(path)) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Begins a file, replacing what stood at the path. */
export function openDigestedFile(path: string): DigestedFileWriter {
  const descriptor = openSync(path, 'w');
  const hash = createHash('sha256');
  let bytes = 0;
  const append = (given: Uint8Array | string): void => {
    const chunk = typeof given === 'string' ? Buffer.from(given, 'utf8') : given;
    for (let done = 0; done < chunk.length;) done += writeSync(descriptor, chunk, done);
    hash.update(chunk);
    bytes += chunk.length;
  };
  return {
    append,
    appendFile: (from) => {
      for (const piece of readPieces(from)) append(piece);
    },
    close: () => {
      closeSync(descriptor);
      return { bytes, sha256: hash.digest('hex') };
    },
  };
}
