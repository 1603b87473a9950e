/** Two-byte codes of GB18030 by character, taken from the platform's decoder. */
function twoByteCodes(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(new Uint8Array([lead, trail]));
      if (trail !== 0x7f && character.length === 1) codes.set(character, [lead, trail]);
    }
  }
  return codes;
}

const codes = twoByteCodes();

/**
 * A text in the one- and two-byte codes of GB18030, which are those of GBK.
 * @throws when a character has no such code.
 */
export function encodeGbk(text: string): Uint8Array {
  const bytes = Array.from(text, (character): readonly number[] => {
    const code = character.codePointAt(0) ?? 0;
    const found = code < 0x80 ? [code] : codes.get(character);
    if (found === undefined)
      throw new Error(`Unexpected character "${character}", expected one of GBK.`);
    return found;
  });
  return new Uint8Array(bytes.flat());
}
