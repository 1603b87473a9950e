import type { ExtractedDocument } from './extracted-document.ts';
import { ImportRefusal } from './refusal.ts';
import { extractText } from './text-document.ts';

/** Formats known by their first bytes that have no adapter. */
const foreignFormats: readonly { readonly name: string; readonly start: readonly number[] }[] = [
  { name: 'PDF file', start: [0x25, 0x50, 0x44, 0x46] },
  { name: 'ZIP, XLSX or DOCX file', start: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'old Office file', start: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: 'GZIP file', start: [0x1f, 0x8b] },
];

/**
 * The document read by the adapter its content asks for.
 * @throws ImportRefusal when no adapter reads the content.
 */
export function extractDocument(bytes: Uint8Array): ExtractedDocument {
  for (const { name, start } of foreignFormats) {
    if (!start.every((byte, index) => bytes[index] === byte)) continue;
    throw new ImportRefusal({
      place: null,
      unexpected: name,
      expected: 'UTF-8 text',
      todo: 'Extract its text (for a PDF: pdftotext -layout) and import that.',
    });
  }
  return extractText(bytes);
}
