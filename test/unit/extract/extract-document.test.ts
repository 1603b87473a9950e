import { type WorkBook, write } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { extractDocument } from '../../../src/extract/index.ts';
import { formatOf } from '../../../src/extract/format-of.ts';
import { ImportRefusal } from '../../../src/extract/refusal.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const zip = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
const docx = (document: string, more: Record<string, string> = {}): Uint8Array =>
  zip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': document,
    ...more,
  });
const paragraph = (text: string): string =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;

describe('formatOf', () => {
  test.each([
    ['示例\t合计', 'text'],
    ['# 示例', 'text'],
    ['<p>示例</p>', 'text'],
    ['<5%且>3%', 'text'],
    ['\ufeff<!DOCTYPE html><html>', 'html'],
    ['<?xml version="1.0"?>\n<!-- 示例 -->\n<HTML lang="zh">', 'html'],
    ['<table><tr>', 'html'],
    ['%PDF-1.7', 'pdf'],
    ['\r\n%PDF-1.4', 'pdf'],
  ])('%j is %s', (content, format) => {
    expect(formatOf(bytes(content))).toBe(format);
  });
});

describe('extractDocument', () => {
  test('a name is not asked: a web page saved as a workbook is a web page', async () => {
    const { mediaType } = await extractDocument(
      bytes('<html><table><tr><td>合计</td></tr></table>'),
    );
    expect(mediaType).toBe('text/html');
  });

  test('a DOCX gives its paragraphs', async () => {
    const { blocks } = await extractDocument(docx(paragraph('示例单位预算')));
    expect(blocks.flatMap(({ rows }) => rows.map(({ place, text }) => [place, text]))).toEqual([
      ['L1', '示例单位预算'],
    ]);
  });

  test.each([
    ['an empty file', new Uint8Array(), 'Unexpected empty file'],
    ['blanks only', bytes(' \n\t\n'), 'Unexpected file of blanks only'],
    ['bytes in no code', new Uint8Array([0xce, 0xde, 0xff]), 'bytes that are not UTF-8'],
    ['UTF-8 with a broken sign', latin('\xe9\xa2\x84\xe7\xae\x97 \xe9\xa2'), 'not UTF-8'],
    ['binary content', bytes('a\0b'), 'Unexpected binary content'],
    ['a control character', bytes('合计\n1\u0007'), 'L2: Unexpected control character U+0007'],
    ['a change of direction', bytes('合计\u202e1'), 'L1: Unexpected control character U+202E'],
    ['a picture', latin('\x89PNG\r\n'), 'Unexpected PNG picture'],
    ['an archive', latin('Rar!\x1a'), 'Unexpected RAR archive'],
    ['GZIP', latin('\x1f\x8b\x08'), 'Unexpected GZIP file'],
    ['RTF', bytes('{\\rtf1'), 'Unexpected RTF file'],
    ['a program', latin('MZ\x90'), 'Unexpected program'],
    ['a PDF without its end', bytes('%PDF-1.7\n1 0 obj'), 'Unexpected PDF file that is cut off'],
    ['a PDF of nothing', bytes('%PDF-1.7\n%%EOF'), 'Unexpected damaged PDF file'],
    ['half a ZIP', new Uint8Array([0x50, 0x4b, 3, 4]), 'ZIP archive without its directory'],
    ['an empty page', bytes('<html><body><script>合计</script>'), 'Unexpected page without text'],
    ['a ZIP of texts', zip({ 'a.txt': '合计' }), 'ZIP archive that is no office file'],
    ['an OpenDocument file', zip({ 'content.xml': '<a/>' }), 'Unexpected OpenDocument file'],
    ['an OFD', zip({ 'OFD.xml': '<a/>' }), 'Unexpected OFD file'],
    ['a way out of the archive', zip({ '../a.xml': '<a/>' }), 'path "../a.xml" in the archive'],
    ['a DOCX with macros', docx(paragraph('1'), { 'word/vbaProject.bin': '' }), 'file with macros'],
    [
      'a DOCX with entities',
      docx(`<!DOCTYPE a [<!ENTITY b "c">]>${paragraph('&b;')}`),
      'document type or entity in word/document.xml',
    ],
    ['a DOCX without text', docx(paragraph('')), 'Unexpected page without text'],
    [
      'a broken DOCX',
      docx('<w:document>'),
      'damaged office file: word/document.xml is XML with <w:document> that is not closed',
    ],
    ['an old office file cut off', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'damaged XLS file'],
  ])('%s is refused', async (_, content, message) => {
    const refusal: unknown = await extractDocument(content).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ImportRefusal);
    expect(String(refusal)).toContain(message);
  });

  test('a workbook whose formula was saved without its value is refused with the place', async () => {
    const sheet = { A1: { t: 'n', v: 2, f: '1+1' }, B2: { t: 's', v: '合计' }, '!ref': 'A1:B2' };
    const book: WorkBook = { SheetNames: ['示例'], Sheets: { 示例: sheet } };
    const parts = unzipSync(new Uint8Array(write(book, { type: 'array' }) as ArrayBuffer));
    const name = 'xl/worksheets/sheet1.xml';
    const markup = strFromU8(parts[name] ?? new Uint8Array()).replace('<v>2</v>', '');
    const content = zipSync({ ...parts, [name]: strToU8(markup) });
    await expect(extractDocument(content)).rejects.toThrow('S1R1C1: Unexpected formula');
  });
});
