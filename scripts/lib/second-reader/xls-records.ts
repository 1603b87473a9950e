/** One record of a workbook stream: what it is, and its data with those of the records that go on. */
export interface XlsRecord {
  readonly kind: number;
  /** Its data; further parts are those of CONTINUE records. */
  readonly parts: readonly DataView[];
}

const [begins, ends, goesOn] = [0x809, 0x0a, 0x3c];

/** The records of one part of a workbook (its globals, a sheet) from where it begins; what is set into it is left out. */
export function readRecords(stream: Uint8Array, from: number): XlsRecord[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const records: { kind: number; parts: DataView[] }[] = [];
  let depth = 0;
  for (let at = from; at + 4 <= stream.length;) {
    const [kind, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    const size = Math.min(length, stream.length - at - 4);
    const data = new DataView(stream.buffer, stream.byteOffset + at + 4, size);
    if (kind === begins) depth += 1;
    else if (kind === ends) depth -= 1;
    else if (depth === 1 && kind === goesOn) records.at(-1)?.parts.push(data);
    else if (depth === 1) records.push({ kind, parts: [data] });
    if (depth <= 0) break;
    at += 4 + length;
  }
  return records;
}

/** Reads texts that run on over the parts of a record. */
class TextReader {
  private part = 0;
  private at: number;
  private readonly parts: readonly DataView[];

  constructor(parts: readonly DataView[], at: number) {
    this.parts = parts;
    this.at = at;
  }

  private get view(): DataView {
    const view = this.parts[this.part];
    if (view === undefined) throw new Error('Unexpected damaged file, expected an XLS workbook.');
    return view;
  }

  /** Goes to the next part when this one is read. */
  private settle(): boolean {
    if (this.at < this.view.byteLength) return false;
    this.part += 1;
    this.at = 0;
    return true;
  }

  number(size: 1 | 2 | 4): number {
    this.settle();
    const at = this.at;
    this.at += size;
    if (size === 1) return this.view.getUint8(at);
    return size === 2 ? this.view.getUint16(at, true) : this.view.getUint32(at, true);
  }

  /** Characters of one or two bytes; a further part begins by saying which. */
  text(length: number, wide: boolean): string {
    let [text, two] = ['', wide];
    for (let i = 0; i < length; i += 1) {
      if (this.settle()) two = (this.number(1) & 1) === 1;
      text += String.fromCharCode(this.number(two ? 2 : 1));
    }
    return text;
  }

  skip(bytes: number): void {
    for (let i = 0; i < bytes; i += 1) this.number(1);
  }
}

/** A text with its length in front, in two bytes or in one. */
export function textAt(parts: readonly DataView[], at: number, lengthSize: 1 | 2 = 2): string {
  const reader = new TextReader(parts, at);
  const length = reader.number(lengthSize);
  return reader.text(length, (reader.number(1) & 1) === 1);
}

/** The shared texts of a workbook, in their order. */
export function sharedTexts(parts: readonly DataView[]): string[] {
  const reader = new TextReader(parts, 4);
  const count = reader.number(4);
  const texts: string[] = [];
  while (texts.length < count) {
    const [length, flags] = [reader.number(2), reader.number(1)];
    const runs = (flags & 8) === 8 ? reader.number(2) : 0;
    const extra = (flags & 4) === 4 ? reader.number(4) : 0;
    texts.push(reader.text(length, (flags & 1) === 1));
    reader.skip(4 * runs + extra);
  }
  return texts;
}
