import type { ExtractNotice } from './extracted-document.ts';
import { maximumTextBytes } from './limits.ts';
import { ImportRefusal } from './refusal.ts';

/** Text of a source, with what the operator should know about its coding. */
export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly notices: readonly ExtractNotice[];
}

/** Signs that no printed text has: controls but tab, line ends and form feed, and changes of direction. */
const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/u;

/** Words every disclosure prints; text decoded by the wrong code does not have them. */
const knownWords = /预算|决算|收入|支出|单位|合计/u;

const refuse = (unexpected: string, expected: string, todo: string): never => {
  throw new ImportRefusal({ place: null, unexpected, expected, todo });
};

/**
 * The text of bytes in UTF-8, or in UTF-16 or GB18030, which is told as a notice.
 * @throws ImportRefusal when the bytes are empty, too many, in no known code, or no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) refuse('empty file', 'the text of a disclosure', 'Check the file.');
  if (bytes.length > maximumTextBytes) {
    refuse(
      `file of ${bytes.length} bytes`,
      `at most ${maximumTextBytes}`,
      'Split or check the file.',
    );
  }
  const decoded = decode(bytes);
  const { text } = decoded;
  if (text.includes('\0')) refuse('binary content', 'text', 'Extract the text of the file first.');
  refuseControls(text);
  if (text.trim() === '')
    refuse('file of blanks only', 'the text of a disclosure', 'Check the file.');
  return decoded;
}

function decode(bytes: Uint8Array): DecodedText {
  const marks = [bytes[0], bytes[1]];
  const utf16 = marks[0] === 0xff && marks[1] === 0xfe ? 'utf-16le' : 'utf-16be';
  const isUtf16 = utf16 === 'utf-16le' || (marks[0] === 0xfe && marks[1] === 0xff);
  const text = attempt(bytes, isUtf16 ? utf16 : 'utf-8');
  if (text !== undefined && !(isUtf16 && text.trim() === ''))
    return { text, notices: isUtf16 ? [told(utf16)] : [] };
  const chinese = isUtf16 ? undefined : attempt(bytes, 'gb18030');
  if (chinese !== undefined && knownWords.test(chinese))
    return { text: chinese, notices: [told('gb18030')] };
  return refuse(
    'bytes that are not UTF-8',
    'text in UTF-8 or GB18030',
    'Convert the file to UTF-8 and import it again.',
  );
}

const told = (code: string): ExtractNotice => ({
  place: null,
  what: `text is coded in ${code.toUpperCase()} and was decoded from it`,
});

function attempt(bytes: Uint8Array, code: string): string | undefined {
  try {
    return new TextDecoder(code, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function refuseControls(text: string): void {
  const at = text.search(controls);
  if (at === -1) return;
  const line = text.slice(0, at).split(/\r\n|\n|\r/u).length;
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  throw new ImportRefusal({
    place: `L${line}`,
    unexpected: `control character U+${code}`,
    expected: 'text without control characters',
    todo: 'Check where the file comes from, remove the character and import it again.',
  });
}
