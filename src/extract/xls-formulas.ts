/** A record that readers pass over, put in place of one that holds only a formula. */
const passedOver = 0x089b;
/** Records of cells with a formula and its value. */
const formulaCells: ReadonlySet<number> = new Set([0x0006, 0x0206, 0x0406]);
/** Records of formulas alone: names, arrays of cells, formulas that cells share. */
const formulasAlone: ReadonlySet<number> = new Set([0x0018, 0x0218, 0x0021, 0x0221, 0x04bc]);
/** Place of the length of the formula in the data of a cell. */
const lengthAt = 20;

/**
 * The stream of a workbook with its formulas emptied and the values of their cells kept, which is what
 * they display. The library follows a damaged formula without end.
 */
export function withoutFormulas(stream: Uint8Array): Uint8Array {
  const made = Uint8Array.from(stream);
  const view = new DataView(made.buffer);
  for (let at = 0; at + 4 <= made.length; at += 4 + view.getUint16(at + 2, true)) {
    const kind = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (formulasAlone.has(kind)) view.setUint16(at, passedOver, true);
    if (!formulaCells.has(kind)) continue;
    if (length < lengthAt + 2) view.setUint16(at, passedOver, true);
    else if (at + 4 + length <= made.length) view.setUint16(at + 4 + lengthAt, 0, true);
  }
  return made;
}
