import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { exampleBlocks } from '../../scripts/lib/examples/example-blocks.ts';
import { examplePdf } from '../../scripts/lib/examples/example-pdf.ts';

const folder = join(import.meta.dirname, '..', 'fixtures', 'formats');

/** The bytes of a fixture in another format. */
export const formatFixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(folder, name)));

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const latin = (content: string): Uint8Array => new Uint8Array(Buffer.from(content, 'latin1'));
const asLatin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const example = strFromU8(formatFixture('example.txt'));
const page = (body: string): Uint8Array => text(`<!DOCTYPE html><html><body>${body}</body></html>`);
const cell = (attributes: string): Uint8Array =>
  page(`<table><tr><td ${attributes}>合计</td></tr>${'<tr><td>1</td></tr>'.repeat(3)}</table>`);

/** An office fixture with parts added or replaced; null takes a part away. */
function office(name: string, parts: Record<string, string | Uint8Array | null>): Uint8Array {
  const whole: Record<string, Uint8Array> = unzipSync(formatFixture(name));
  for (const [part, content] of Object.entries(parts)) {
    if (content === null) Reflect.deleteProperty(whole, part);
    else whole[part] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(whole);
}

/** A copy with a number of two or four bytes written behind the first sign of a ZIP structure. */
function patched(
  bytes: Uint8Array,
  sign: number,
  at: number,
  value: number,
  size: 2 | 4,
): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const start = Array.from(copy.keys()).find(
    (i) => i + 4 <= copy.length && view.getUint32(i, true) === sign,
  );
  if (start === undefined) throw new Error('Unexpected archive without the structure');
  if (size === 2) view.setUint16(start + at, value, true);
  else view.setUint32(start + at, value, true);
  return copy;
}

const directorySign = 0x02014b50;
const endSign = 0x06054b50;
const docx = formatFixture('example.docx');
const pdf = asLatin(formatFixture('unembedded.pdf'));
const sheet = 'xl/worksheets/sheet1.xml';
const sheetOf = (data: string): Uint8Array =>
  office('example.xlsx', {
    [sheet]: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`,
  });
const blocks = exampleBlocks('示例单位预算\n合计');
const blank = new Map(Array.from('示例单位预算合计', (one) => [one, ' ']));

/** Files that must be refused: what they are, their bytes, and words of the refusal. */
export const hostileFiles: readonly (readonly [string, Uint8Array, string])[] = [
  ['no bytes', new Uint8Array(), 'empty file'],
  ['one byte', new Uint8Array([0x20]), 'file of blanks only'],
  ['a megabyte of NUL', new Uint8Array(1_000_000), 'binary content'],
  ['a NUL in a disclosure', text(`${example}\0`), 'binary content'],
  ['an escape in a disclosure', text(example.replace('合计', '合\u001b[31m计')), 'U+001B'],
  ['a turn of direction', text(example.replace('合计', '合\u202e计')), 'U+202E'],
  ['a mark of isolation', text(example.replace('合计', '合\u2066计')), 'U+2066'],
  ['broken UTF-8', latin(asLatin(text(example)).replace('\xe9', '\xff')), 'not UTF-8'],
  ['UTF-16 of nothing', new Uint8Array([0xff, 0xfe]), 'not UTF-8'],
  ['prose that is no disclosure', text('床前明月光\n疑是地上霜\n'), 'without any table title'],
  ['a picture named text', latin('\x89PNG\r\n\x1a\n'), 'PNG picture'],
  ['a JPEG', latin('\xff\xd8\xff\xe0'), 'JPEG picture'],
  ['a GIF', latin('GIF89a'), 'GIF picture'],
  ['a TIFF', latin('II*\0'), 'TIFF picture'],
  ['a RAR', latin('Rar!\x1a\x07'), 'RAR archive'],
  ['a 7z', latin('7z\xbc\xaf\x27\x1c'), '7z archive'],
  ['a GZIP', latin('\x1f\x8b\x08'), 'GZIP file'],
  ['a program', latin('MZ\x90\0'), 'program'],
  ['an ELF', latin('\x7fELF'), 'program'],
  ['an RTF', text('{\\rtf1 合计}'), 'RTF file'],
  ['an MHTML', text('MIME-Version: 1.0\n\n合计'), 'MHTML file'],
  ['a page of scripts', page('<script>alert("合计")</script>'), 'page without text'],
  ['a page that hides all', page('<div hidden>合计</div>'), 'page without text'],
  ['a page nested deep', page('<div>'.repeat(500)), 'nested'],
  ['a cell over a million columns', cell('colspan="1000000"'), 'columns'],
  ['a page that is no disclosure', page('<p>床前明月光</p>'), 'without any table title'],
  ['an empty archive', latin(`PK\x05\x06${'\0'.repeat(18)}`), 'empty ZIP archive'],
  ['an archive cut off', docx.slice(0, docx.length / 2), 'without its directory'],
  ['an archive with a damaged directory', patched(docx, endSign, 16, 7, 4), 'damaged directory'],
  ['an archive of 65,535 files', patched(docx, endSign, 10, 0xffff, 2), 'archive of 65535 files'],
  ['an encrypted archive', patched(docx, directorySign, 8, 1, 2), 'encrypted archive'],
  ['a size that lies low', patched(docx, directorySign, 24, 10, 4), 'more than it says'],
  ['a size that lies high', patched(docx, directorySign, 24, 4_000_000, 4), 'as it says'],
  ['a size of four gigabytes', patched(docx, directorySign, 24, 0xffffffff, 4), 'bytes unpacked'],
  ['an offset out of the file', patched(docx, directorySign, 42, 0xfffffff, 4), 'not where'],
  ['an unknown packing', patched(docx, directorySign, 10, 99, 2), 'packed by method 99'],
  ['a bomb', office('example.docx', { 'word/b.xml': new Uint8Array(8_000_000) }), 'grows'],
  ['a path upwards', office('example.docx', { '../../etc/a.xml': '1' }), 'path "../../etc/a.xml"'],
  ['a path from the root', office('example.docx', { '/etc/a.xml': '1' }), 'path "/etc/a.xml"'],
  ['a path of Windows', office('example.docx', { 'C:\\a.xml': '1' }), 'in the archive'],
  ['macros in Word', office('example.docx', { 'word/vbaProject.bin': '1' }), 'file with macros'],
  ['macros in Excel', office('example.xlsx', { 'xl/vbaProject.bin': '1' }), 'file with macros'],
  ['macro sheets', office('example.xlsx', { 'xl/macrosheets/s.xml': '<a/>' }), 'macro sheets'],
  [
    'a workbook declared with macros',
    office('example.xlsx', {
      '[Content_Types].xml':
        '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
    }),
    'file with macros',
  ],
  [
    'a billion laughs',
    office('example.docx', {
      'word/document.xml': '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY c "&b;&b;">]><a>&c;</a>',
    }),
    'document type or entity',
  ],
  [
    'an outer entity in UTF-16',
    office('example.xlsx', {
      [sheet]: new Uint8Array(
        Buffer.from('\ufeff<!DOCTYPE a SYSTEM "file:///etc/passwd">', 'utf16le'),
      ),
    }),
    'document type or entity',
  ],
  [
    'a Word file with an element open',
    office('example.docx', { 'word/document.xml': '<w:document><w:body></w:document>' }),
    'word/document.xml is XML with </w:document> where </w:body> should stand',
  ],
  [
    'an entity nobody declares',
    office('example.xlsx', { 'xl/sharedStrings.xml': '<sst><si><t>&xxe;</t></si></sst>' }),
    'an entity it does not know',
  ],
  [
    'elements nested without end',
    office('example.docx', { 'word/document.xml': '<a>'.repeat(100_000) }),
    'nested more than 1000 deep',
  ],
  ['an archive of texts', zipSync({ 'a.txt': text(example) }), 'no office file'],
  ['an OpenDocument file', zipSync({ 'content.xml': text('<a/>') }), 'OpenDocument file'],
  ['a presentation', zipSync({ 'ppt/presentation.xml': text('<a/>') }), 'presentation'],
  ['an OFD', zipSync({ 'OFD.xml': text('<a/>') }), 'OFD file'],
  ['an XLSB', zipSync({ 'xl/workbook.bin': text('1') }), 'XLSB file'],
  [
    'a Word file without its text',
    office('example.docx', { 'word/document.xml': null }),
    'no office',
  ],
  ['a page nested past reading', page('<div>'.repeat(20_000)), 'damaged web page'],
  ['a column far right', sheetOf('<row r="1"><c r="XFD1"><v>1</v></c></row>'), 'columns'],
  ['an error value', sheetOf('<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>'), 'error value'],
  ['a formula without value', sheetOf('<row r="1"><c r="A1"><f>1+1</f></c></row>'), 'formula'],
  ['a PDF cut off', latin(pdf.slice(0, 20_000)), 'cut off'],
  ['a PDF of nothing', text('%PDF-1.7\n%%EOF'), 'damaged PDF file'],
  ['a PDF without text', examplePdf([], { ruled: true, turned: false }), 'without any text'],
  [
    'a PDF whose font names no character',
    examplePdf(blocks, { ruled: true, turned: false, misnamed: blank }),
    'no character can be read',
  ],
  [
    'an encrypted PDF',
    latin(
      pdf.replace(
        'trailer\n<<',
        `trailer\n<< /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
      ),
    ),
    'encrypted PDF',
  ],
  ['an old file cut off', formatFixture('example.xls').slice(0, 2000), 'damaged XLS'],
];
