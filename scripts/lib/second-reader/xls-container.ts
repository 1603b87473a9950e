/** No sector follows. */
const end = 0xfffffff0;

/** An old office file: a file system in one file, of sectors that are chained by tables. */
interface Container {
  readonly view: DataView;
  readonly bytes: Uint8Array;
  readonly sectorSize: number;
  readonly next: readonly number[];
}

const damaged = (): Error => new Error('Unexpected damaged file, expected an XLS workbook.');

function sectorAt({ bytes, sectorSize }: Container, sector: number): Uint8Array {
  const start = (sector + 1) * sectorSize;
  if (start + sectorSize > bytes.length + sectorSize - 1) throw damaged();
  return bytes.subarray(start, start + sectorSize);
}

/** The sectors of a chain in their order. */
function chain(next: readonly number[], first: number): number[] {
  const sectors: number[] = [];
  for (let at = first; at < end; at = next[at] ?? end) {
    if (sectors.length > next.length) throw damaged();
    sectors.push(at);
  }
  return sectors;
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const readChain = (container: Container, first: number): Uint8Array =>
  joined(chain(container.next, first).map((sector) => sectorAt(container, sector)));

/** Whole numbers of four bytes. */
function numbers(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(4 * i, true));
}

function openContainer(bytes: Uint8Array): Container {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512 || view.getUint32(0) !== 0xd0cf11e0) throw damaged();
  const sectorSize = 1 << (view.getUint16(30, true) & 15);
  const bare: Container = { view, bytes, sectorSize, next: [] };
  const tables = numbers(bytes.subarray(76, 512));
  let more = view.getUint32(68, true);
  while (more < end && tables.length < bytes.length / sectorSize + 128) {
    const list = numbers(sectorAt(bare, more));
    more = list.pop() ?? end;
    tables.push(...list);
  }
  const next = tables
    .filter((sector) => sector < end)
    .flatMap((sector) => numbers(sectorAt(bare, sector)));
  return { ...bare, next };
}

/**
 * The stream of an old office file that has one of these names; undefined when none has.
 * @throws when the file is no such file, or its chains run in circles or out of it
 */
export function readStream(bytes: Uint8Array, names: readonly string[]): Uint8Array | undefined {
  const container = openContainer(bytes);
  const { view } = container;
  const folder = readChain(container, view.getUint32(48, true));
  const entries = Array.from({ length: Math.floor(folder.length / 128) }, (_, i) => {
    const entry = new DataView(folder.buffer, i * 128, 128);
    const length = Math.max(entry.getUint16(64, true) - 2, 0);
    const name = new TextDecoder('utf-16le').decode(folder.subarray(i * 128, i * 128 + length));
    const [start, size] = [entry.getUint32(116, true), entry.getUint32(120, true)];
    return { name, kind: entry.getUint8(66), start, size };
  });
  const found = entries.find(({ name, kind }) => kind === 2 && names.includes(name));
  if (found === undefined) return undefined;
  if (found.size >= view.getUint32(56, true))
    return readChain(container, found.start).subarray(0, found.size);
  const root = entries.find(({ kind }) => kind === 5);
  const small = readChain(container, root?.start ?? end);
  const next = numbers(readChain(container, view.getUint32(60, true)));
  const size = 1 << (view.getUint16(32, true) & 15);
  const parts = chain(next, found.start).map((at) => small.subarray(at * size, (at + 1) * size));
  return joined(parts).subarray(0, found.size);
}
