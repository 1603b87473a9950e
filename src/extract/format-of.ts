import { ImportRefusal } from './refusal.ts';

/** The formats an adapter reads. */
export type SourceFormat = 'text' | 'html' | 'zip' | 'old-office' | 'pdf';

interface Signature {
  readonly start: readonly number[];
  readonly format?: SourceFormat;
  /** What a format without adapter is called in its refusal. */
  readonly name?: string;
  readonly todo?: string;
}

const ascii = (text: string): number[] => Array.from(text, (one) => one.charCodeAt(0));
const unpack = 'Unpack the archive and import the documents in it.';
const picture = 'Recognise its text first (OCR), check it by eye, and import the text.';

const signatures: readonly Signature[] = [
  { start: ascii('%PDF-'), format: 'pdf' },
  { start: [0x50, 0x4b, 0x03, 0x04], format: 'zip' },
  { start: [0x50, 0x4b, 0x05, 0x06], name: 'empty ZIP archive', todo: 'Check the file.' },
  { start: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], format: 'old-office' },
  { start: [0x1f, 0x8b], name: 'GZIP file', todo: unpack },
  { start: ascii('Rar!'), name: 'RAR archive', todo: unpack },
  { start: [0x37, 0x7a, 0xbc, 0xaf], name: '7z archive', todo: unpack },
  { start: [0x89, 0x50, 0x4e, 0x47], name: 'PNG picture', todo: picture },
  { start: [0xff, 0xd8, 0xff], name: 'JPEG picture', todo: picture },
  { start: ascii('GIF8'), name: 'GIF picture', todo: picture },
  { start: ascii('II*\0'), name: 'TIFF picture', todo: picture },
  { start: ascii('MM\0*'), name: 'TIFF picture', todo: picture },
  { start: ascii('{\\rtf'), name: 'RTF file', todo: 'Save it as DOCX and import that.' },
  {
    start: ascii('MIME-Version:'),
    name: 'MHTML file',
    todo: 'Save the page as HTML and import that.',
  },
  { start: ascii('From: <Saved by'), name: 'MHTML file', todo: 'Save the page as HTML instead.' },
  { start: [0x7f, ...ascii('ELF')], name: 'program', todo: 'Check where the file comes from.' },
  { start: ascii('MZ'), name: 'program', todo: 'Check where the file comes from.' },
];

const markup =
  /^(?:\ufeff|\s|<\?xml[^>]*>|<!--[^]*?-->)*<(?:!doctype\s+html|html|head|body|meta|title|table)[\s>]/iu;

/**
 * The format of a source by its content; its name is not asked.
 * @throws ImportRefusal for formats no adapter reads.
 */
export function formatOf(bytes: Uint8Array): SourceFormat {
  for (const { start, format, name = '', todo = '' } of signatures) {
    if (!start.every((byte, index) => bytes[index] === byte)) continue;
    if (format !== undefined) return format;
    throw new ImportRefusal({
      place: null,
      unexpected: name,
      expected: 'text, HTML, PDF, DOCX, XLSX or XLS',
      todo,
    });
  }
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4000));
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  const plain = head.replace(/^(?:\u00ef\u00bb\u00bf)/u, '').replaceAll('\0', '');
  return markup.test(plain.replace(/^\u00ff\u00fe|^\u00fe\u00ff/u, '')) ? 'html' : 'text';
}
